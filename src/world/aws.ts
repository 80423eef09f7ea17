import type { Image, Instance, InstanceTypeInfo } from '@aws-sdk/client-ec2';
import type { Output } from '../contract/operations.ts';
import type {
  ConfigurationFact,
  Fact,
  ImageFact,
  InstanceFact,
  InstanceTypeFact,
  TemplateFact,
} from '../contract/world.ts';
import { imageArn } from '../validation/arns.ts';
import { exclusionsOf } from '../validation/conversion.ts';
import { isOffered } from '../validation/image-owners.ts';
import { instanceType } from '../validation/instance-types.ts';
import { DEFAULT_QUOTAS } from '../validation/quotas.ts';
import { conversionFacts, inventoryFact, originFact, roleFact } from './aws-conversion.ts';
import { AwsHosts } from './aws-hosts.ts';
import type { Readers } from './live.ts';
import { everyPage, factOf, type Reading } from './reading.ts';

/** The questions of a decision answered from AWS, as the calling account sees them in its Region. Nothing is written. */
export function awsReaders(reading: Reading): Readers {
  const hosts = new AwsHosts(reading);
  return {
    image: (id) => imageFact(reading, id),
    configuration: (arn) => configurationFact(reading, arn),
    instanceType: (name) => typeFact(reading, name),
    hosts: (family) => hosts.ofFamily(family),
    host: (id) => hosts.one(id),
    group: (arn) => hosts.group(arn),
    groupHosts: (key) => hosts.ofGroup(key),
    // EC2 quotas are AWS's to judge; every check says so.
    hostCount: async () => ({ known: true, value: 0 }),
    instance: (id) => instanceFact(reading, id),
    template: (key) => templateFact(reading, key),
    associations: (arn) => associations(reading, arn),
    // Quotas can be raised, but License Manager offers no call that says by how much.
    quota: async (name) => ({ known: true, value: isQuota(name) ? DEFAULT_QUOTAS[name] : undefined }),
    charging: async () => ({ known: true, value: 'per-host' }),
    role: (name) => roleFact(reading, name),
    // AWS does not tell it before it is asked to act; it refuses at once where one is missing.
    permission: async () => ({ known: false, why: 'not-exposed' }),
    inventory: (id) => inventoryFact(reading, id),
    origin: (id) => originFact(reading, id),
    conversions: (arn) => conversionFacts(reading, arn),
  };
}

const isQuota = (name: string): name is keyof typeof DEFAULT_QUOTAS => Object.hasOwn(DEFAULT_QUOTAS, name);

async function imageFact(reading: Reading, id: string): Promise<Fact<ImageFact>> {
  const described = await factOf('ec2:DescribeImages', async () => {
    const { Images = [] } = await reading.call('ec2:DescribeImages', { ImageIds: [id] });
    return Images[0];
  });
  if (!described.known || described.value === undefined)
    return described.known ? { known: true, value: undefined } : described;
  const image = described.value;
  if (isOffered(image)) return { known: true, value: imageOf(image, []) };
  const carried = await associations(reading, imageArn(reading.scope.region, id));
  return carried.known ? { known: true, value: imageOf(image, carried.value ?? []) } : carried;
}

/** AWS describes only AMIs that the caller may launch: its own, public ones and those shared with it. */
const imageOf = (image: Image, configurations: readonly string[]): ImageFact => ({
  imageId: image.ImageId ?? '',
  name: image.Name ?? '',
  ownerId: image.OwnerId ?? '',
  state: image.State === 'deregistered' ? 'deregistered' : 'available',
  accessible: true,
  usageOperation: image.UsageOperation ?? 'RunInstances',
  platformDetails: image.PlatformDetails ?? 'Linux/UNIX',
  configurations,
});

function associations({ call }: Reading, ResourceArn: string): Promise<Fact<readonly string[]>> {
  return factOf('license-manager:ListLicenseSpecificationsForResource', async () => {
    const all = await everyPage(async (NextToken) => {
      const page = await call('license-manager:ListLicenseSpecificationsForResource', { ResourceArn, NextToken });
      return { rows: page.LicenseSpecifications, next: page.NextToken };
    });
    return all.flatMap((one) => one.LicenseConfigurationArn ?? []);
  });
}

function configurationFact({ call }: Reading, arn: string): Promise<Fact<ConfigurationFact>> {
  return factOf('license-manager:GetLicenseConfiguration', async () =>
    configurationOf(await call('license-manager:GetLicenseConfiguration', { LicenseConfigurationArn: arn }), arn),
  );
}

const configurationOf = (one: Output<'license-manager:GetLicenseConfiguration'>, arn: string): ConfigurationFact => ({
  arn: one.LicenseConfigurationArn ?? arn,
  name: one.Name ?? '',
  ownerId: one.OwnerAccountId ?? '',
  // Whoever may read a configuration of another account has it shared with them.
  accessible: true,
  status: one.Status === 'DISABLED' ? 'DISABLED' : 'AVAILABLE',
  counting: one.LicenseCountingType ?? 'vCPU',
  rules: one.LicenseRules ?? [],
  ...(one.LicenseCount === undefined ? {} : { limit: one.LicenseCount }),
  hard: one.LicenseCountHardLimit ?? false,
  consumed: one.ConsumedLicenses ?? 0,
  oracle: JSON.stringify(one.ProductInformationList ?? []).includes('oracle-'),
  ...(one.ProductInformationList?.length ? { discovery: exclusionsOf(one.ProductInformationList) } : {}),
});

/** What AWS says of a type, completed from the project's table: AWS leaves out the cores of some older types. */
async function typeFact({ call }: Reading, name: string): Promise<Fact<InstanceTypeFact>> {
  const ours = instanceType(name);
  const described = await factOf('ec2:DescribeInstanceTypes', async () => {
    const Filters = [{ Name: 'instance-type', Values: [name] }];
    return (await call('ec2:DescribeInstanceTypes', { Filters })).InstanceTypes?.[0];
  });
  if (!described.known) return ours === undefined ? described : { known: true, value: ours };
  return { known: true, value: described.value && typeOf(described.value, name, ours) };
}

function typeOf(info: InstanceTypeInfo, name: string, ours: InstanceTypeFact | undefined): InstanceTypeFact {
  const { VCpuInfo = {} } = info;
  const vcpus = VCpuInfo.DefaultVCpus ?? ours?.vcpus ?? 0;
  const threadsPerCore = VCpuInfo.DefaultThreadsPerCore ?? ours?.threadsPerCore ?? 1;
  return {
    instanceType: name,
    family: name.split('.')[0] ?? '',
    vcpus,
    cores: VCpuInfo.DefaultCores ?? ours?.cores ?? Math.ceil(vcpus / threadsPerCore),
    threadsPerCore,
    validCores: VCpuInfo.ValidCores ?? ours?.validCores ?? [],
    bareMetal: info.BareMetal ?? ours?.bareMetal ?? false,
    dedicatedHosts: info.DedicatedHostsSupported ?? ours?.dedicatedHosts ?? false,
  };
}

function instanceFact({ call, scope }: Reading, id: string): Promise<Fact<InstanceFact>> {
  return factOf('ec2:DescribeInstances', async () => {
    const { Reservations = [] } = await call('ec2:DescribeInstances', { InstanceIds: [id] });
    const [reservation] = Reservations;
    const [instance] = reservation?.Instances ?? [];
    return instance && instanceOf(instance, reservation?.OwnerId ?? scope.account);
  });
}

function instanceOf(instance: Instance, ownerId: string): InstanceFact {
  const { Placement = {}, CpuOptions = {}, Licenses = [] } = instance;
  return {
    instanceId: instance.InstanceId ?? '',
    ownerId,
    imageId: instance.ImageId ?? '',
    instanceType: instance.InstanceType ?? '',
    state: instance.State?.Name ?? 'pending',
    tenancy: Placement.Tenancy ?? 'default',
    affinity: Placement.Affinity === 'host' ? 'host' : 'default',
    ...(Placement.HostId === undefined ? {} : { hostId: Placement.HostId }),
    ...(Placement.HostResourceGroupArn === undefined ? {} : { hostResourceGroupArn: Placement.HostResourceGroupArn }),
    zone: Placement.AvailabilityZone ?? '',
    usageOperation: instance.UsageOperation ?? 'RunInstances',
    ...(CpuOptions.CoreCount === undefined ? {} : { coreCount: CpuOptions.CoreCount }),
    ...(CpuOptions.ThreadsPerCore === undefined ? {} : { threadsPerCore: CpuOptions.ThreadsPerCore }),
    configurations: Licenses.flatMap((one) => one.LicenseConfigurationArn ?? []),
  };
}

/** `NAME-OR-ID:VERSION`; the version is a number, `$Latest` or `$Default`. */
function templateFact({ call }: Reading, key: string): Promise<Fact<TemplateFact>> {
  const cut = key.lastIndexOf(':');
  const [name, version] = [key.slice(0, cut), key.slice(cut + 1)];
  const template = name.startsWith('lt-') ? { LaunchTemplateId: name } : { LaunchTemplateName: name };
  return factOf('ec2:DescribeLaunchTemplateVersions', async () => {
    const answer = await call('ec2:DescribeLaunchTemplateVersions', { ...template, Versions: [version] });
    const [found] = answer.LaunchTemplateVersions ?? [];
    if (found === undefined) return undefined;
    const { LaunchTemplateId = '', VersionNumber = 0, LaunchTemplateData = {} } = found;
    // AWS's type for what it answers differs in members that no decision reads.
    const { ImageId, InstanceType, Placement, CpuOptions, LicenseSpecifications, InstanceMarketOptions } =
      LaunchTemplateData;
    const data = { ImageId, InstanceType, Placement, CpuOptions, LicenseSpecifications, InstanceMarketOptions };
    return { launchTemplateId: LaunchTemplateId, version: VersionNumber, data };
  });
}
