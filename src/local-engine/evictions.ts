import type { EvictionNotice, Sandbox } from '../contract/ports.ts';
import type { Tx } from './store/store.ts';
import type { EvictionRow } from './store/tables/evictions.ts';

type Of = Parameters<Sandbox['evictions']>[0];

/** The notices of a host, of a machine or for having left a group, as they stand. */
export function evictionsOf(tx: Tx, of: Of): readonly EvictionNotice[] {
  return rowsOf(tx, of).map((row) => ({
    instanceId: row.instanceId,
    accountId: row.account,
    hostId: row.hostId,
    hostOwnerId: row.owner,
    groupArn: row.groupArn,
    notifiedAt: new Date(row.notifiedAt),
    deadline: new Date(row.deadline),
  }));
}

function rowsOf({ evictions }: Tx, of: Of): readonly EvictionRow[] {
  if ('hostId' in of) return evictions.ofHost(of.hostId);
  return 'groupArn' in of ? evictions.ofGroup(of.groupArn) : evictions.ofInstance(of.instanceId);
}
