import type { MachineShape } from '../machine-shape.ts';
import { present } from '../machine-shape.ts';
import { blockOf, listOf, type Members, membersOf, Open } from '../open.ts';

/** A block whose members get EC2's names; an open block stays open, an absent one absent. */
function renamed(value: unknown, names: Readonly<Record<string, string>>): unknown {
  const block = value instanceof Open ? value : blockOf(value);
  if (block instanceof Open) return block;
  const members = present(Object.fromEntries(Object.entries(names).map(([to, from]) => [to, block[from]])));
  return Object.keys(members).length === 0 ? undefined : members;
}

const CPU = { CoreCount: 'core_count', ThreadsPerCore: 'threads_per_core' };
const MARKET = { MarketType: 'market_type' };

/** `aws_instance`, with EC2's names. Its template is read by who knows the plan. */
export function instanceShape(after: Members): MachineShape {
  const cpu = renamed(after.cpu_options, CPU);
  const older = renamed(after, { CoreCount: 'cpu_core_count', ThreadsPerCore: 'cpu_threads_per_core' });
  return {
    ImageId: absentIfEmpty(after.ami),
    InstanceType: absentIfEmpty(after.instance_type),
    Placement: renamed(after, {
      Tenancy: 'tenancy',
      HostId: 'host_id',
      HostResourceGroupArn: 'host_resource_group_arn',
      AvailabilityZone: 'availability_zone',
      GroupName: 'placement_group',
    }),
    CpuOptions: cpu ?? older,
    InstanceMarketOptions: renamed(after.instance_market_options, MARKET),
  };
}

/** `aws_launch_template`, with EC2's names. */
export function templateShape(after: Members): MachineShape {
  const licences = after.license_specification;
  return {
    ImageId: absentIfEmpty(after.image_id),
    InstanceType: absentIfEmpty(after.instance_type),
    Placement: renamed(after.placement, {
      Tenancy: 'tenancy',
      HostId: 'host_id',
      HostResourceGroupArn: 'host_resource_group_arn',
      Affinity: 'affinity',
      AvailabilityZone: 'availability_zone',
      GroupName: 'group_name',
    }),
    CpuOptions: renamed(after.cpu_options, CPU),
    InstanceMarketOptions: renamed(after.instance_market_options, MARKET),
    InstanceRequirements: listOf(after.instance_requirements)[0],
    LicenseSpecifications:
      licences instanceof Open
        ? licences
        : listOf(licences).map((one) =>
            one instanceof Open ? one : { LicenseConfigurationArn: membersOf(one).license_configuration_arn },
          ),
  };
}

const absentIfEmpty = (value: unknown): unknown => (value === '' || value === null ? undefined : value);

/**
 * What the provider computes where the configuration is silent is no open question: EC2 takes its own default. Only what is
 * written stays open.
 */
export function withoutComputed(
  after: Members,
  computed: readonly string[],
  writes: (name: string) => boolean,
): Members {
  return Object.fromEntries(
    Object.entries(after).filter(
      ([name, value]) => !(value instanceof Open && computed.includes(name) && !writes(name)),
    ),
  );
}
