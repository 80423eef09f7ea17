import { ORGANIZATIONS_ROLE } from '../../validation/service-roles.ts';
import type { Tx } from '../store/store.ts';
import type { MemberRow, OrganizationRow } from '../store/tables/organizations.ts';

/** An account comes into an organization, at its root, and gets Organizations' role where it has none (org-service-linked-role-organizations). */
export function join(
  tx: Tx,
  organization: Pick<OrganizationRow, 'key' | 'rootId'>,
  member: Pick<MemberRow, 'account' | 'joinedMethod' | 'joinedAt'>,
): void {
  tx.organizations.addMember(organization.key, { ...member, parentId: organization.rootId });
  if (!tx.roles.has(member.account, ORGANIZATIONS_ROLE))
    tx.roles.set(member.account, ORGANIZATIONS_ROLE, true, member.joinedAt);
}

/** An account goes, and with it whatever it had only as a member. */
export function leave(tx: Tx, account: string): void {
  tx.organizations.removeMember(account);
}
