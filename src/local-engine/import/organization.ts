import type { AccountCopy } from '../../contract/copy.ts';
import { parsePrincipal } from '../../validation/share-arns.ts';
import type { MemberRow, OrganizationRow, ServiceAccessRow } from '../store/tables/organizations.ts';
import type { Assumed } from './assumed.ts';

/** RAM's name among the services that an organization trusts: there while sharing within it is switched on. */
const RAM = 'ram.amazonaws.com';

/** Stands for the root of an organization, which only its management account is told. */
const UNTOLD_ROOT = 'r-0000';

type Member = Omit<MemberRow, 'key'>;

/** The organization of a copy: all of it for its management account, else the accounts that are known to be in it. */
export interface CopiedOrganization {
  readonly row: Omit<OrganizationRow, 'key' | 'arn'>;
  readonly units: readonly { readonly id: string; readonly parentId: string }[];
  readonly members: readonly Member[];
  readonly services: readonly ServiceAccessRow[];
  /** Whether its accounts share with each other without invitations. */
  readonly shares: boolean;
}

/** The organization that the copied account is in, if it is in one and may look. */
export function copiedOrganization(copy: AccountCopy, now: number, assumed: Assumed): CopiedOrganization | undefined {
  if (copy.organization === undefined) return undefined;
  const { organization, rootId = UNTOLD_ROOT, units, services } = copy.organization;
  const { Id: id = '', MasterAccountId: managementAccount = '', FeatureSet: features = 'ALL' } = organization;
  if (services === undefined) assumed.note('organization-sharing', id);
  return {
    row: { id, rootId, managementAccount, features, createdAt: now },
    units,
    members: membersOf(copy, rootId, now, assumed),
    services: (services ?? []).map(({ ServicePrincipal: principal = '', DateEnabled }) => ({
      principal,
      enabledAt: DateEnabled?.getTime() ?? now,
    })),
    shares: services === undefined ? isSharing(copy) : services.some((one) => one.ServicePrincipal === RAM),
  };
}

function membersOf(copy: AccountCopy, rootId: string, now: number, assumed: Assumed): readonly Member[] {
  const { organization = {}, accounts = [] } = copy.organization ?? {};
  const listed = accounts.map(({ account, parentId = rootId }): Member => {
    const { Id: id = '', Name: name = id, Email: email = '', JoinedMethod, JoinedTimestamp } = account;
    const joinedMethod = JoinedMethod === 'CREATED' ? 'CREATED' : 'INVITED';
    return { account: id, name, email, joinedMethod, parentId, joinedAt: JoinedTimestamp?.getTime() ?? now };
  });
  if (listed.length > 0) return listed;
  assumed.note('organization-members', organization.Id ?? '');
  const known = new Set([organization.MasterAccountId ?? '', copy.scope.account, ...kinOf(copy)]);
  return [...known].map((account) => {
    const email = account === organization.MasterAccountId ? (organization.MasterAccountEmail ?? '') : '';
    return { account, name: account, email, joinedMethod: 'INVITED', parentId: rootId, joinedAt: now };
  });
}

/** Accounts of which shares tell that they are in the organization. */
function kinOf({ sharing }: AccountCopy): readonly string[] {
  const owners = sharing.received.flatMap(({ share, external }) => (external ? [] : (share.owningAccountId ?? [])));
  const principals = sharing.own.flatMap((one) => one.principals).filter(({ external }) => external === false);
  const accounts = principals.flatMap(({ associatedEntity: named = '' }) =>
    parsePrincipal(named)?.kind === 'account' ? named : [],
  );
  return [...owners, ...accounts];
}

/** Whether something is shared within the organization without an invitation. */
function isSharing({ sharing: { own, received, invitations } }: AccountCopy): boolean {
  const accepted = new Set(
    invitations.filter(({ status }) => status === 'ACCEPTED').map(({ resourceShareArn }) => resourceShareArn),
  );
  return (
    received.some(({ share, external }) => !external && !accepted.has(share.resourceShareArn)) ||
    own.some(({ principals }) => principals.some((one) => one.status === 'ASSOCIATED' && one.external === false))
  );
}
