import type { Account, Organization as OrganizationAnswer, PolicyTypeSummary } from '@aws-sdk/client-organizations';
import { check } from '../../validation/catalogue/index.ts';
import { guard } from '../../validation/guard.ts';
import type { Context } from '../operation.ts';
import type { Tx } from '../store/store.ts';
import type { MemberRow, Organization, OrganizationRow } from '../store/tables/organizations.ts';

/** How many entries a page of Organizations has at most. */
export const PAGE = 20;

/** The constraints of `mine` and of `managed`. */
export const MINE = ['org-needed'] as const;
export const MANAGED = ['org-needed', 'org-management-only'] as const;

/** The caller's organization. @throws Refused (org-needed) */
export function mine(tx: Tx, { scope }: Pick<Context, 'scope'>): Organization {
  const found = tx.organizations.of(scope.account);
  guard(check('org-needed', { account: scope.account, organization: found?.id }));
  if (found === undefined) throw new TypeError('org-needed refuses an account without an organization');
  return found;
}

/** The organization that the caller manages. @throws Refused (org-needed, org-management-only) */
export function managed(tx: Tx, context: Pick<Context, 'scope'>): Organization {
  const found = mine(tx, context);
  const { managementAccount } = found;
  guard(check('org-management-only', { account: context.scope.account, managementAccount }));
  return found;
}

/** An account of an organization. @throws Refused (org-account-not-found) */
export function memberOf(tx: Tx, { key, id }: OrganizationRow, account: string): MemberRow {
  const found = tx.organizations.member(key, account);
  guard(check('org-account-not-found', { account, organization: id, found: found !== undefined }));
  if (found === undefined) throw new TypeError('org-account-not-found refuses an account that is not there');
  return found;
}

export const accountArn = ({ id, managementAccount }: OrganizationRow, account: string): string =>
  `arn:aws:organizations::${managementAccount}:account/${id}/${account}`;

/** With all features, service control policies can be used; they bind nothing in a sandbox. */
export const policyTypes = ({ features }: OrganizationRow): PolicyTypeSummary[] =>
  features === 'ALL' ? [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }] : [];

/** An organization as the service shows it to whoever is in it. */
export function organizationAnswer(tx: Tx, row: OrganizationRow): OrganizationAnswer {
  const { key, id, arn, features, managementAccount } = row;
  return {
    Id: id,
    Arn: arn,
    FeatureSet: features,
    MasterAccountArn: accountArn(row, managementAccount),
    MasterAccountId: managementAccount,
    MasterAccountEmail: tx.organizations.member(key, managementAccount)?.email,
    AvailablePolicyTypes: policyTypes(row),
  };
}

/** An account as its organization shows it. */
export function accountAnswer(tx: Tx, row: OrganizationRow, member: MemberRow): Account {
  return {
    Id: member.account,
    Arn: accountArn(row, member.account),
    Email: member.email,
    Name: member.name,
    Status: 'ACTIVE',
    State: 'ACTIVE',
    Paths: [`${pathOf(tx, row, member.parentId)}${member.account}/`],
    JoinedMethod: member.joinedMethod,
    JoinedTimestamp: new Date(member.joinedAt),
  };
}

/** `o-1/r-1/ou-1/`: the way from the organization to a root or a unit. */
export function pathOf(tx: Tx, row: OrganizationRow, parentId: string): string {
  const unit = tx.organizations.units.find(row.key, parentId);
  return unit === undefined ? `${row.id}/${row.rootId}/` : `${pathOf(tx, row, unit.parentId)}${unit.id}/`;
}

/** Whether an id is the root of an organization or one of its units. */
export const isParent = (tx: Tx, { key, rootId }: OrganizationRow, id: string): boolean =>
  id === rootId || tx.organizations.units.find(key, id) !== undefined;

/** @throws Refused (org-parent-not-found) */
export function requireParent(tx: Tx, row: OrganizationRow, parent: string): void {
  const { id: organization, rootId: root } = row;
  guard(check('org-parent-not-found', { parent, organization, root, found: isParent(tx, row, parent) }));
}
