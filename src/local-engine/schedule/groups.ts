import { changeViolations } from '../../validation/group-change.ts';
import { hostGroupSettings } from '../../validation/host-group.ts';
import type { Tx } from '../store/store.ts';
import type { HostGroupRow } from '../store/tables/host-groups.ts';
import { hostJoined, hostsJoining } from '../store/tables/hosts.ts';
import type { Applied } from './index.ts';

/** Hosts become members, and proposed settings come into force or fail (hrg-add-host-delay, hrg-update-asynchronous). */
export function groupsDue(tx: Tx, now: number): readonly Applied[] {
  const joined = hostsJoining(tx.db, now).map((host) => {
    hostJoined(tx.db, host.key);
    const group = host.groupKey === undefined ? undefined : tx.members.byKey(host.groupKey);
    return { at: host.joinsAt ?? now, what: `host ${host.id} is a member of ${group?.name ?? 'its group'}` };
  });
  return [...joined, ...tx.members.due(now).map((group) => ({ at: group.applyAt ?? now, what: settle(tx, group) }))];
}

/** What was right when it was asked for may have become wrong: a machine of a family that is to go may have started. */
function settle(tx: Tx, group: HostGroupRow): string {
  const broken = changeViolations(
    { group: group.name, present: tx.members.count(group.key), running: runningIn(tx, group.key) },
    hostGroupSettings(JSON.parse(group.proposed ?? group.configuration)),
  );
  if (broken.length > 0) {
    tx.members.failed(group.key, JSON.stringify(broken));
    return `the new settings of ${group.name} failed (${broken.map(({ id }) => id).join(', ')})`;
  }
  tx.members.applied(group.key);
  return `the new settings of ${group.name} are in force`;
}

const runningIn = (tx: Tx, key: number) =>
  tx.members
    .running(key)
    .map(({ family, instanceType }) => (instanceType === undefined ? { family } : { family, instanceType }));
