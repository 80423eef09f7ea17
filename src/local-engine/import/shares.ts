import type { ResourceShareAssociation, ResourceShareInvitation } from '@aws-sdk/client-ram';
import type { AccountCopy, ReceivedCopy, ShareCopy } from '../../contract/copy.ts';
import { parseInvitationArn, parsePrincipal, parseShareArn } from '../../validation/share-arns.ts';
import { shareInvitationEnds } from '../moments.ts';
import type { ShareEntityRow } from '../store/tables/share-entities.ts';
import type { InvitationRow } from '../store/tables/share-invitations.ts';
import type { ShareRow } from '../store/tables/shares.ts';
import type { TagRow } from '../store/tables/tags.ts';
import type { Assumed } from './assumed.ts';
import type { CopiedOrganization } from './organization.ts';

type Entity = Omit<ShareEntityRow, 'key' | 'shareKey'>;

/** A resource share with what is in it, whom it is for, and who was invited to it. */
export interface CopiedShare {
  readonly row: Omit<ShareRow, 'key' | 'status'>;
  readonly entities: readonly Entity[];
  readonly invitations: readonly Omit<InvitationRow, 'key' | 'shareKey'>[];
  readonly tags: readonly TagRow[];
}

interface Around {
  readonly copy: AccountCopy;
  readonly organization: CopiedOrganization | undefined;
  readonly now: number;
  readonly assumed: Assumed;
}

/** The account's own resource shares, those of others that reach it, and those that it was only invited to. */
export function copiedShares(around: Around): readonly CopiedShare[] {
  const { own, received, invitations } = around.copy.sharing;
  const known = new Set([...own, ...received].map(({ share }) => share.resourceShareArn));
  const others = invitations.filter(({ resourceShareArn }) => !known.has(resourceShareArn));
  const byShare = new Map(others.map((one) => [one.resourceShareArn, others.filter((each) => sameShare(each, one))]));
  return [
    ...own.map((one) => ownShare(one, around)),
    ...received.map((one) => receivedShare(one, around)),
    ...[...byShare.values()].flatMap((some) => invitedOnly(some, around)),
  ].sort((a, b) => a.row.createdAt - b.row.createdAt || (a.row.id < b.row.id ? -1 : 1));
}

const sameShare = (one: ResourceShareInvitation, other: ResourceShareInvitation): boolean =>
  one.resourceShareArn === other.resourceShareArn;

function rowOf({ share }: Pick<ShareCopy, 'share'>, { copy, now }: Around): CopiedShare['row'] {
  const { resourceShareArn = '', name = '', owningAccountId, creationTime, lastUpdatedTime } = share;
  const createdAt = creationTime?.getTime() ?? now;
  return {
    account: owningAccountId ?? copy.scope.account,
    region: copy.scope.region,
    id: parseShareArn(resourceShareArn)?.id ?? '',
    name,
    external: share.allowExternalPrincipals ?? true,
    retain: share.resourceShareConfiguration?.retainSharingOnAccountLeaveOrganization ?? false,
    createdAt,
    updatedAt: lastUpdatedTime?.getTime() ?? createdAt,
  };
}

function ownShare(copy: ShareCopy, around: Around): CopiedShare {
  const row = rowOf(copy, around);
  const principals = copy.principals.map((one) => principalOf(one, around));
  return {
    row,
    entities: [...copy.resources.map((one) => entityOf(one, 'RESOURCE', around.now)), ...principals],
    invitations: principals
      .filter(({ status, invited }) => status === 'ASSOCIATING' && invited)
      .map(({ entity: receiver, createdAt: sentAt }) => ({
        // AWS tells the id to the receiver only.
        id: `${row.id.slice(0, -receiver.length)}${receiver}`,
        receiver,
        status: 'PENDING',
        sentAt,
        expiresAt: shareInvitationEnds(sentAt),
      })),
    tags: (copy.share.tags ?? []).map(({ key: Key = '', value: Value = '' }) => ({ Key, Value })),
  };
}

function entityOf(one: ResourceShareAssociation, kind: Entity['kind'], now: number): Entity {
  const { associatedEntity: entity = '', status, external = false, creationTime, lastUpdatedTime } = one;
  const isIn = status === 'ASSOCIATED' || status === 'ASSOCIATING';
  const createdAt = creationTime?.getTime() ?? now;
  const updatedAt = lastUpdatedTime?.getTime() ?? createdAt;
  return {
    kind,
    entity,
    status: isIn ? 'ASSOCIATED' : 'DISASSOCIATED',
    external,
    invited: false,
    createdAt,
    updatedAt,
  };
}

/** An account outside comes in when it accepts its invitation; one inside is in at once, where sharing is switched on. */
function principalOf(one: ResourceShareAssociation, { now, organization }: Around): Entity {
  const entity = entityOf(one, 'PRINCIPAL', now);
  const isAccount = parsePrincipal(entity.entity)?.kind === 'account';
  const waits = isAccount && one.status === 'ASSOCIATING';
  const invited = isAccount && (waits || entity.external || organization?.shares !== true);
  return { ...entity, invited, status: waits ? 'ASSOCIATING' : entity.status };
}

function receivedShare(one: ReceivedCopy, around: Around): CopiedShare {
  const { copy, organization, assumed } = around;
  const row = rowOf(one, around);
  const invitations = copy.sharing.invitations.filter((each) => each.resourceShareArn === one.share.resourceShareArn);
  const accepted = invitations.some(({ status }) => status === 'ACCEPTED');
  const at = { createdAt: row.createdAt, updatedAt: row.createdAt, status: 'ASSOCIATED' } as const;
  assumed.note('share-way', row.name);
  return {
    row,
    entities: [
      ...one.resources.map((entity): Entity => ({ ...at, kind: 'RESOURCE', entity, external: false, invited: false })),
      {
        ...at,
        kind: 'PRINCIPAL',
        entity: copy.scope.account,
        external: one.external,
        invited: one.external || accepted || organization?.shares !== true,
      },
    ],
    invitations: invitations.map((each) => invitationOf(each, around)),
    tags: [],
  };
}

/** A share of which the account knows no more than that it was invited: it waits for the answer, said no, or has left. */
function invitedOnly(some: readonly ResourceShareInvitation[], around: Around): readonly CopiedShare[] {
  const [first] = some;
  if (first === undefined) return [];
  const { resourceShareArn = '', resourceShareName: name = '', senderAccountId, invitationTimestamp } = first;
  const { account, region } = around.copy.scope;
  const createdAt = invitationTimestamp?.getTime() ?? around.now;
  const waits = some.some(({ status }) => status === 'PENDING');
  if (waits) around.assumed.note('pending-invitation', name);
  const times = { createdAt, updatedAt: createdAt };
  const id = parseShareArn(resourceShareArn)?.id ?? '';
  return [
    {
      row: { account: senderAccountId ?? account, region, id, name, external: true, retain: false, ...times },
      entities: [
        {
          ...times,
          kind: 'PRINCIPAL',
          entity: account,
          status: waits ? 'ASSOCIATING' : 'DISASSOCIATED',
          external: true,
          invited: true,
        },
      ],
      invitations: some.map((one) => invitationOf(one, around)),
      tags: [],
    },
  ];
}

function invitationOf(one: ResourceShareInvitation, { copy, now }: Around): CopiedShare['invitations'][number] {
  const { resourceShareInvitationArn = '', receiverAccountId, invitationTimestamp, status = 'PENDING' } = one;
  const sentAt = invitationTimestamp?.getTime() ?? now;
  return {
    id: parseInvitationArn(resourceShareInvitationArn)?.id ?? '',
    receiver: receiverAccountId ?? copy.scope.account,
    status,
    sentAt,
    expiresAt: status === 'PENDING' ? shareInvitationEnds(sentAt) : undefined,
  };
}
