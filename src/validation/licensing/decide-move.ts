import type { Decision, Violation } from '../../contract/decision.ts';
import type { Input } from '../../contract/operations.ts';
import type { InstanceFact, Tenancy, World } from '../../contract/world.ts';
import { check } from '../catalogue/index.ts';
import { unitsOf } from '../hosts-table.ts';
import { Asking } from './ask.ts';
import type { Room } from './candidate.ts';
import { decideStart } from './decide-start.ts';
import { verdictOf } from './judge.ts';
import { freeCores } from './judge-room.ts';
import { judgeMatrix } from './judge-rules.ts';
import { isRoom, namedHost, poolFor } from './room.ts';

type MoveInput = Input<'ec2:ModifyInstancePlacement'>;

/** Where a stopped machine is to start next. */
export interface MovePlan {
  readonly instanceId: string;
  readonly tenancy: Tenancy;
  readonly affinity: 'default' | 'host';
  readonly hostId?: string;
  readonly hostResourceGroupArn?: string;
}

/** `plan` is undefined where there is nothing to apply: refused, or not known. */
export type MoveDecision = Decision<MovePlan | undefined>;

/**
 * May this machine change to another tenancy, host or group? Guards first: what the request says, whether the machine
 * exists and is stopped. Then billing code and tenancy, and the room that it needs now. Its licences are judged when it
 * starts; here they only warn (tenancy-license-rules-on-start).
 */
export function decideMove(input: MoveInput, world: World): MoveDecision {
  const asking = new Asking();
  const { InstanceId: instanceId = '' } = input;
  const fact = world.instance(instanceId);
  const instance = asking.value(fact, `instance ${instanceId}`);
  if (!fact.known) return decision(requestGuards(input), asking);
  const guards = [
    requestGuards(input),
    check('ec2-instance-not-found', { instanceId, found: instance !== undefined }),
    instance === undefined ? [] : check('tenancy-stopped', { instanceId, state: instance.state }),
    instance === undefined ? [] : tenancyGuards(input, instance),
  ];
  const broken = guards.find((list) => list.length > 0);
  if (broken !== undefined || instance === undefined) return decision(broken ?? [], asking);
  return judgeMove(input, instance, world, asking);
}

/** What the request breaks by itself. */
function requestGuards({ InstanceId, Tenancy, Affinity, HostId, HostResourceGroupArn }: MoveInput) {
  const given = [Tenancy, Affinity, HostId, HostResourceGroupArn].some((member) => member !== undefined);
  return [
    ...check('tenancy-at-least-one', { instanceId: InstanceId ?? '', given }),
    ...check('tenancy-hrg-no-host', { group: HostResourceGroupArn, hostId: HostId, affinity: Affinity }),
  ];
}

/** What goes with host tenancy only, of a machine that keeps its tenancy where none is given. */
function tenancyGuards(input: MoveInput, { instanceId, tenancy: present }: InstanceFact): readonly Violation[] {
  const tenancy = input.Tenancy ?? present;
  return [
    ...check('ec2-affinity-needs-host', { tenancy, affinity: input.Affinity }),
    ...check('tenancy-host-id-needs-host', { instanceId, tenancy, hostId: input.HostId }),
    ...check('tenancy-hrg-requires-host', { instanceId, tenancy, group: input.HostResourceGroupArn }),
  ];
}

function judgeMove(input: MoveInput, instance: InstanceFact, world: World, asking: Asking): MoveDecision {
  const plan = planOf(input, instance);
  const group = groupGuards(plan.hostResourceGroupArn, world, asking);
  if (group.length > 0) return decision(group, asking);
  const room = needsRoom(plan, input, instance) ? roomFor(plan, instance, world, asking) : NO_HOST;
  if (!isRoom(room)) return decision(room, asking);
  const unlawful = [...matrixOf(plan, instance), ...burstable(plan.tenancy, instance)];
  if (unlawful.length > 0) return decision(unlawful, asking);
  const crowded = judgeRoom(room, instance);
  if (crowded.length > 0 || asking.isOpen) return decision(crowded, asking);
  return decision([], asking, nextStart(instance, plan, world), plan);
}

/**
 * Where the machine would start. A host that is named alone is meant as its own (affinity host). Naming a host, or an
 * affinity, takes a machine out of its group; the host it last ran on was the group's then, and is forgotten too.
 */
function planOf(input: MoveInput, instance: InstanceFact): MovePlan {
  const { instanceId } = instance;
  const { HostId, HostResourceGroupArn, Affinity, Tenancy: tenancy = instance.tenancy } = input;
  if (tenancy !== 'host') return { instanceId, tenancy, affinity: 'default' };
  if (HostResourceGroupArn !== undefined)
    return { instanceId, tenancy, affinity: 'default', hostResourceGroupArn: HostResourceGroupArn };
  if (HostId !== undefined) return { instanceId, tenancy, affinity: Affinity ?? 'host', hostId: HostId };
  const { hostId, hostResourceGroupArn } = instance;
  const affinity = Affinity ?? instance.affinity;
  if (hostResourceGroupArn === undefined || Affinity !== undefined) {
    const stays = hostResourceGroupArn === undefined && hostId !== undefined;
    return { instanceId, tenancy, affinity, ...(stays ? { hostId } : {}) };
  }
  return { instanceId, tenancy, affinity, hostResourceGroupArn, ...(hostId === undefined ? {} : { hostId }) };
}

function groupGuards(group: string | undefined, world: World, asking: Asking): readonly Violation[] {
  if (group === undefined) return [];
  const fact = world.group(group);
  const found = asking.value(fact, `host resource group ${group}`);
  return fact.known ? check('tenancy-hrg-needs-group', { group, accessible: found?.accessible ?? false }) : [];
}

const matrixOf = ({ instanceId, tenancy, hostResourceGroupArn }: MovePlan, { usageOperation }: InstanceFact) =>
  judgeMatrix({ instanceId, usageOperation, tenancy, inGroup: hostResourceGroupArn !== undefined }).violations;

/** T3 machines neither leave host tenancy nor come to it. */
function burstable(to: Tenancy, { instanceId, instanceType, tenancy: from }: InstanceFact): readonly Violation[] {
  const subject = { instanceId, instanceType, from };
  if (to === from) return [];
  if (to === 'host') return check('tenancy-t3-launch-only', subject);
  return check(to === 'default' ? 'tenancy-cmd-default' : 'tenancy-cmd-dedicated', subject);
}

/** Room is needed for a host that is named, and for coming to Dedicated Hosts; a group finds room when it starts. */
const needsRoom = ({ tenancy, hostResourceGroupArn }: MovePlan, { HostId }: MoveInput, from: InstanceFact): boolean =>
  tenancy === 'host' &&
  hostResourceGroupArn === undefined &&
  (HostId !== undefined || from.tenancy !== 'host' || from.hostResourceGroupArn !== undefined);

const NO_HOST: Room = { kind: 'open' };

/** Where it could be placed now, or what keeps it off Dedicated Hosts altogether. */
function roomFor(plan: MovePlan, from: InstanceFact, world: World, asking: Asking): Room | readonly Violation[] {
  const { instanceType, zone } = from;
  const type = asking.value(world.instanceType(instanceType), `instance type ${instanceType}`);
  if (type === undefined) return NO_HOST;
  const unsupported = check('host-type-unsupported', { instanceType, dedicatedHosts: type.dedicatedHosts });
  if (unsupported.length > 0) return unsupported;
  return plan.hostId === undefined
    ? poolFor({ type, zone, targeted: false }, world, asking)
    : namedHost(plan.hostId, type, zone, world, asking);
}

/** Room now for one machine, of a host that takes it. */
function judgeRoom(room: Room, { instanceId, instanceType, zone }: InstanceFact): readonly Violation[] {
  if (room.kind !== 'hosts') return [];
  if (room.refusals.length > 0) return room.refusals;
  const units = unitsOf(instanceType);
  const fits = room.hosts.some((host) => host.capacityUnits - host.usedUnits >= units);
  const hosts = room.hosts.map((host) => ({ hostId: host.hostId, freeCores: freeCores(host) }));
  return check('tenancy-host-needs-capacity', { instanceId, instanceType, zone, fits, hosts });
}

/** What the machine would be refused for when it starts where it is moved to. */
function nextStart(instance: InstanceFact, plan: MovePlan, world: World): readonly Violation[] {
  const { hostId: _host, hostResourceGroupArn: _group, ...rest } = instance;
  const { violations } = decideStart({ ...rest, ...plan }, world);
  const reasons = violations.map(({ id, args: { configuration } }) =>
    typeof configuration === 'string' ? `${id} (${configuration})` : id,
  );
  return check('tenancy-license-rules-on-start', { instanceId: instance.instanceId, reasons });
}

function decision(
  violations: readonly Violation[],
  asking: Asking,
  alerts: readonly Violation[] = [],
  plan?: MovePlan,
): MoveDecision {
  const verdict = verdictOf(violations, alerts, asking);
  return { verdict, violations, alerts, notChecked: asking.open, fits: plan === undefined ? 0 : 1, plan };
}
