import type { HostFact, InstanceFact } from '../../contract/world.ts';
import { unitsOf } from '../hosts-table.ts';
import { chargesHost, hostUnits, machineOf, machineUnits } from '../licensing/counting.ts';
import { termsOf } from '../licensing/terms.ts';
import type { LaterWorld } from './later-world.ts';

const RUNS: ReadonlySet<string> = new Set(['pending', 'running']);

/**
 * Takes a machine out of a later world, with the licences that it holds. A host that stands empty then gives its licences
 * back too, unless a rule keeps them with the host (licenseAffinityToHost).
 */
export function release(instance: InstanceFact, later: LaterWorld): void {
  if (!RUNS.has(instance.state)) return;
  const { world } = later;
  const type = known(world.instanceType(instance.instanceType));
  const charging = known(world.charging('host-licences')) ?? 'per-host';
  if (type === undefined) return;
  const machine = machineOf(type, { coreCount: instance.coreCount, threadsPerCore: instance.threadsPerCore });
  for (const arn of instance.configurations) {
    const configuration = known(world.configuration(arn));
    if (configuration?.status !== 'AVAILABLE') continue;
    if (chargesHost(configuration.counting, instance.tenancy, charging)) continue;
    later.giveBack(arn, machineUnits(configuration.counting, machine, termsOf(configuration.rules)));
  }
  const host = instance.hostId === undefined ? undefined : known(world.host(instance.hostId));
  if (host === undefined) return;
  later.changeHost(host.hostId, (fact) => ({
    ...fact,
    usedUnits: Math.max(0, fact.usedUnits - unitsOf(type)),
    usedCores: Math.max(0, fact.usedCores - type.cores),
  }));
  emptied(host.hostId, later);
}

function emptied(hostId: string, later: LaterWorld): void {
  const { world } = later;
  const host = known(world.host(hostId));
  if (host === undefined || host.usedUnits > 0) return;
  const freed = host.chargedTo.filter((arn) => freeAtOnce(arn, host, later));
  later.changeHost(hostId, (fact) => ({ ...fact, chargedTo: fact.chargedTo.filter((arn) => !freed.includes(arn)) }));
}

function freeAtOnce(arn: string, host: HostFact, later: LaterWorld): boolean {
  const configuration = known(later.world.configuration(arn));
  if (configuration === undefined || termsOf(configuration.rules).affinityDays !== undefined) return false;
  later.giveBack(arn, hostUnits(configuration.counting, host));
  return true;
}

const known = <T>(fact: { readonly known: boolean; readonly value?: T | undefined }): T | undefined =>
  fact.known ? fact.value : undefined;
