import type { configRows } from '../../../src/validation/catalogue/config.ts';
import type { configAccessRows } from '../../../src/validation/catalogue/config-access.ts';
import type { configStateRows } from '../../../src/validation/catalogue/config-state.ts';
import type { oracleRows } from '../../../src/validation/catalogue/oracle.ts';
import type { Product, productRows } from '../../../src/validation/catalogue/products.ts';
import type { Examples } from './example.ts';

const ARN = 'arn:aws:license-manager:us-east-1:111122223333:license-configuration:lic-0123456789abcdef0123456789abcdef';
const MINE = { configuration: 'win-dc', ownerId: '111122223333', accountId: '111122223333' } as const;
const THEIRS = { ...MINE, accountId: '444455556666' } as const;
const MANAGED = 'arn:aws:ssm:us-east-1:111122223333:managed-instance/mi-1';

const product = (ResourceType: string, name: string, value: string, comparator = 'EQUALS'): Product => ({
  ResourceType,
  ProductInformationFilterList: [
    {
      ProductInformationFilterName: name,
      ProductInformationFilterValue: [value],
      ProductInformationFilterComparator: comparator,
    },
  ],
});
const edition = (value: string, comparator?: string) => product('RDS', 'Engine Edition', value, comparator);
const SQL = product('SSM_MANAGED', 'Application Name', 'Microsoft SQL Server');

export const configExamples: Examples<typeof configRows & typeof productRows> = {
  'config-name-required': {
    breaks: { Name: ' ' },
    says: 'the license configuration has no name',
    holds: { Name: 'w' },
  },
  'config-counting-type-required': {
    breaks: { LicenseCountingType: 'cores' },
    says: '"cores" is not a counting type',
    holds: { LicenseCountingType: 'Core' },
  },
  'config-counting-type-immutable': {
    breaks: { configuration: 'win-dc', present: 'vCPU', LicenseCountingType: 'Core' },
    says: 'win-dc: counts vCPU and cannot be changed to Core',
    holds: { configuration: 'win-dc', present: 'vCPU', LicenseCountingType: 'vCPU' },
  },
  'config-count-non-negative': {
    breaks: { LicenseCount: -1 },
    says: '-1 is not a number of licences',
    holds: { LicenseCount: 0 },
  },
  'config-hard-limit-needs-count': {
    breaks: { LicenseCountHardLimit: true },
    says: 'the limit is hard, but no number of licences is set',
    holds: { LicenseCountHardLimit: true, LicenseCount: 0 },
  },
  'config-edit-lower-count': {
    breaks: { configuration: 'win-dc', LicenseCount: 4, consumed: 6 },
    says: 'win-dc: limit 4, used 6, over by 2',
    holds: { configuration: 'win-dc', LicenseCount: 6, consumed: 6 },
  },
  'config-product-support': {
    breaks: { ProductInformationList: [product('EC2', 'Application Name', 'PostgreSQL')] },
    says: '"EC2" is not a kind of resource that discovery covers',
    holds: { ProductInformationList: [SQL] },
  },
};

export const configAccessExamples: Examples<typeof configAccessRows> = {
  'config-not-found': {
    breaks: { LicenseConfigurationArn: ARN, found: false },
    says: `Invalid license configuration ARN ${ARN}: there is no such license configuration`,
    holds: { LicenseConfigurationArn: ARN, found: true },
  },
  'config-region-scoped': {
    breaks: { LicenseConfigurationArn: ARN, region: 'eu-west-1' },
    says: `Invalid license configuration ARN ${ARN}: it is in us-east-1, the request in eu-west-1`,
    holds: { LicenseConfigurationArn: ARN, region: 'us-east-1' },
  },
  'config-data-ownership': {
    breaks: THEIRS,
    says: 'win-dc belongs to account 111122223333; account 444455556666 cannot see what it tracks',
    holds: MINE,
  },
  'config-edit-owner-only': {
    breaks: THEIRS,
    says: 'win-dc belongs to account 111122223333; account 444455556666 cannot change it',
    holds: MINE,
  },
  'config-list-filters': {
    breaks: { Filters: [{ Name: 'usageLimitExceeded', Values: ['true'] }], allowed: ['usagelimitExceeded'] },
    says: '"usageLimitExceeded" is not a filter of this list',
    holds: { Filters: [{ Name: 'usagelimitExceeded', Values: ['true'] }], allowed: ['usagelimitExceeded'] },
  },
  'config-list-filter-limit': {
    breaks: { Filters: [{ Name: 'resourceType', Values: ['EC2_AMI', 'EC2_HOST'] }], allowed: ['resourceType'] },
    says: '2 values for the filter resourceType, at most 1',
    holds: { Filters: [{ Name: 'resourceType', Values: ['EC2_AMI'] }], allowed: ['resourceType'] },
  },
  'config-no-sensitive-text': {
    breaks: { Name: 'win-dc', Tags: [{ Key: 'owner', Value: 'kim@example.com' }] },
    says: 'the tag owner holds an e-mail address: kim@example.com',
    holds: { Name: 'win-dc', Tags: [{ Key: 'owner', Value: 'kim at example' }] },
  },
};

export const configStateExamples: Examples<typeof configStateRows> = {
  'config-deactivate-requires-no-running': {
    breaks: { configuration: 'win-dc', running: ['i-1', 'i-2'] },
    says: 'win-dc: attached to 2 running instances (i-1 and i-2)',
    holds: { configuration: 'win-dc', running: [] },
  },
  'config-deactivate-direct-launch-refused': {
    breaks: { configuration: 'win-dc', status: 'DISABLED', direct: true },
    says: 'win-dc is deactivated, and the launch names it',
    holds: { configuration: 'win-dc', status: 'DISABLED', direct: false },
  },
  'config-deactivate-association-refused': {
    breaks: { configuration: 'win-dc', status: 'DISABLED' },
    says: 'win-dc is deactivated and cannot be attached',
    holds: { configuration: 'win-dc', status: 'AVAILABLE' },
  },
  'config-delete-needs-no-associations': {
    breaks: { configuration: 'win-dc', associated: ['ami-1', 'i-1', 'i-2', 'i-3', 'i-4'] },
    says: 'win-dc: 5 resources still associated (ami-1, i-1, i-2 and 2 more)',
    holds: { configuration: 'win-dc', associated: [] },
  },
  'config-delete-needs-no-report-generator': {
    breaks: { configuration: 'win-dc', generators: ['weekly-win'] },
    says: 'win-dc: reported on by weekly-win',
    holds: { configuration: 'win-dc', generators: [] },
  },
  'config-delete-needs-no-held-affinity': {
    breaks: { configuration: 'win-dc', held: [{ hostId: 'h-1', units: 48, until: '2026-12-11T00:00:00.000Z' }] },
    says: 'win-dc: 48 licences are tied to h-1 until 2026-12-11T00:00:00.000Z',
    holds: { configuration: 'win-dc', held: [] },
  },
  'config-associate-target-kinds': {
    breaks: { ResourceArn: MANAGED, counting: 'Core' },
    says: 'a managed server cannot carry a license configuration that counts Core',
    holds: { ResourceArn: MANAGED, counting: 'vCPU' },
  },
  'config-associate-state': {
    breaks: { resource: 'i-1', state: 'shutting-down' },
    says: 'i-1 is shutting-down',
    holds: { resource: 'i-1', state: 'stopped' },
  },
  'config-associate-hard-limit': {
    breaks: { configuration: 'win-dc', needed: 1, consumed: 10, limit: 10 },
    says: 'win-dc: requested 1, used 10, limit 10, short 1',
    holds: { configuration: 'win-dc', needed: 1, consumed: 9, limit: 10 },
  },
};

const ORACLE = { LicenseCountingType: 'vCPU', ProductInformationList: [edition('oracle-ee')] } as const;

export const oracleExamples: Examples<typeof oracleRows> = {
  'oracle-counting-vcpu': {
    breaks: { ...ORACLE, LicenseCountingType: 'Core' },
    says: 'the configuration tracks Oracle and counts Core, allowed vCPU',
    holds: ORACLE,
  },
  'oracle-no-rules': {
    breaks: { ...ORACLE, LicenseRules: ['#minimumVcpus=2'] },
    says: 'the configuration tracks Oracle and has #minimumVcpus=2; no rules are allowed',
    holds: { ...ORACLE, LicenseRules: [] },
  },
  'oracle-no-hard-limit': {
    breaks: { ...ORACLE, LicenseCountHardLimit: true },
    says: 'the configuration tracks Oracle and its limit is hard; only a soft one is allowed',
    holds: { ...ORACLE, LicenseCountHardLimit: false },
  },
  'oracle-one-version': {
    breaks: { ProductInformationList: [edition('oracle-ee'), edition('oracle-se2')] },
    says: 'the configuration tracks 2 Oracle editions (oracle-ee, oracle-se2), at most 1',
    holds: { ProductInformationList: [edition('oracle-ee'), product('RDS', 'License Pack', 'olap')] },
  },
  'oracle-not-mixed': {
    breaks: { ProductInformationList: [edition('oracle-ee'), SQL] },
    says: 'the configuration tracks Oracle together with 1 other product',
    holds: { ProductInformationList: [SQL, SQL] },
  },
  'oracle-rds-resource-type': {
    breaks: { ProductInformationList: [product('SSM_MANAGED', 'Engine Edition', 'oracle-ee')] },
    says: '"Engine Edition" goes with resource type RDS, found SSM_MANAGED',
    holds: { ProductInformationList: [edition('oracle-ee')] },
  },
  'oracle-engine-values': {
    breaks: { ProductInformationList: [edition('Standard Edition Two')] },
    says: '"Standard Edition Two" is not a value of Engine Edition',
    holds: { ProductInformationList: [edition('oracle-se2')] },
  },
  'oracle-license-pack-values': {
    breaks: { ProductInformationList: [product('RDS', 'License Pack', 'spatial')] },
    says: '"spatial" is not a value of License Pack',
    holds: { ProductInformationList: [product('RDS', 'License Pack', 'data guard')] },
  },
};
