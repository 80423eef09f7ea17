import { check } from '../../validation/catalogue/index.ts';
import { evictionDeadline } from '../moments.ts';
import type { Context } from '../operation.ts';
import type { Tx } from '../store/store.ts';
import type { HostGroupRow } from '../store/tables/host-groups.ts';
import { groupArnOf } from './group.ts';

/**
 * A host has left a group. Where the group is shared, the host is withdrawn from that: other accounts get notice to move
 * their machines, each account with an alert of its own (hrg-remove-host-shared).
 */
export function giveNotice(tx: Tx, group: HostGroupRow, hostId: string, { now, alert }: Context): void {
  const arn = groupArnOf(group);
  if (!tx.shareEntities.isShared(arn)) return;
  const deadline = evictionDeadline(now);
  tx.evictions.notify(hostId, arn, now, deadline);
  const standing = tx.evictions.ofHost(hostId);
  for (const consumer of new Set(standing.map((one) => one.account))) {
    const machines = standing.filter((one) => one.account === consumer).map((one) => one.instanceId);
    alert(check('hrg-remove-host-shared', { hostId, group: group.name, consumer, machines, deadline }));
  }
}

/** A host that joins a shared group is shared again, so nobody has to leave it. */
export function takeNoticeBack(tx: Tx, group: HostGroupRow, hostId: string): void {
  if (tx.shareEntities.isShared(groupArnOf(group))) tx.evictions.withdraw(hostId);
}
