import { describe, expect, test } from 'vitest';
import type { Input } from '../../../../src/contract/operations.ts';
import { ACCOUNT, REGION } from '../../../support/sandbox.ts';
import { HOUR, OTHER, refusal, stage } from '../ec2/support.ts';

type Terms = Partial<Input<'license-manager:CreateLicenseConfiguration'>>;

const create = (terms: Terms, scope?: typeof OTHER) =>
  stage().call(
    'license-manager:CreateLicenseConfiguration',
    { Name: 'a', LicenseCountingType: 'vCPU', ...terms },
    scope,
  );

const rules = (LicenseCountingType: Terms['LicenseCountingType'], ...LicenseRules: string[]): Terms => ({
  LicenseCountingType,
  LicenseRules,
});

const product = (ResourceType: string, name: string, ...values: string[]): Terms => ({
  ProductInformationList: [
    {
      ResourceType,
      ProductInformationFilterList: [
        {
          ProductInformationFilterName: name,
          ProductInformationFilterValue: values,
          ProductInformationFilterComparator: 'EQUALS',
        },
      ],
    },
  ],
});

const both = (one: Terms, other: Terms): Terms => ({
  ProductInformationList: [...(one.ProductInformationList ?? []), ...(other.ProductInformationList ?? [])],
});

const oracle = product('RDS', 'Engine Edition', 'oracle-ee');
const windows = product('SSM_MANAGED', 'Application Name', 'Windows Server');
const tags = (count: number) => ({ Tags: Array.from({ length: count }, (_, n) => ({ Key: `k${n}`, Value: 'v' })) });

describe('each constraint refuses, and lets the near miss pass', () => {
  test.each<[id: string, refused: Terms, passes: Terms]>([
    ['config-name-required', { Name: ' ' }, { Name: 'a b' }],
    [
      'config-hard-limit-needs-count',
      { LicenseCountHardLimit: true },
      { LicenseCountHardLimit: true, LicenseCount: 0 },
    ],
    ['config-count-non-negative', { LicenseCount: -1 }, { LicenseCount: 0 }],
    ['rule-syntax', rules('Core', 'minimumCores=8'), rules('Core', '#minimumCores=8')],
    ['rule-names', rules('Core', '#minCores=8'), rules('Core', '#minimumCores=8')],
    ['rule-min-max-integers', rules('Core', '#minimumCores=0'), rules('Core', '#minimumCores=1')],
    ['rule-affinity-range', rules('Core', '#licenseAffinityToHost=181'), rules('Core', '#licenseAffinityToHost=180')],
    ['rule-tenancy-values', rules('vCPU', '#allowedTenancy=Shared'), rules('vCPU', '#allowedTenancy=EC2-Default')],
    ['rule-honor-values', rules('vCPU', '#honorVcpuOptimization=yes'), rules('vCPU', '#honorVcpuOptimization=true')],
    [
      'rule-no-duplicates',
      rules('Core', '#minimumCores=1', '#minimumCores=2'),
      rules('Core', '#minimumCores=1', '#maximumCores=2'),
    ],
    [
      'rule-min-not-above-max',
      rules('Core', '#minimumCores=3', '#maximumCores=2'),
      rules('Core', '#minimumCores=2', '#maximumCores=2'),
    ],
    [
      'rule-matrix-license-affinity-to-host',
      rules('vCPU', '#licenseAffinityToHost=9'),
      rules('Socket', '#licenseAffinityToHost=9'),
    ],
    ['rule-matrix-maximum-cores', rules('vCPU', '#maximumCores=9'), rules('Instance', '#maximumCores=9')],
    ['rule-matrix-maximum-sockets', rules('Core', '#maximumSockets=9'), rules('Socket', '#maximumSockets=9')],
    ['rule-matrix-maximum-vcpus', rules('Core', '#maximumVcpus=9'), rules('vCPU', '#maximumVcpus=9')],
    ['rule-matrix-minimum-cores', rules('Socket', '#minimumCores=9'), rules('Core', '#minimumCores=9')],
    ['rule-matrix-minimum-sockets', rules('vCPU', '#minimumSockets=9'), rules('Instance', '#minimumSockets=9')],
    ['rule-matrix-minimum-vcpus', rules('Socket', '#minimumVcpus=9'), rules('vCPU', '#minimumVcpus=9')],
    [
      'rule-matrix-honor-vcpu-optimization',
      rules('Instance', '#honorVcpuOptimization=True'),
      rules('vCPU', '#honorVcpuOptimization=True'),
    ],
    [
      'rule-tenancy-core-socket',
      rules('Socket', '#allowedTenancy=EC2-DedicatedHost,EC2-Default'),
      rules('Socket', '#allowedTenancy=EC2-DedicatedHost'),
    ],
    ['config-product-support', product('SSM_MANAGED', 'Application', 'x'), windows],
    ['oracle-counting-vcpu', { ...oracle, LicenseCountingType: 'Instance' }, oracle],
    [
      'oracle-no-rules',
      { ...oracle, ...rules('vCPU', '#minimumVcpus=1') },
      { ...windows, ...rules('vCPU', '#minimumVcpus=1') },
    ],
    [
      'oracle-no-hard-limit',
      { ...oracle, LicenseCount: 1, LicenseCountHardLimit: true },
      { ...oracle, LicenseCount: 1 },
    ],
    [
      'oracle-one-version',
      product('RDS', 'Engine Edition', 'oracle-ee', 'oracle-se2'),
      product('RDS', 'Engine Edition', 'oracle-se2'),
    ],
    ['oracle-not-mixed', both(oracle, windows), oracle],
    ['oracle-rds-resource-type', product('SSM_MANAGED', 'Engine Edition', 'oracle-ee'), oracle],
    ['oracle-engine-values', product('RDS', 'Engine Edition', 'oracle-xe'), oracle],
    [
      'oracle-license-pack-values',
      both(oracle, product('RDS', 'License Pack', 'spatial')),
      both(oracle, product('RDS', 'License Pack', 'olap')),
    ],
    ['tag-limit-50', tags(51), tags(50)],
    [
      'tag-key-length',
      { Tags: [{ Key: 'k'.repeat(129), Value: '' }] },
      { Tags: [{ Key: 'k'.repeat(128), Value: '' }] },
    ],
    [
      'tag-value-length',
      { Tags: [{ Key: 'k', Value: 'v'.repeat(257) }] },
      { Tags: [{ Key: 'k', Value: 'v'.repeat(256) }] },
    ],
    ['tag-reserved-prefix', { Tags: [{ Key: 'aws:team', Value: '' }] }, { Tags: [{ Key: 'team', Value: 'aws:' }] }],
  ])('%s', async (id, refused, passes) => {
    await expect(create(refused)).rejects.toEqual(refusal(id));
    await expect(create(passes)).resolves.toHaveProperty('LicenseConfigurationArn');
  });

  test('config-counting-type-required: a type that AWS does not have is refused by its shape', async () => {
    const type: Terms = JSON.parse('{"LicenseCountingType":"Cores"}');
    await expect(create(type)).rejects.toEqual(refusal('shape-enum'));
    await expect(create({ LicenseCountingType: undefined })).rejects.toEqual(refusal('shape-required-member'));
    await expect(create({ LicenseCountingType: 'Core' })).resolves.toBeDefined();
  });
});

test('config-arn-format: lic- and 32 hexadecimal digits, after a colon', async () => {
  const { LicenseConfigurationArn } = await create({});
  expect(LicenseConfigurationArn).toMatch(
    new RegExp(`^arn:aws:license-manager:${REGION}:${ACCOUNT}:license-configuration:lic-[0-9a-f]{32}$`),
  );
});

test('config-no-sensitive-text: an e-mail address in a name is stored, with a warning', async () => {
  const { config, said } = stage();
  await config('sql of jane@example.com');
  expect(said()).toEqual(['the name holds an e-mail address: jane@example.com']);
  await config('sql of the database team');
  expect(said()).toEqual([]);
});

describe('quotas', () => {
  test('quota-names-in-error, quota-configurations-25: the 26th is refused, and the text has the number', async () => {
    const { config, call } = stage();
    for (let n = 1; n <= 25; n++) await config(`c${n}`);
    const more = config('c26');
    await expect(more).rejects.toEqual(refusal('quota-configurations-25', 'ResourceLimitExceededException'));
    await expect(more).rejects.toThrow('25');
    const elsewhere = { Name: 'c', LicenseCountingType: 'Core' } as const;
    await call('license-manager:CreateLicenseConfiguration', elsewhere, OTHER);
    await call('license-manager:CreateLicenseConfiguration', elsewhere, { account: ACCOUNT, region: 'eu-west-1' });
  });

  test('quota-configurations-per-day: off unless set; a deletion gives nothing back, the next day does', async () => {
    const { config, call, quota, tick } = stage();
    quota('configurations-per-day', 2);
    const first = await config('a');
    await config('b');
    await expect(config('c')).rejects.toEqual(refusal('quota-configurations-per-day'));
    tick(21 * HOUR);
    await expect(config('c')).resolves.toMatch(/^arn:/);
    await call('license-manager:DeleteLicenseConfiguration', { LicenseConfigurationArn: first });
  });
});
