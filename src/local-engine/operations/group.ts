import type { Group, GroupConfiguration } from '@aws-sdk/client-resource-groups';
import type { HostGroupFact } from '../../contract/world.ts';
import { groupArn, parseGroupArn } from '../../validation/arns.ts';
import { type ConstraintId, check } from '../../validation/catalogue/index.ts';
import { guard } from '../../validation/guard.ts';
import { nearest } from '../../validation/nearest.ts';
import type { Context } from '../operation.ts';
import type { Tx } from '../store/store.ts';
import type { HostGroupRow } from '../store/tables/host-groups.ts';
import type { TagRow } from '../store/tables/tags.ts';

/** What naming a group may break; who changes it must also own it. */
export const GROUP_CONSTRAINTS = ['hrg-group-named', 'hrg-not-found'] as const satisfies readonly ConstraintId[];
export const OWN_GROUP_CONSTRAINTS = [
  ...GROUP_CONSTRAINTS,
  'hrg-owner-only',
] as const satisfies readonly ConstraintId[];

/** How a request names a group: by name or ARN, in either of two members. */
interface Named {
  readonly Group?: string | undefined;
  readonly GroupName?: string | undefined;
}

type Here = Pick<Context, 'scope' | 'here' | 'world'>;

/**
 * The group a request names: one of the caller's in its Region, or by its ARN one that is shared with it.
 * @throws Refused hrg-group-named or hrg-not-found
 */
export function foundGroup(tx: Tx, { Group, GroupName }: Named, { scope, here, world }: Here): HostGroupRow {
  guard(check('hrg-group-named', { Group, GroupName }));
  const given = Group ?? GroupName ?? '';
  const parsed = parseGroupArn(given);
  const isForeign = parsed !== undefined && parsed.account !== scope.account;
  const fact = isForeign ? world.group(given) : undefined;
  const isHere = parsed === undefined || parsed.region === scope.region;
  const isUsable = isHere && (fact === undefined || (fact.known && fact.value?.accessible === true));
  const row = isUsable ? tx.in(parsed ?? scope).groups.named(parsed?.name ?? given) : undefined;
  const names = row === undefined ? here.groups.after(0, MOST_NAMES).map(({ name }) => name) : [];
  guard(check('hrg-not-found', { group: given, found: row !== undefined, nearest: nearest(given, names) }));
  if (row === undefined) throw new TypeError('unreachable: the guard refused');
  return row;
}

const MOST_NAMES = 1000;

/**
 * The same, and the caller owns it: only the owner changes a group.
 * @throws Refused hrg-group-named, hrg-not-found or hrg-owner-only
 */
export function ownGroup(tx: Tx, named: Named, context: Here): HostGroupRow {
  const row = foundGroup(tx, named, context);
  guard(check('hrg-owner-only', { group: row.name, ownerId: row.account, accountId: context.scope.account }));
  return row;
}

export const groupArnOf = (row: Pick<HostGroupRow, 'account' | 'region' | 'name'>): string => groupArn(row, row.name);

/** The group as decisions see it. It was found before, so that the World knows it. */
export function groupFact(row: HostGroupRow, { world }: Pick<Context, 'world'>): HostGroupFact {
  const fact = world.group(groupArnOf(row));
  if (!fact.known || fact.value === undefined) throw new TypeError(`the World does not know ${groupArnOf(row)}`);
  return fact.value;
}

const textOf = ({ description, criticality, owner, displayName }: HostGroupRow) => ({
  ...(description === undefined ? {} : { Description: description }),
  ...(criticality === undefined ? {} : { Criticality: criticality }),
  ...(owner === undefined ? {} : { Owner: owner }),
  ...(displayName === undefined ? {} : { DisplayName: displayName }),
});

/** A group as GetGroup, CreateGroup, UpdateGroup and DeleteGroup answer it. */
export const groupAnswer = (row: HostGroupRow): Group => ({
  GroupArn: groupArnOf(row),
  Name: row.name,
  ...textOf(row),
});

/** A group as ListGroups answers it. */
export const groupIdentifier = (row: HostGroupRow) => ({
  GroupName: row.name,
  GroupArn: groupArnOf(row),
  ...textOf(row),
});

/** The settings in force without what an update proposes. */
export const groupSettings = (row: HostGroupRow): Pick<GroupConfiguration, 'Configuration' | 'Status'> => ({
  Configuration: JSON.parse(row.configuration),
  Status: row.status,
});

/** Tags as Resource Groups writes them: by key. */
export const tagMap = (tags: readonly TagRow[]): Record<string, string> =>
  Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));

/** The same as they are stored and checked. */
export const tagRows = (tags: Readonly<Record<string, string>> | undefined): readonly TagRow[] =>
  Object.entries(tags ?? {}).map(([Key, Value]) => ({ Key, Value }));
