import type { LaunchStep, RestartStep } from '../../../contract/plan.ts';
import type { Tenancy } from '../../../contract/world.ts';
import { parseTenancy } from '../../words.ts';
import { type MachineShape, runInstances } from '../machine-shape.ts';
import { blockOf, listOf, type Members, membersOf, Open, Reading } from '../open.ts';
import type { Where } from './changes.ts';
import type { Change } from './document.ts';
import { makes } from './plan-view.ts';
import { instanceShape } from './shapes.ts';

/** Resources that launch machines in ways that are not read: they leave the verdict open. */
const NOT_READ: ReadonlySet<string> = new Set([
  'aws_ec2_fleet',
  'aws_spot_fleet_request',
  'aws_spot_instance_request',
  'aws_emr_cluster',
  'aws_batch_compute_environment',
  'aws_eks_node_group',
]);

/** What a resource launches or starts again. */
export function launchesOf(change: Change, where: Where): readonly (LaunchStep | RestartStep)[] {
  if (change.type === 'aws_instance') return instance(change, where);
  if (change.type === 'aws_autoscaling_group') return group(change, where);
  if (!NOT_READ.has(change.type) || !makes(change)) return [];
  const open = [{ what: change.type, why: 'launches machines in a way that lm does not read' }];
  return [{ ...written(change, where), kind: 'launch', input: { MinCount: 1, MaxCount: 1 }, partial: true, open }];
}

const written = ({ address, type, line }: Change, { file }: Where) => ({ address, type, place: { file, line } });

function instance(change: Change, where: Where): readonly (LaunchStep | RestartStep)[] {
  if (!makes(change)) return change.actions.includes('update') ? restarted(change, where) : [];
  const after = where.view.after(change);
  const read = runInstances(where.view.withTemplate(instanceShape(after), after.launch_template), 1);
  const goesFirst = change.actions[0] === 'delete' && typeof change.before.id === 'string';
  return [
    {
      ...written(change, where),
      kind: 'launch',
      ...read,
      partial: false,
      ...(goesFirst ? { replaces: String(change.before.id) } : {}),
    },
  ];
}

/** The attributes whose change in place stops the machine and starts it again. */
const RESTARTS = ['instance_type', 'tenancy', 'host_id'] as const;

function restarted(change: Change, where: Where): readonly RestartStep[] {
  const after = where.view.after(change);
  const changed = RESTARTS.filter((name) => after[name] !== undefined && after[name] !== change.before[name]);
  if (changed.length === 0) return [];
  const reading = new Reading();
  const instanceType = reading.text(after.instance_type, 'instance_type');
  const tenancy = tenancyOf(reading.text(after.tenancy, 'tenancy'));
  const hostId = changed.includes('host_id') ? reading.text(after.host_id, 'host_id') : undefined;
  return [
    {
      ...written(change, where),
      kind: 'restart',
      instanceId: String(change.before.id ?? ''),
      change: {
        ...(instanceType === undefined ? {} : { instanceType }),
        ...(tenancy === undefined ? {} : { tenancy }),
        ...(hostId === undefined ? {} : { hostId, affinity: 'host' }),
      },
      open: reading.open,
    },
  ];
}

const tenancyOf = (text: string | undefined): Tenancy | undefined =>
  text === undefined ? undefined : parseTenancy(text);

function group(change: Change, where: Where): readonly LaunchStep[] {
  if (!makes(change) && !change.actions.includes('update')) return [];
  const after = where.view.after(change);
  const reading = new Reading();
  const wanted = sizeOf(after, reading);
  const present = makes(change) ? 0 : sizeOf(change.before, new Reading());
  const more = wanted - present;
  if (more <= 0 && reading.open.length === 0) return [];
  const { input, open } = runInstances(groupShape(after, where), Math.max(1, more));
  return [{ ...written(change, where), kind: 'launch', input, partial: true, open: [...reading.open, ...open] }];
}

/** A group starts with its desired capacity, or its smallest size where that is not written. */
function sizeOf(values: Members, reading: Reading): number {
  const least = reading.number(values.min_size, 'min_size') ?? 0;
  return Math.max(least, reading.number(values.desired_capacity, 'desired_capacity') ?? 0);
}

function groupShape(after: Members, { view }: Where): MachineShape {
  const zones = after.availability_zones instanceof Open ? [] : listOf(after.availability_zones);
  const zone = zones.length === 1 ? { Placement: { AvailabilityZone: zones[0] } } : {};
  const mixed =
    after.mixed_instances_policy instanceof Open ? after.mixed_instances_policy : blockOf(after.mixed_instances_policy);
  if (mixed instanceof Open) return { InstanceType: mixed };
  const policy = membersOf(listOf(mixed.launch_template)[0]);
  const types = listOf(policy.override).map((one) => membersOf(one).instance_type);
  const type = types.length > 1 ? new Open(`is chosen by EC2 Auto Scaling: ${types.map(String).join(', ')}`) : types[0];
  const own = { ...zone, ...(type === undefined ? {} : { InstanceType: type }) };
  if (
    after.launch_configuration !== undefined &&
    after.launch_configuration !== null &&
    after.launch_configuration !== ''
  ) {
    return { ImageId: new Open('stands in a launch configuration, which lm does not read') };
  }
  const template = policy.launch_template_specification ?? after.launch_template;
  return view.withTemplate(own, template);
}
