import type {
  ResourceShareAssociation,
  ResourceShareInvitation,
  ResourceShareInvitationStatus,
} from '@aws-sdk/client-ram';
import { Fault } from '../../contract/fault.ts';
import type { Input, Output } from '../../contract/operations.ts';
import type { Call } from '../../contract/ports.ts';
import { parsePrincipal, shareArn } from '../../validation/share-arns.ts';
import { everyPage } from '../../world/reading.ts';
import type { Asking } from '../asking.ts';
import type { Memory } from './memory.ts';

interface Given {
  readonly resourceArns?: readonly string[] | undefined;
  readonly principals?: readonly string[] | undefined;
}

/** What a step would put into a share. Whether an account must be invited, only AWS knows: it is shown as not yet in. */
function put(share: { readonly arn: string; readonly name: string }, given: Given, now: number, memory: Memory) {
  const { resourceArns = [], principals = [] } = given;
  const row = (associatedEntity: string, associationType: 'RESOURCE' | 'PRINCIPAL'): ResourceShareAssociation => ({
    resourceShareArn: share.arn,
    resourceShareName: share.name,
    associatedEntity,
    associationType,
    status:
      associationType === 'PRINCIPAL' && parsePrincipal(associatedEntity)?.kind === 'account'
        ? 'ASSOCIATING'
        : 'ASSOCIATED',
    creationTime: new Date(now),
    lastUpdatedTime: new Date(now),
  });
  const rows = [
    ...resourceArns.map((arn) => row(arn, 'RESOURCE')),
    ...principals.map((principal) => row(principal, 'PRINCIPAL')),
  ];
  for (const one of rows) memory.shared.set(keyOf(one), one);
  return rows;
}

const keyOf = ({ resourceShareArn, associatedEntity }: ResourceShareAssociation): string =>
  `${resourceShareArn} ${associatedEntity}`;

export function created(input: Input<'ram:CreateResourceShare'>, { scope, now }: Asking, memory: Memory) {
  const arn = shareArn(scope, memory.id('share', 12));
  const { name = '', allowExternalPrincipals = true } = input;
  put({ arn, name }, input, now, memory);
  const resourceShare = {
    resourceShareArn: arn,
    name,
    owningAccountId: scope.account,
    allowExternalPrincipals,
    status: 'ACTIVE',
    creationTime: new Date(now),
    lastUpdatedTime: new Date(now),
  } as const;
  return { resourceShare };
}

export async function added(input: Input<'ram:AssociateResourceShare'>, { call, now }: Asking, memory: Memory) {
  const arn = input.resourceShareArn ?? '';
  const { resourceShares = [] } = await call('ram:GetResourceShares', {
    resourceOwner: 'SELF',
    resourceShareArns: [arn],
  });
  const rows = put({ arn, name: resourceShares[0]?.name ?? '' }, input, now, memory);
  return { resourceShareAssociations: rows.map((one) => ({ ...one, status: 'ASSOCIATING' as const })) };
}

export function taken({ resourceShareArn, resourceArns = [], principals = [] }: Given & WithShare, memory: Memory) {
  const gone = [...resourceArns, ...principals].map((associatedEntity) => ({ resourceShareArn, associatedEntity }));
  for (const one of gone) memory.shared.set(keyOf(one), undefined);
  return { resourceShareAssociations: gone.map((one) => ({ ...one, status: 'DISASSOCIATING' as const })) };
}

interface WithShare {
  readonly resourceShareArn: string | undefined;
}

/** With what steps would put into shares and take out of them, on the last page. */
export async function readAssociations(
  input: Input<'ram:GetResourceShareAssociations'>,
  send: Call,
  { shared, deletedShares }: Memory,
): Promise<Output<'ram:GetResourceShareAssociations'>> {
  const known = input.resourceShareArns?.filter((arn) => !arn.includes(BORN));
  // A share that a step would make, AWS does not know.
  const onlyBorn = input.resourceShareArns !== undefined && input.resourceShareArns.length > 0 && known?.length === 0;
  const nothing: Output<'ram:GetResourceShareAssociations'> = {};
  const answer = onlyBorn
    ? nothing
    : await send(
        'ram:GetResourceShareAssociations',
        known === undefined ? input : { ...input, resourceShareArns: known },
      );
  const stays = (one: ResourceShareAssociation) =>
    !deletedShares.has(one.resourceShareArn ?? '') && !shared.has(keyOf(one));
  const wanted = (one: ResourceShareAssociation) =>
    one.associationType === input.associationType &&
    !deletedShares.has(one.resourceShareArn ?? '') &&
    (input.resourceShareArns === undefined || input.resourceShareArns.includes(one.resourceShareArn ?? '')) &&
    [undefined, one.associatedEntity].includes(input.resourceArn ?? input.principal);
  const more = answer.nextToken === undefined ? [...shared.values()].flatMap((one) => one ?? []).filter(wanted) : [];
  return { ...answer, resourceShareAssociations: [...(answer.resourceShareAssociations ?? []).filter(stays), ...more] };
}

/** How the id of a share begins that a dry run has made. */
const BORN = ':resource-share/share-';

/** An invitation as it would be once it is answered. */
export async function answered(
  arn: string | undefined,
  status: ResourceShareInvitationStatus,
  { call }: Asking,
): Promise<{ readonly resourceShareInvitation: ResourceShareInvitation }> {
  const all = await everyPage(async (nextToken) => {
    const page = await call('ram:GetResourceShareInvitations', { nextToken });
    return { rows: page.resourceShareInvitations, next: page.nextToken };
  });
  const found = all.find((one) => one.resourceShareInvitationArn === arn);
  if (found === undefined)
    throw new Fault({ code: 'ResourceShareInvitationArnNotFoundException', message: `there is no invitation ${arn}` });
  return { resourceShareInvitation: { ...found, status } };
}
