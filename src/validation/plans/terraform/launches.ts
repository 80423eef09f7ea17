import type { LaunchStep, RestartStep } from '../../../contract/plan.ts';
import type { Tenancy } from '../../../contract/world.ts';
import { parseTenancy } from '../../words.ts';
import { groupType, unitsOfCapacity } from '../group-type.ts';
import { type MachineShape, runInstances } from '../machine-shape.ts';
import { blockOf, listOf, type Members, Open, Reading } from '../open.ts';
import { inZones, type ZoneOf } from '../zones.ts';
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
  'aws_cloud9_environment_ec2',
  'aws_cloudformation_stack',
  'aws_cloudformation_stack_instances',
  'aws_cloudformation_stack_set_instance',
  'aws_elastic_beanstalk_environment',
  'aws_emr_instance_fleet',
  'aws_emr_instance_group',
  'aws_imagebuilder_image',
  'aws_opsworks_instance',
  'aws_serverlessapplicationrepository_cloudformation_stack',
  'aws_servicecatalog_provisioned_product',
]);

/** What a resource launches or starts again. */
export function launchesOf(change: Change, where: Where): readonly (LaunchStep | RestartStep)[] {
  if (change.type === 'aws_instance') return instance(change, where);
  if (change.type === 'aws_autoscaling_group') return group(change, where);
  if (change.type === 'aws_ec2_instance_state') return started(change, where);
  if (!NOT_READ.has(change.type) || !(makes(change) || changesMoreThanTags(change))) return [];
  const open = [{ what: change.type, why: 'launches machines in a way that lm does not read' }];
  return [{ ...written(change, where), kind: 'launch', input: { MinCount: 1, MaxCount: 1 }, partial: true, open }];
}

/** Tags launch nothing; of any other change of such a resource it is not known what it launches. */
function changesMoreThanTags({ actions, before, after }: Change): boolean {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const differs = [...names].filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  return actions.includes('update') && differs.some((name) => !name.startsWith('tags'));
}

const written = ({ address, type, line }: Change, { file }: Where) => ({ address, type, place: { file, line } });

function instance(change: Change, where: Where): readonly (LaunchStep | RestartStep)[] {
  if (!makes(change)) return change.actions.includes('update') ? restarted(change, where) : [];
  const after = where.view.after(change);
  const shape = where.view.withTemplate(instanceShape(after), after.launch_template);
  const read = runInstances(inZones(shape, listOf(after.subnet_id).map(where.zoneOf)), 1);
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

/** `aws_ec2_instance_state`: a machine that runs from now on. One that the plan itself makes is judged where it is made. */
function started(change: Change, where: Where): readonly RestartStep[] {
  const after = where.view.after(change);
  const changes = makes(change) || (change.actions.includes('update') && change.before.state !== after.state);
  const reading = new Reading();
  const state = reading.text(after.state, 'state');
  if (!changes || (state !== 'running' && reading.open.length === 0)) return [];
  const instanceId = reading.text(after.instance_id, 'instance_id') ?? '';
  if (where.view.isMade(instanceId)) return [];
  return [{ ...written(change, where), kind: 'restart', instanceId, change: {}, open: reading.open }];
}

/** The attributes whose change in place stops the machine and starts it again. */
const RESTARTS = [
  ...['instance_type', 'tenancy', 'host_id', 'user_data', 'user_data_base64'],
  ...['cpu_options', 'cpu_core_count', 'cpu_threads_per_core'],
] as const;

function restarted(change: Change, where: Where): readonly RestartStep[] {
  const after = where.view.after(change);
  const changed = RESTARTS.filter(
    (name) => after[name] !== undefined && JSON.stringify(after[name]) !== JSON.stringify(change.before[name]),
  );
  if (changed.length === 0) return [];
  const reading = new Reading();
  if (changed.some((name) => name.startsWith('cpu_'))) {
    reading.miss('CPU options', 'change, and what the machine then counts is not judged');
  }
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
  if (wanted > 0 || reading.open.length > 0) notOnlyMachines(change, after, reading);
  const present = makes(change) ? 0 : sizeOf(change.before, new Reading());
  const more = wanted - present;
  if (more <= 0 && reading.open.length === 0) return [];
  const { input, open } = runInstances(inZones(groupShape(after, where), zonesOf(after, where)), Math.max(1, more));
  return [{ ...written(change, where), kind: 'launch', input, partial: true, open: [...reading.open, ...open] }];
}

/** What makes the size of a group say less than how many machines it launches. */
function notOnlyMachines(change: Change, after: Members, reading: Reading): void {
  const units = unitsOfCapacity(after.desired_capacity_type);
  if (units !== undefined) reading.miss('desired_capacity', units);
  const differs = (name: string): boolean => JSON.stringify(after[name]) !== JSON.stringify(change.before[name]);
  if (listOf(after.warm_pool).length > 0 && differs('warm_pool')) {
    reading.miss('warm_pool', 'launches more machines than the group runs');
  }
  const refreshes = listOf(after.instance_refresh).length > 0 && !makes(change);
  if (refreshes && ['launch_template', 'mixed_instances_policy', 'launch_configuration'].some(differs)) {
    reading.miss('instance_refresh', 'replaces the machines of the group, and what goes first is not known');
  }
}

/** A group starts with its desired capacity, or its smallest size where that is not written. */
function sizeOf(values: Members, reading: Reading): number {
  const least = reading.number(values.min_size, 'min_size') ?? 0;
  return Math.max(least, reading.number(values.desired_capacity, 'desired_capacity') ?? 0);
}

/** Where a group may launch: the zones that it names, or those of its subnets. */
function zonesOf(after: Members, { zoneOf }: Where): readonly ReturnType<ZoneOf>[] {
  const zones = listOf(after.availability_zones).map((zone) => (zone instanceof Open ? zone : String(zone)));
  return [...zones, ...listOf(after.vpc_zone_identifier).map(zoneOf)];
}

function groupShape(after: Members, { view }: Where): MachineShape {
  const zones = after.availability_zones instanceof Open ? [] : listOf(after.availability_zones);
  const zone = zones.length === 1 ? { Placement: { AvailabilityZone: zones[0] } } : {};
  const mixed =
    after.mixed_instances_policy instanceof Open ? after.mixed_instances_policy : blockOf(after.mixed_instances_policy);
  if (mixed instanceof Open) return { InstanceType: mixed };
  const policy = blockOf(mixed.launch_template);
  if (policy instanceof Open) return { InstanceType: policy };
  const type = groupType(policy.override, (one) => ({
    InstanceType: one.instance_type,
    InstanceRequirements: one.instance_requirements,
    LaunchTemplateSpecification: one.launch_template_specification,
    WeightedCapacity: one.weighted_capacity,
  }));
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
