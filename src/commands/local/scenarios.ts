import type { Call } from '../../contract/ports.ts';
import { imageArn } from '../../validation/arns.ts';

/** A prepared sandbox: what it holds, and the calls that fill it. */
export interface Scenario {
  readonly name: string;
  readonly summary: string;
  readonly accounts?: readonly { readonly accountId: string; readonly name: string }[];
  /** A command to try first. */
  readonly next: string;
  fill(call: Call): Promise<void>;
  /** How long what it began takes to end, in milliseconds: the sandbox's clock moves on by that. */
  readonly settles?: number;
}

const REGION = 'us-east-1';
const ZONE = `${REGION}a`;

/** An imported image with a name, under license configurations. */
async function image(
  call: Call,
  name: string,
  UsageOperation: string,
  arns: readonly (string | undefined)[],
): Promise<string> {
  const { ImageId = '' } = await call('ec2:ImportImage', {
    UsageOperation,
    TagSpecifications: [{ ResourceType: 'import-image-task', Tags: [{ Key: 'Name', Value: name }] }],
  });
  await call('license-manager:UpdateLicenseSpecificationsForResource', {
    ResourceArn: imageArn(REGION, ImageId),
    AddLicenseSpecifications: arns.map((LicenseConfigurationArn) => ({ LicenseConfigurationArn })),
  });
  return ImageId;
}

/** The operating-system example of the License Manager User Guide: 96 cores, machines of 8 to 16, Dedicated Hosts. */
async function operatingSystem(call: Call): Promise<void> {
  const { LicenseConfigurationArn } = await call('license-manager:CreateLicenseConfiguration', {
    Name: 'win-dc',
    Description: 'Windows Server Datacenter, 96 cores',
    LicenseCountingType: 'Core',
    LicenseCount: 96,
    LicenseCountHardLimit: true,
    LicenseRules: ['#minimumCores=8', '#maximumCores=16', '#allowedTenancy=EC2-DedicatedHost'],
  });
  await call('ec2:AllocateHosts', { InstanceFamily: 'm5', AvailabilityZone: ZONE, Quantity: 3, AutoPlacement: 'on' });
  const ImageId = await image(call, 'win2022-byol', 'RunInstances:0800', [LicenseConfigurationArn]);
  await call('ec2:RunInstances', {
    ImageId,
    InstanceType: 'm5.8xlarge',
    MinCount: 4,
    MaxCount: 4,
    Placement: { Tenancy: 'host' },
  });
}

/** Four agreements at once: cores, vCPUs with optimized CPUs, sockets tied to hosts, and a capped agent. */
async function mixedFleet(call: Call): Promise<void> {
  const create = 'license-manager:CreateLicenseConfiguration';
  const os = await call(create, {
    Name: 'win-dc',
    LicenseCountingType: 'Core',
    LicenseCount: 192,
    LicenseCountHardLimit: true,
  });
  const sql = await call(create, {
    Name: 'sql-std',
    LicenseCountingType: 'Core',
    LicenseCount: 96,
    LicenseCountHardLimit: true,
    LicenseRules: ['#licenseAffinityToHost=90'],
  });
  const oracle = await call(create, {
    Name: 'app-vcpu',
    LicenseCountingType: 'vCPU',
    LicenseCount: 64,
    LicenseRules: ['#honorVcpuOptimization=True'],
  });
  const agent = await call(create, {
    Name: 'backup-agent',
    LicenseCountingType: 'Instance',
    LicenseCount: 20,
    LicenseCountHardLimit: true,
  });
  await call('ec2:AllocateHosts', { InstanceFamily: 'r5', AvailabilityZone: ZONE, Quantity: 2, AutoPlacement: 'on' });
  await call('ec2:AllocateHosts', { InstanceFamily: 'm5', AvailabilityZone: ZONE, Quantity: 2, AutoPlacement: 'on' });
  const database = await image(call, 'win-sql-std', 'RunInstances:0800', [
    os.LicenseConfigurationArn,
    sql.LicenseConfigurationArn,
    agent.LicenseConfigurationArn,
  ]);
  const app = await image(call, 'app-linux', 'RunInstances', [
    oracle.LicenseConfigurationArn,
    agent.LicenseConfigurationArn,
  ]);
  await call('ec2:RunInstances', {
    ImageId: database,
    InstanceType: 'r5.4xlarge',
    MinCount: 2,
    MaxCount: 2,
    Placement: { Tenancy: 'host' },
  });
  await call('ec2:RunInstances', { ImageId: app, InstanceType: 'm5.2xlarge', MinCount: 6, MaxCount: 6 });
}

/** Licences bought once: the management account owns them, two member accounts are to use them, License Manager may reach both. */
async function organization(call: Call): Promise<void> {
  await call('organizations:CreateOrganization', {});
  for (const name of ['payroll', 'labs'])
    await call('organizations:CreateAccount', { AccountName: name, Email: `${name}@example.com` });
  for (const service of ['license-manager', 'ram'])
    await call('organizations:EnableAWSServiceAccess', { ServicePrincipal: `${service}.amazonaws.com` });
  await call('license-manager:CreateLicenseConfiguration', {
    Name: 'sql-ent',
    Description: 'SQL Server Enterprise, 64 vCPUs for all accounts',
    LicenseCountingType: 'vCPU',
    LicenseCount: 64,
    LicenseCountHardLimit: true,
  });
}

const MINUTE = 60_000;

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'operating-system',
    summary: "the guide's operating-system licence: 96 cores, machines of 8 to 16 cores, three m5 hosts, four machines",
    next: 'lm check launch --ami win2022-byol --type m5.8xlarge --count 3 --tenancy host',
    fill: operatingSystem,
  },
  {
    name: 'mixed-fleet',
    summary: 'cores, vCPUs, a 90-day affinity and an agent of 20 machines, on r5 and m5 hosts',
    accounts: [{ accountId: '222233334444', name: 'payroll' }],
    next: 'lm config list',
    fill: mixedFleet,
  },
  {
    name: 'organization',
    summary: 'an organization with two members, trusted services, and a licence of 64 vCPUs to share',
    next: 'lm org show',
    fill: organization,
    settles: MINUTE,
  },
];
