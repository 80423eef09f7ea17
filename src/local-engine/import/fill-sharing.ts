import type { Scope } from '../../contract/ports.ts';
import { configurationArn } from '../../validation/arns.ts';
import type { Tx } from '../store/store.ts';
import type { NewConfiguration } from '../store/tables/configurations.ts';
import type { CopiedOrganization } from './organization.ts';
import type { CopyPlan } from './plan.ts';
import type { CopiedShare } from './shares.ts';

/** The accounts that are known, and the organization that they are in. */
export function fillAccounts(tx: Tx, { copy, now, organization }: CopyPlan): void {
  const { account } = copy.scope;
  const members = organization?.members ?? [];
  const isMember = members.some((one) => one.account === account);
  if (!isMember) tx.sandbox.addAccount({ id: account, name: 'copied' }, now);
  for (const { account: id, name, email } of members) {
    const own = id === account && name === id ? 'copied' : name;
    tx.sandbox.addAccount({ id, name: own }, now, ...(email === '' ? [] : [email]));
  }
  if (organization !== undefined) fillOrganization(tx, organization, now);
}

function fillOrganization(tx: Tx, { row, units, members, services, shares }: CopiedOrganization, now: number): void {
  const organizationKey = tx.organizations.insert(row);
  // AWS names the units of an organization by their ids.
  for (const { id, parentId } of units) tx.organizations.units.insert({ organizationKey, id, parentId, name: id });
  for (const { account, joinedMethod, parentId, joinedAt } of members)
    tx.organizations.addMember(organizationKey, { account, joinedMethod, parentId, joinedAt });
  for (const { principal, enabledAt } of services) tx.organizations.trust(organizationKey, principal, enabledAt);
  if (shares) tx.shares.enableOrganization(row.managementAccount, now);
}

/** Resource shares with what is in them and whom they are for. */
export function fillShares(tx: Tx, { shares }: CopyPlan): void {
  for (const { row, entities, invitations, tags } of shares) {
    const { account, region, id, name, external, retain, createdAt, updatedAt } = row;
    const theirs = tx.in({ account, region }).shares;
    theirs.insert({ id, name, external, retain, createdAt });
    if (updatedAt !== createdAt) theirs.rename(id, { name, external, updatedAt });
    const shareKey = tx.shares.find(id)?.key;
    if (shareKey === undefined) throw new TypeError(`share ${id} was not inserted`);
    for (const entity of entities) fillEntity(tx, shareKey, entity);
    for (const { expiresAt, status, ...one } of invitations) {
      tx.invitations.insert({ shareKey, ...one, expiresAt: expiresAt ?? 0 });
      const key = tx.invitations.find(one.id)?.key;
      if (key !== undefined && status !== 'PENDING') tx.invitations.answer(key, status);
    }
    tx.tags.put([id], tags);
  }
}

function fillEntity(tx: Tx, shareKey: number, entity: CopiedShare['entities'][number]): void {
  const { createdAt, updatedAt, ...row } = entity;
  tx.shareEntities.put({ shareKey, ...row }, createdAt);
  if (updatedAt === createdAt) return;
  const stored = tx.shareEntities.find(shareKey, row.kind, row.entity);
  if (stored !== undefined) tx.shareEntities.setStatus(stored.key, row.status, updatedAt);
}

/** A configuration of another account that is in no share which could be read: whoever may list it has it shared. */
export function fillUnreadShare(
  tx: Tx,
  owner: Scope,
  { id, name }: NewConfiguration,
  account: string,
  at: number,
): void {
  const hex = id.replace(/^lic-/, '');
  const shareId = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  tx.in(owner).shares.insert({ id: shareId, name, external: true, retain: true, createdAt: at });
  const shareKey = tx.shares.find(shareId)?.key;
  if (shareKey === undefined) throw new TypeError(`share ${shareId} was not inserted`);
  const common = { shareKey, status: 'ASSOCIATED', external: true } as const;
  tx.shareEntities.put({ ...common, kind: 'RESOURCE', entity: configurationArn(owner, id), invited: false }, at);
  tx.shareEntities.put({ ...common, kind: 'PRINCIPAL', entity: account, invited: true }, at);
}
