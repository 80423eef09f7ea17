import type { Violation } from '../../contract/decision.ts';
import type { ConfigurationFact, InstanceFact, World } from '../../contract/world.ts';
import { applyingOf } from './applying.ts';
import type { Asking } from './ask.ts';
import type { Candidate, Room } from './candidate.ts';
import { machineOf } from './counting.ts';
import { namedHost, poolFor } from './room.ts';

/**
 * An existing machine as a candidate: it wants to start, or to come under more configurations while it runs.
 * Undefined where something about it could not be read.
 */
export function machineCandidate(
  instance: InstanceFact,
  configurations: readonly ConfigurationFact[],
  room: Room,
  world: World,
  asking: Asking,
): Candidate | undefined {
  const type = asking.value(world.instanceType(instance.instanceType), `instance type ${instance.instanceType}`);
  const charging = asking.value(world.charging('host-licences'), 'how hosts are charged');
  if (type === undefined || charging === undefined) return undefined;
  const cpu = { coreCount: instance.coreCount, threadsPerCore: instance.threadsPerCore };
  return {
    imageId: instance.imageId,
    usageOperation: instance.usageOperation,
    tenancy: instance.tenancy,
    inGroup: false,
    type,
    machine: machineOf(type, cpu),
    cpu,
    zone: instance.zone,
    affinity: instance.affinity,
    min: 1,
    max: 1,
    room,
    charging,
    applying: applyingOf(configurations),
  };
}

/** Where a stopped machine may start: on its own host with affinity host, else on any that auto-placement offers. */
export function roomToStart(instance: InstanceFact, world: World, asking: Asking): Room | readonly Violation[] {
  if (instance.tenancy !== 'host') return { kind: 'open' };
  const type = asking.value(world.instanceType(instance.instanceType), `instance type ${instance.instanceType}`);
  if (type === undefined) return { kind: 'open' };
  if (instance.affinity === 'host' && instance.hostId !== undefined) {
    return namedHost(instance.hostId, type, undefined, world, asking);
  }
  return poolFor({ type, zone: instance.zone, targeted: false }, world, asking);
}
