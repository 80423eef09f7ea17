import type { _InstanceType } from '@aws-sdk/client-ec2';
import type { NotChecked } from '../../contract/decision.ts';
import { isInstanceType, isTenancy } from '../../contract/instance.ts';
import type { Input } from '../../contract/operations.ts';
import { listOf, type Members, membersOf, Open, Reading } from './open.ts';

/** What a file says of a machine, with EC2's names; a member may be open. */
export interface MachineShape {
  readonly ImageId?: unknown;
  readonly InstanceType?: unknown;
  readonly Placement?: unknown;
  readonly CpuOptions?: unknown;
  readonly LicenseSpecifications?: unknown;
  readonly InstanceMarketOptions?: unknown;
  readonly InstanceRequirements?: unknown;
  /** A launch template that the file does not hold: `LaunchTemplateId` or `LaunchTemplateName`, and `Version`. */
  readonly LaunchTemplate?: unknown;
}

/** What a machine says itself stands over what its template says, member by member, as EC2 merges them. */
export function over(machine: MachineShape, template: MachineShape): MachineShape {
  const joined = (name: 'Placement' | 'CpuOptions'): unknown => {
    const [own, from] = [machine[name], template[name]];
    if (own instanceof Open) return own;
    if (from instanceof Open) return from;
    return own === undefined && from === undefined ? undefined : { ...membersOf(from), ...present(membersOf(own)) };
  };
  return { ...template, ...present(machine), Placement: joined('Placement'), CpuOptions: joined('CpuOptions') };
}

/** Without the members that are not there. */
export const present = (members: object): Members =>
  Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );

/** A request as far as it is known, and what of it is open. */
export interface ReadMachine {
  readonly input: Input<'ec2:RunInstances'>;
  readonly open: readonly NotChecked[];
}

/** The RunInstances request of a machine, `count` times. */
export function runInstances(shape: MachineShape, count: number): ReadMachine {
  const reading = new Reading();
  const imageId = reading.text(shape.ImageId, 'AMI');
  const instanceType = instanceTypeOf(shape, reading);
  const placement = placementOf(shape, reading);
  const cpu = reading.block(shape.CpuOptions, 'CPU options');
  const CoreCount = reading.number(cpu.CoreCount, 'CPU cores');
  const ThreadsPerCore = reading.number(cpu.ThreadsPerCore, 'threads per core');
  const licences = licencesOf(shape, reading);
  const market = reading.block(shape.InstanceMarketOptions, 'market options');
  const template = templateOf(shape, reading);
  const input: Input<'ec2:RunInstances'> = {
    ...(imageId === undefined ? {} : { ImageId: imageId }),
    ...(instanceType === undefined ? {} : { InstanceType: instanceType }),
    MinCount: count,
    MaxCount: count,
    ...(Object.keys(placement).length === 0 ? {} : { Placement: placement }),
    ...(CoreCount === undefined && ThreadsPerCore === undefined ? {} : { CpuOptions: { CoreCount, ThreadsPerCore } }),
    ...(licences.length === 0 ? {} : { LicenseSpecifications: licences }),
    ...(reading.text(market.MarketType, 'market type') === 'spot'
      ? { InstanceMarketOptions: { MarketType: 'spot' } }
      : {}),
    ...(template === undefined ? {} : { LaunchTemplate: template }),
  };
  if (input.ImageId === undefined && template === undefined && reading.open.length === 0)
    reading.miss('AMI', 'is not named');
  return { input, open: reading.open };
}

function placementOf(shape: MachineShape, reading: Reading) {
  const placement = reading.block(shape.Placement, 'placement');
  const tenancy = reading.text(placement.Tenancy, 'tenancy');
  if (tenancy !== undefined && !isTenancy(tenancy)) reading.miss('tenancy', `is none that EC2 has: "${tenancy}"`);
  const hostId = reading.text(placement.HostId, 'Dedicated Host');
  const group = reading.text(placement.HostResourceGroupArn, 'host resource group');
  const affinity = reading.text(placement.Affinity, 'affinity');
  const zone = reading.text(placement.AvailabilityZone, 'Availability Zone');
  const groupName = reading.text(placement.GroupName, 'placement group');
  return {
    ...(isTenancy(tenancy) ? { Tenancy: tenancy } : {}),
    ...(hostId === undefined ? {} : { HostId: hostId }),
    ...(group === undefined ? {} : { HostResourceGroupArn: group }),
    ...(affinity === undefined ? {} : { Affinity: affinity }),
    ...(zone === undefined ? {} : { AvailabilityZone: zone }),
    ...(groupName === undefined ? {} : { GroupName: groupName }),
  };
}

function licencesOf(shape: MachineShape, reading: Reading): { LicenseConfigurationArn: string }[] {
  const { LicenseSpecifications: given } = shape;
  return listOf(given).flatMap((one) => {
    const written = one instanceof Open ? one : membersOf(one).LicenseConfigurationArn;
    const arn = reading.text(written, 'license configuration');
    return arn === undefined ? [] : [{ LicenseConfigurationArn: arn }];
  });
}

function templateOf(shape: MachineShape, reading: Reading) {
  const template = reading.block(shape.LaunchTemplate, 'launch template');
  const LaunchTemplateId = reading.text(template.LaunchTemplateId, 'launch template');
  const LaunchTemplateName = reading.text(template.LaunchTemplateName, 'launch template');
  if (LaunchTemplateId === undefined && LaunchTemplateName === undefined) return undefined;
  const version = reading.text(template.Version, 'template version');
  return {
    ...(LaunchTemplateId === undefined ? { LaunchTemplateName } : { LaunchTemplateId }),
    ...(version === undefined ? {} : { Version: version }),
  };
}

function instanceTypeOf(shape: MachineShape, reading: Reading): _InstanceType | undefined {
  if (shape.InstanceRequirements !== undefined && shape.InstanceType === undefined) {
    reading.miss('instance type', 'is chosen by AWS among those that meet the requirements');
  }
  const type = reading.text(shape.InstanceType, 'instance type');
  if (type === undefined || isInstanceType(type)) return type;
  reading.miss('instance type', `is none: "${type}"`);
  return undefined;
}

/** The client's list of types is as old as the client, so anything written like one is passed on. */
