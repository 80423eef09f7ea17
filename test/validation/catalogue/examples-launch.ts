import type { amiRows } from '../../../src/validation/catalogue/ami.ts';
import type { launchRows } from '../../../src/validation/catalogue/launch.ts';
import type { quotaRows } from '../../../src/validation/catalogue/quota.ts';
import type { tenancyRows } from '../../../src/validation/catalogue/tenancy.ts';
import type { Examples } from './example.ts';

const ID = 'license-configuration:lic-0123456789abcdef0123456789abcdef';
const ARN = `arn:aws:license-manager:us-east-1:111122223333:${ID}`;
const COUNT = { configuration: 'win-dc', needed: 48, consumed: 96, limit: 96 } as const;
const EXACT = { ...COUNT, consumed: 48 } as const;
const TEN = Array.from({ length: 10 }, (_, index) => `lic-${index}`);
const BYOL = { usageOperation: 'RunInstances:0800', inGroup: false } as const;

export const launchExamples: Examples<typeof launchRows> = {
  'launch-hard-block': {
    breaks: COUNT,
    says: 'win-dc: requested 48, used 96, limit 96, short 48',
    holds: EXACT,
  },
  'launch-hard-min-max': {
    breaks: { ...COUNT, consumed: 49 },
    says: 'win-dc: requested 48, used 49, limit 96, short 1',
    holds: EXACT,
  },
  'launch-soft-alert': {
    breaks: COUNT,
    says: 'win-dc: requested 48, used 96, limit 96, over by 48',
    holds: EXACT,
  },
  'launch-unknown-config': {
    breaks: { LicenseConfigurationArn: ARN, found: false },
    says: `there is no license configuration ${ARN} in this account and Region`,
    holds: { LicenseConfigurationArn: ARN, found: true },
  },
  'launch-config-not-shared': {
    breaks: { configuration: 'win-dc', ownerId: '111122223333', accountId: '444455556666', accessible: false },
    says: 'win-dc belongs to account 111122223333 and is not shared with account 444455556666',
    holds: { configuration: 'win-dc', ownerId: '111122223333', accountId: '444455556666', accessible: true },
  },
  'launch-max-ten': {
    breaks: { configurations: [...TEN, 'lic-10'], limit: 10 },
    says: 'the launch falls under 11 license configurations, at most 10',
    holds: { configurations: [...TEN, 'lic-9'], limit: 10 },
  },
  'launch-template-not-via-lm': {
    breaks: { ResourceArn: 'arn:aws:ec2:us-east-1:111122223333:launch-template/lt-1' },
    says: 'arn:aws:ec2:us-east-1:111122223333:launch-template/lt-1 is a template: License Manager does not change it',
    holds: { ResourceArn: 'arn:aws:ec2:us-east-1:111122223333:instance/i-1' },
  },
  'launch-ami-deregistered': {
    breaks: { imageId: 'ami-1', state: 'deregistered' },
    says: 'ami-1 is deregistered',
    holds: { imageId: 'ami-1', state: 'available' },
  },
  'launch-ami-access': {
    breaks: { imageId: 'ami-1', accessible: false },
    says: 'there is no AMI ami-1 that this account can use',
    holds: { imageId: 'ami-1', accessible: true },
  },
  'launch-host-needs-capacity': {
    breaks: { instanceType: 'm5.8xlarge', requested: 2, fits: 1, hosts: [{ hostId: 'h-1', freeCores: 16 }] },
    says: 'm5.8xlarge: requested 2, 1 fit on Dedicated Hosts (h-1 has 16 cores free)',
    holds: { instanceType: 'm5.8xlarge', requested: 1, fits: 1, hosts: [{ hostId: 'h-1', freeCores: 16 }] },
  },
  'launch-untold': {
    breaks: {
      verdict: 'unknown',
      notChecked: [
        {
          what: 'the room on 2 hosts of the group sql-prod',
          why: 'is told to account 111122223333 only',
          toldTo: '111122223333',
        },
      ],
    },
    says: 'whether it may run is not known here: the room on 2 hosts of the group sql-prod is told to account 111122223333 only',
    holds: { verdict: 'unknown', notChecked: [{ what: 'the sockets of m5.large', why: 'is not published' }] },
  },
};

export const amiExamples: Examples<typeof amiRows> = {
  'ami-accessible-only': {
    breaks: { imageId: 'ami-1', accessible: false },
    says: 'there is no AMI ami-1 that this account can use',
    holds: { imageId: 'ami-1', accessible: true },
  },
  'ami-shared-scope-current': {
    breaks: { imageId: 'ami-1', owned: false, AmiAssociationScope: 'cross-account' },
    says: 'ami-1 belongs to another account, so it cannot be attached for all accounts',
    holds: { imageId: 'ami-1', owned: false },
  },
  'ami-scope-value': {
    breaks: { AmiAssociationScope: 'all' },
    says: '"all" is not a scope',
    holds: { AmiAssociationScope: 'cross-account' },
  },
  'ami-scope-ami-only': {
    breaks: { resource: 'i-1', kind: 'EC2_INSTANCE', AmiAssociationScope: 'cross-account' },
    says: 'i-1 is no AMI and takes no scope',
    holds: { resource: 'ami-1', kind: 'EC2_AMI', AmiAssociationScope: 'cross-account' },
  },
  'ami-copy-escapes': {
    breaks: { imageId: 'ami-1', configurations: ['win-dc', 'sql-std'] },
    says: 'the copy is not tracked, although ami-1 falls under win-dc and sql-std',
    holds: { imageId: 'ami-1', configurations: [] },
  },
  'ami-derived-escapes': {
    breaks: { instanceId: 'i-1', configurations: ['win-dc'] },
    says: 'the new AMI is not tracked, although i-1 falls under win-dc',
    holds: { instanceId: 'i-1', configurations: [] },
  },
  'ami-deregistered-no-manual': {
    breaks: { imageId: 'ami-1', state: 'deregistered' },
    says: 'ami-1 is deregistered: its associations go by themselves',
    holds: { imageId: 'ami-1', state: 'available' },
  },
  'ami-deregistered-blocks-delete': {
    breaks: { configuration: 'win-dc', images: [{ imageId: 'ami-1', sweepAt: '2026-11-21T08:00:00.000Z' }] },
    says: 'win-dc: still associated with deregistered ami-1 until 2026-11-21T08:00:00.000Z',
    holds: { configuration: 'win-dc', images: [] },
  },
  'ami-import-operation': {
    breaks: { UsageOperation: 'RunInstances:0800', LicenseType: 'BYOL' },
    says: 'UsageOperation RunInstances:0800 and LicenseType BYOL were both given',
    holds: { UsageOperation: 'RunInstances:0800' },
  },
  'ami-import-values': {
    breaks: { UsageOperation: 'RunInstances:0002', LicenseType: 'byol', Platform: 'Windows' },
    says: '"byol" is not a LicenseType',
    holds: { UsageOperation: 'RunInstances:0002', LicenseType: 'BYOL', Platform: 'Windows' },
  },
  'ami-share-account': {
    breaks: { accounts: ['all', '4444-5555-6666'] },
    says: '"4444-5555-6666" is not an account',
    holds: { accounts: ['all', '444455556666'] },
  },
  'ami-name-in-use': {
    breaks: { name: 'win2022', usedBy: 'ami-1' },
    says: 'the AMI name win2022 is in use by ami-1',
    holds: { name: 'win2022' },
  },
  'ami-owner-only': {
    breaks: { imageId: 'ami-1', ownerId: '111122223333', accountId: '444455556666' },
    says: 'ami-1 belongs to account 111122223333; account 444455556666 cannot change it',
    holds: { imageId: 'ami-1', ownerId: '111122223333', accountId: '111122223333' },
  },
};

export const tenancyExamples: Examples<typeof tenancyRows> = {
  'tenancy-matrix-windows-byol': {
    breaks: { ...BYOL, tenancy: 'default' },
    says: 'billing code RunInstances:0800 (Windows Server BYOL) on shared tenancy',
    holds: { ...BYOL, tenancy: 'dedicated' },
  },
  'tenancy-matrix-sql-li': {
    breaks: { usageOperation: 'RunInstances:0006', tenancy: 'host', inGroup: false },
    says: 'billing code RunInstances:0006 (Windows with SQL Server Standard) on Dedicated Hosts',
    holds: { usageOperation: 'RunInstances:0006', tenancy: 'dedicated', inGroup: false },
  },
  'tenancy-matrix-rhel-li': {
    breaks: { usageOperation: 'RunInstances:0010', tenancy: 'host', inGroup: false },
    says: 'billing code RunInstances:0010 (Red Hat Enterprise Linux) on Dedicated Hosts',
    holds: { usageOperation: 'RunInstances:0010', tenancy: 'default', inGroup: false },
  },
  'tenancy-matrix-suse-li': {
    breaks: { usageOperation: 'RunInstances:000g', tenancy: 'host', inGroup: false },
    says: 'billing code RunInstances:000g (SUSE Linux) on Dedicated Hosts',
    holds: { usageOperation: 'RunInstances:000g', tenancy: 'dedicated', inGroup: false },
  },
  'tenancy-matrix-other-li': {
    breaks: { usageOperation: 'RunInstances:0g00', tenancy: 'host', inGroup: true },
    says: 'billing code RunInstances:0g00 (Ubuntu Pro) in a host resource group',
    holds: { usageOperation: 'RunInstances:0g00', tenancy: 'default', inGroup: false },
  },
};

export const quotaExamples: Examples<typeof quotaRows> = {
  'quota-configurations-25': {
    breaks: { existing: 25, limit: 25 },
    says: '25 license configurations exist in this account and Region, limit 25',
    holds: { existing: 24, limit: 25 },
  },
  'quota-configurations-per-day': {
    breaks: { existing: 5, limit: 5 },
    says: 'You have reached the maximum allowed number of license configurations created in one day: 5, limit 5',
    holds: { existing: 4, limit: 5 },
  },
  'quota-configurations-per-resource-10': {
    breaks: { resource: 'i-1', existing: 9, adding: 2, limit: 10 },
    says: 'i-1: 2 license configurations to add, 9 present, limit 10',
    holds: { resource: 'i-1', existing: 8, adding: 2, limit: 10 },
  },
};
