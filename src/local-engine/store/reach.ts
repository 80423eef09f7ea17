import type { Scope } from '../../contract/ports.ts';
import type { Tx } from './store.ts';
import type { Reach } from './tables/share-entities.ts';

/** Where an account stands: the names under which a share may be for it. */
interface Standing {
  /** The account itself; where sharing within its organization is on, also that and the units that it stands in. */
  readonly principals: readonly string[];
  /** Its organization, where sharing within that is on. */
  readonly organizationId: string | undefined;
}

function standingOf(tx: Tx, account: string): Standing {
  const organization = tx.organizations.of(account);
  if (organization === undefined || !tx.shares.sharesWithin(organization.managementAccount))
    return { principals: [account], organizationId: undefined };
  const { arn, id, managementAccount, key } = organization;
  const units = unitsAbove(tx, key, tx.organizations.member(key, account)?.parentId);
  const unitArns = units.map((unit) => `arn:aws:organizations::${managementAccount}:ou/${id}/${unit}`);
  return { principals: [account, arn, ...unitArns], organizationId: id };
}

/** The organizational unit that an account stands in, and those above it. */
function unitsAbove(tx: Tx, organizationKey: number, parent: string | undefined): readonly string[] {
  const unit = parent === undefined ? undefined : tx.organizations.units.find(organizationKey, parent);
  return unit === undefined ? [] : [unit.id, ...unitsAbove(tx, organizationKey, unit.parentId)];
}

/**
 * Whether two accounts share without invitations: both in one organization whose management account has switched that on.
 */
export function areKin(tx: Tx, one: string, other: string): boolean {
  const organization = tx.organizations.of(one);
  if (organization === undefined || !tx.shares.sharesWithin(organization.managementAccount)) return false;
  return tx.organizations.areTogether(one, other);
}

/** An invitation that was accepted holds by itself; everything else only while both are in one organization. */
function holds(tx: Tx, reach: Reach, account: string): boolean {
  return reach.invited || reach.retain || reach.owner === account || areKin(tx, reach.owner, account);
}

/**
 * Whether a share lets an account use what belongs to another, now: the resource is in it, the account is one of its
 * principals, and is still in the organization where that is what it rests on (config-share-use-precondition).
 * @param arn of a license configuration or a host resource group
 */
export function isSharedWith(tx: Tx, arn: string, account: string): boolean {
  const { principals } = standingOf(tx, account);
  return tx.shareEntities.reaches(arn, principals).some((reach) => holds(tx, reach, account));
}

/** The keys of the shares by which other accounts let one use something, in order of creation. */
export function sharesReaching(tx: Tx, scope: Scope): readonly number[] {
  const { principals } = standingOf(tx, scope.account);
  const found = tx.shareEntities.sharesFor(scope, principals).filter((reach) => holds(tx, reach, scope.account));
  return [...new Set(found.map((reach) => reach.shareKey))];
}

/** ARNs of what other accounts let one use in a Region. */
export function sharedArns(tx: Tx, scope: Scope): readonly string[] {
  const keys = sharesReaching(tx, scope);
  if (keys.length === 0) return [];
  const resources = tx.shareEntities.inShares(keys, 'RESOURCE', { status: 'ASSOCIATED' }, 0, Number.MAX_SAFE_INTEGER);
  return [...new Set(resources.map((row) => row.entity))];
}
