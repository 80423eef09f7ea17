import type { LaunchPlan, NewHost } from '../../contract/launch.ts';
import { parseGroupArn } from '../../validation/arns.ts';
import { hostFamily } from '../../validation/host-families.ts';
import { capacityUnits } from '../../validation/hosts-table.ts';
import type { Ids } from '../ids.ts';
import type { Tx } from '../store/store.ts';

/**
 * Allocates the hosts that a plan opens in a host resource group: they belong to the group's owner and are members at once
 * (hrg-share-ownership, hrg-setting-auto-allocate).
 * @returns the plan with their own ids in place of those that stood for them
 */
export function openHosts(tx: Tx, plan: LaunchPlan, region: string, ids: Ids, now: number): LaunchPlan {
  const { newHosts = [], hostResourceGroupArn: arn } = plan;
  if (newHosts.length === 0 || arn === undefined) return plan;
  const parsed = parseGroupArn(arn);
  const group = parsed && tx.in(parsed).groups.named(parsed.name);
  if (group === undefined) throw new TypeError(`the plan names ${arn}, which does not exist`);
  const own = new Map(newHosts.map((host) => [host.hostId, ids.next('h')]));
  const named = <T extends { readonly hostId: string }>(one: T): T => ({
    ...one,
    hostId: own.get(one.hostId) ?? one.hostId,
  });
  const opened = newHosts.map(named);
  for (const host of opened) allocate(tx, host, region, group.key, now);
  return {
    ...plan,
    newHosts: opened,
    placements: plan.placements.map(named),
    hostCharges: plan.hostCharges.map(named),
  };
}

function allocate(tx: Tx, host: NewHost, region: string, groupKey: number, now: number): void {
  const { hostId: id, ownerId, family, instanceType, zone, recovery } = host;
  const { hosts } = tx.in({ account: ownerId, region });
  const facts = hostFamily(family);
  hosts.insert({
    id,
    family,
    instanceType,
    zone,
    state: 'available',
    autoPlacement: false,
    hostRecovery: recovery,
    hostMaintenance: false,
    cores: facts?.physicalCores ?? 0,
    sockets: facts?.sockets ?? 0,
    vcpus: facts?.vcpus,
    capacityUnits: capacityUnits(family, instanceType) ?? 0,
    allocatedAt: now,
  });
  hosts.join(id, groupKey, undefined);
}
