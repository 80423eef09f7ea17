import type { Violation } from '../../contract/decision.ts';
import type { ConfigurationFact, InstanceFact, World } from '../../contract/world.ts';
import { applyingOf } from './applying.ts';
import type { Asking } from './ask.ts';
import type { Candidate, Room } from './candidate.ts';
import { machineOf } from './counting.ts';
import { groupRoom } from './group-room.ts';
import { type GroupJudged, judgeDirectStart, judgeGroupStart, NO_GROUP } from './judge-group.ts';
import { namedHost, poolFor } from './room.ts';

/**
 * An existing machine as a candidate: it wants to start, or to come under more configurations while it runs.
 * Undefined where something about it could not be read.
 * @param groupJudged what its host resource group says; a machine that runs already is not asked again
 */
export function machineCandidate(
  instance: InstanceFact,
  configurations: readonly ConfigurationFact[],
  room: Room,
  world: World,
  asking: Asking,
  groupJudged: GroupJudged = NO_GROUP,
): Candidate | undefined {
  const type = asking.value(world.instanceType(instance.instanceType), `instance type ${instance.instanceType}`);
  const charging = asking.value(world.charging('host-licences'), 'how hosts are charged');
  if (type === undefined || charging === undefined) return undefined;
  const cpu = { coreCount: instance.coreCount, threadsPerCore: instance.threadsPerCore };
  return {
    instanceId: instance.instanceId,
    imageId: instance.imageId,
    usageOperation: instance.usageOperation,
    tenancy: instance.tenancy,
    inGroup: instance.hostResourceGroupArn !== undefined,
    groupJudged,
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

/**
 * Where a stopped machine may start: through the group that its placement names, on its own host with affinity host, else on
 * any that auto-placement offers.
 * @param configurations those that it is associated with
 */
export function roomToStart(
  instance: InstanceFact,
  configurations: readonly ConfigurationFact[],
  world: World,
  asking: Asking,
): Room | readonly Violation[] {
  const { tenancy, affinity, hostId, zone, hostResourceGroupArn: arn } = instance;
  if (tenancy !== 'host') return { kind: 'open' };
  const type = asking.value(world.instanceType(instance.instanceType), `instance type ${instance.instanceType}`);
  if (type === undefined) return { kind: 'open' };
  if (arn !== undefined) return groupRoom({ arn, type, zone, count: 1, configurations }, world, asking);
  if (affinity === 'host' && hostId !== undefined) return namedHost(hostId, type, undefined, world, asking);
  return withReason(poolFor({ type, zone, targeted: false }, world, asking), instance, world, asking);
}

/** Where no host takes it because its own has joined a group, that is the reason to tell (hrg-restart-after-add). */
function withReason(room: Room, { instanceId, hostId }: InstanceFact, world: World, asking: Asking): Room {
  if (room.kind !== 'hosts' || room.hosts.length > 0 || room.refusals.length > 0 || hostId === undefined) return room;
  return { ...room, refusals: judgeDirectStart(instanceId, hostId, world, asking).violations };
}

/** What the group says that a machine starts in, or the one that the host it is tied to has joined. */
export function groupToStart(
  instance: InstanceFact,
  room: Room,
  configurations: readonly ConfigurationFact[],
  world: World,
  asking: Asking,
): GroupJudged {
  const { instanceId, instanceType, hostId } = instance;
  const type = asking.value(world.instanceType(instanceType), `instance type ${instanceType}`);
  if (room.kind !== 'hosts' || type === undefined) return NO_GROUP;
  if (room.group !== undefined) return judgeGroupStart(room.group, { instanceId, type, configurations }, world);
  return room.named && hostId !== undefined ? judgeDirectStart(instanceId, hostId, world, asking) : NO_GROUP;
}
