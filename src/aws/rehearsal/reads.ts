import type { Image, Instance } from '@aws-sdk/client-ec2';
import type { LicenseConfiguration } from '@aws-sdk/client-license-manager';
import { Fault } from '../../contract/fault.ts';
import type { Input, OperationName, Output } from '../../contract/operations.ts';
import type { Call } from '../../contract/ports.ts';
import * as groups from './groups.ts';
import type { Configuration, Memory } from './memory.ts';
import { readAssociations } from './shares.ts';

/** How the id of a configuration begins that a dry run has made. */
const BORN = 'lic-0000000000000000';

type Read<K extends OperationName> = (input: Input<K>, send: Call, memory: Memory) => Promise<Output<K>>;

/** Reads whose answers a dry run may have to change; every other one is AWS's as it is. */
const READS: { readonly [K in OperationName]?: Read<K> } = {
  'license-manager:GetLicenseConfiguration': getConfiguration,
  'license-manager:ListLicenseConfigurations': listConfigurations,
  'license-manager:ListLicenseSpecificationsForResource': async (input, send, { specifications }) => {
    const changed = specifications.get(input.ResourceArn ?? '');
    if (changed !== undefined) return { LicenseSpecifications: [...changed] };
    return send('license-manager:ListLicenseSpecificationsForResource', input);
  },
  'license-manager:ListAssociationsForLicenseConfiguration': listAssociations,
  'license-manager:ListUsageForLicenseConfiguration': listUsage,
  'license-manager:GetLicenseManagerReportGenerator': async (input, send, { generators }) => {
    const ReportGenerator = generators.get(input.LicenseManagerReportGeneratorArn ?? '');
    if (ReportGenerator !== undefined) return { ReportGenerator };
    return send('license-manager:GetLicenseManagerReportGenerator', input);
  },
  'resource-groups:GetGroup': groups.getGroup,
  'resource-groups:GetGroupConfiguration': groups.getConfiguration,
  'resource-groups:ListGroupResources': groups.listMembers,
  'ram:GetResourceShareAssociations': readAssociations,
  'ec2:DescribeImages': describeImages,
  'ec2:DescribeHosts': describeHosts,
  'ec2:DescribeInstances': async (input, send, { instances }) => {
    const answer = await send('ec2:DescribeInstances', input);
    const later = (one: Instance): Instance => ({ ...one, ...instances.get(one.InstanceId ?? '') });
    const Reservations = answer.Reservations?.map((one) => ({ ...one, Instances: (one.Instances ?? []).map(later) }));
    return { ...answer, Reservations };
  },
  'ec2:DescribeLaunchTemplateVersions': async (input, send, { templates, versions }) => {
    const own = versions.filter((one) => one.LaunchTemplateId === input.LaunchTemplateId);
    if (templates.has(input.LaunchTemplateId ?? '')) return { LaunchTemplateVersions: own };
    const answer = await send('ec2:DescribeLaunchTemplateVersions', input);
    const more = answer.NextToken === undefined ? own : [];
    return { ...answer, LaunchTemplateVersions: [...(answer.LaunchTemplateVersions ?? []), ...more] };
  },
};

/** A read as it would be answered after the steps so far. */
export function readAfter<K extends OperationName>(
  operation: K,
  input: Input<K>,
  send: Call,
  memory: Memory,
): Promise<Output<K>> {
  const read = READS[operation];
  return read === undefined ? send(operation, input) : read(input, send, memory);
}

async function getConfiguration(
  input: Input<'license-manager:GetLicenseConfiguration'>,
  send: Call,
  memory: Memory,
): Promise<Configuration> {
  const arn = input.LicenseConfigurationArn ?? '';
  const changed = memory.configurations.get(arn);
  if (changed !== undefined) return withTaken(withAttached(changed, memory), memory);
  if (memory.configurations.has(arn)) {
    throw new Fault({ code: 'InvalidParameterValueException', message: `Invalid license configuration ARN: ${arn}` });
  }
  return withTaken(await send('license-manager:GetLicenseConfiguration', input), memory);
}

async function listConfigurations(
  input: Input<'license-manager:ListLicenseConfigurations'>,
  send: Call,
  memory: Memory,
): Promise<Output<'license-manager:ListLicenseConfigurations'>> {
  const answer = await send('license-manager:ListLicenseConfigurations', input);
  const listed = answer.LicenseConfigurations ?? [];
  const arns = new Set(listed.map((one) => one.LicenseConfigurationArn));
  const present = listed.flatMap((one) => {
    const arn = one.LicenseConfigurationArn ?? '';
    return memory.configurations.has(arn) ? (memory.configurations.get(arn) ?? []) : one;
  });
  const last = answer.NextToken === undefined && input.LicenseConfigurationArns === undefined;
  const born = last ? [...memory.configurations].flatMap(([arn, one]) => (arns.has(arn) ? [] : (one ?? []))) : [];
  const made = born.filter((one) => one.LicenseConfigurationId?.startsWith(BORN));
  return { ...answer, LicenseConfigurations: [...present, ...made].map((one) => withTaken(one, memory)) };
}

/** A configuration that a step has made is attached to what steps have attached it to, and to nothing else. */
function withAttached(one: Configuration, { specifications }: Memory): Configuration {
  if (!one.LicenseConfigurationId?.startsWith(BORN)) return one;
  const attached = [...specifications].filter(([, configurations]) =>
    configurations.some((other) => other.LicenseConfigurationArn === one.LicenseConfigurationArn),
  );
  const ManagedResourceSummaryList = one.ManagedResourceSummaryList?.map((row) => ({
    ...row,
    AssociationCount: attached.filter(([arn]) => typeOf(arn) === row.ResourceType).length,
  }));
  return { ...one, ManagedResourceSummaryList };
}

/** What an ARN such as `arn:aws:ec2:REGION::image/ami-…` names. */
function typeOf(arn: string): string | undefined {
  const [kind = ''] = arn.split(':').at(-1)?.split('/') ?? [];
  return { image: 'EC2_AMI', instance: 'EC2_INSTANCE', 'dedicated-host': 'EC2_HOST' }[kind];
}

function withTaken<T extends LicenseConfiguration>(one: T, { taken, charged }: Memory): T {
  const arn = one.LicenseConfigurationArn ?? '';
  const more = taken.get(arn);
  if (more === undefined) return one;
  const onHosts = (charged.get(arn) ?? []).reduce((sum, { ConsumedLicenses = 0 }) => sum + ConsumedLicenses, 0);
  const ConsumedLicenseSummaryList = one.ConsumedLicenseSummaryList?.map((row) => ({
    ...row,
    ConsumedLicenses: (row.ConsumedLicenses ?? 0) + (row.ResourceType === 'EC2_HOST' ? onHosts : more - onHosts),
  }));
  return { ...one, ConsumedLicenses: (one.ConsumedLicenses ?? 0) + more, ConsumedLicenseSummaryList };
}

/** With the hosts that steps would charge on the last page; of a new configuration there is nothing else. */
async function listUsage(
  input: Input<'license-manager:ListUsageForLicenseConfiguration'>,
  send: Call,
  { charged, configurations }: Memory,
): Promise<Output<'license-manager:ListUsageForLicenseConfiguration'>> {
  const arn = input.LicenseConfigurationArn ?? '';
  const made = configurations.get(arn)?.LicenseConfigurationId?.startsWith(BORN) ?? false;
  const nothing: Output<'license-manager:ListUsageForLicenseConfiguration'> = {};
  const answer = made ? nothing : await send('license-manager:ListUsageForLicenseConfiguration', input);
  const more = answer.NextToken === undefined ? (charged.get(arn) ?? []) : [];
  const rows = answer.LicenseConfigurationUsageList ?? [];
  return { ...answer, LicenseConfigurationUsageList: [...rows, ...more] };
}

/** What a step has taken off a configuration is no longer listed; nobody reads here what a step has attached. */
async function listAssociations(
  input: Input<'license-manager:ListAssociationsForLicenseConfiguration'>,
  send: Call,
  { specifications }: Memory,
): Promise<Output<'license-manager:ListAssociationsForLicenseConfiguration'>> {
  const answer = await send('license-manager:ListAssociationsForLicenseConfiguration', input);
  const still = (answer.LicenseConfigurationAssociations ?? []).filter(({ ResourceArn = '' }) => {
    const changed = specifications.get(ResourceArn);
    return changed?.some((one) => one.LicenseConfigurationArn === input.LicenseConfigurationArn) ?? true;
  });
  return { ...answer, LicenseConfigurationAssociations: still };
}

async function describeImages(
  input: Input<'ec2:DescribeImages'>,
  send: Call,
  { images }: Memory,
): Promise<Output<'ec2:DescribeImages'>> {
  const wanted = input.ImageIds ?? input.Filters?.find((one) => one.Name === 'image-id')?.Values ?? [];
  const made = wanted.flatMap((id) => images.get(id) ?? []);
  if (made.length > 0 && made.length === wanted.length) return { Images: made };
  const answer = await send('ec2:DescribeImages', input);
  const kept = (answer.Images ?? []).filter(
    ({ ImageId = '' }) => images.get(ImageId) !== undefined || !images.has(ImageId),
  );
  const all: Image[] =
    wanted.length === 0 && answer.NextToken === undefined ? [...images.values()].flatMap((one) => one ?? []) : made;
  return { ...answer, Images: [...kept, ...all] };
}

async function describeHosts(
  input: Input<'ec2:DescribeHosts'>,
  send: Call,
  { hosts }: Memory,
): Promise<Output<'ec2:DescribeHosts'>> {
  const wanted = input.HostIds ?? [];
  const known = wanted.flatMap((id) => hosts.get(id) ?? []);
  if (known.length > 0 && known.length === wanted.length) return { Hosts: known };
  const answer = await send('ec2:DescribeHosts', input);
  return { ...answer, Hosts: (answer.Hosts ?? []).map((one) => hosts.get(one.HostId ?? '') ?? one) };
}
