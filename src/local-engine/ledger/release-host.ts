import { hostRows } from '../../validation/catalogue/host.ts';
import { checkIn } from '../../validation/check-in.ts';
import { hostGroupSettings } from '../../validation/host-group.ts';
import type { Tx } from '../store/store.ts';
import type { HostRow } from '../store/tables/hosts.ts';
import type { InstanceRow } from '../store/tables/instances.ts';
import { detachAll } from './associate.ts';

const HOUR = 3_600_000;

/**
 * A host goes: it leaves the configurations it was attached to by hand and its group, and stays visible as released. Licences
 * that affinity ties to it stay taken (host-release-keeps-affinity).
 */
export function releaseHost(tx: Tx, host: HostRow, now: number): void {
  detachAll(tx, host, now);
  const { hosts } = tx.in(host);
  hosts.leaveGroup(host.id);
  hosts.setState(host.id, 'released', now);
}

/**
 * Releases the hosts on which nothing runs any more, where their group says so (hrg-setting-auto-release).
 * @param left machines that have just stopped or gone
 */
export function releaseIdle(tx: Tx, left: readonly Pick<InstanceRow, 'hostId'>[], now: number): void {
  const ids = new Set(left.flatMap(({ hostId }) => hostId ?? []));
  for (const host of tx.members.idle([...ids])) {
    const group = host.groupKey === undefined ? undefined : tx.members.byKey(host.groupKey);
    if (group === undefined || mustStay(host, now)) continue;
    if (hostGroupSettings(JSON.parse(group.configuration)).autoRelease) releaseHost(tx, host, now);
  }
}

/** A Mac host stays for its first 24 hours. */
const mustStay = ({ id, family, allocatedAt }: HostRow, now: number): boolean =>
  checkIn(hostRows, 'host-mac-24h', { hostId: id, family, hoursAllocated: (now - allocatedAt) / HOUR }).length > 0;
