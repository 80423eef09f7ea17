import { describe, expect, test } from 'vitest';
import { ACCOUNT, REGION, START } from '../../../support/sandbox.ts';
import { HOUR, OTHER, refusal, stage } from '../ec2/support.ts';

const get = (sandbox: ReturnType<typeof stage>, LicenseConfigurationArn: string, scope?: typeof OTHER) =>
  sandbox.call('license-manager:GetLicenseConfiguration', { LicenseConfigurationArn }, scope);

describe('GetLicenseConfiguration', () => {
  test('config-get-shape, config-tags-optional, config-expiry-optional: everything that is known about one', async () => {
    const sandbox = stage();
    const arn = await sandbox.config('sql', {
      Description: 'databases',
      LicenseCount: 8,
      LicenseCountHardLimit: true,
      LicenseRules: ['#minimumVcpus=2'],
      LicenseExpiry: 1_735_689_600,
      DisassociateWhenNotFound: true,
      Tags: [{ Key: 'team', Value: 'dba' }],
    });
    await sandbox.run(await sandbox.image('amazon-linux-2023'), {
      LicenseSpecifications: [{ LicenseConfigurationArn: arn }],
    });
    expect(await get(sandbox, arn)).toEqual({
      LicenseConfigurationId: arn.slice(-36),
      LicenseConfigurationArn: arn,
      Name: 'sql',
      Description: 'databases',
      LicenseCountingType: 'vCPU',
      LicenseRules: ['#minimumVcpus=2'],
      LicenseCount: 8,
      LicenseCountHardLimit: true,
      DisassociateWhenNotFound: true,
      ConsumedLicenses: 2,
      Status: 'AVAILABLE',
      OwnerAccountId: ACCOUNT,
      ConsumedLicenseSummaryList: [
        { ResourceType: 'EC2_INSTANCE', ConsumedLicenses: 2 },
        { ResourceType: 'EC2_HOST', ConsumedLicenses: 0 },
        { ResourceType: 'SYSTEMS_MANAGER_MANAGED_INSTANCE', ConsumedLicenses: 0 },
      ],
      ManagedResourceSummaryList: [
        { ResourceType: 'EC2_INSTANCE', AssociationCount: 1 },
        { ResourceType: 'EC2_HOST', AssociationCount: 0 },
        { ResourceType: 'EC2_AMI', AssociationCount: 0 },
        { ResourceType: 'SYSTEMS_MANAGER_MANAGED_INSTANCE', AssociationCount: 0 },
      ],
      ProductInformationList: [],
      LicenseExpiry: 1_735_689_600,
      Tags: [{ Key: 'team', Value: 'dba' }],
    });
  });

  test('config-not-found: an unknown one is an invalid parameter value, in the words that clients look for', async () => {
    const sandbox = stage();
    const arn = `arn:aws:license-manager:${REGION}:${ACCOUNT}:license-configuration:lic-${'0'.repeat(32)}`;
    await expect(get(sandbox, arn)).rejects.toEqual(refusal('config-not-found', 'InvalidParameterValueException'));
    await expect(get(sandbox, arn)).rejects.toThrow('Invalid license configuration ARN');
    await expect(get(sandbox, await sandbox.config('sql'))).resolves.toBeDefined();
  });

  test('config-region-scoped: from another Region it is refused with both Regions', async () => {
    const sandbox = stage();
    const arn = await sandbox.config('sql');
    await expect(get(sandbox, arn, { account: ACCOUNT, region: 'eu-west-1' })).rejects.toEqual(
      refusal('config-region-scoped'),
    );
  });
});

describe('config-data-ownership: what a configuration tracks is for its owner only', () => {
  test.each([
    'license-manager:ListUsageForLicenseConfiguration',
    'license-manager:ListAssociationsForLicenseConfiguration',
    'license-manager:ListFailuresForLicenseConfigurationOperations',
  ] as const)('%s', async (operation) => {
    const sandbox = stage();
    const input = { LicenseConfigurationArn: await sandbox.config('sql') };
    await expect(sandbox.call(operation, input, OTHER)).rejects.toEqual(refusal('config-data-ownership'));
    await expect(sandbox.call(operation, input)).resolves.toBeDefined();
  });
});

describe('ListLicenseConfigurations', () => {
  const list = async (sandbox: ReturnType<typeof stage>, input: object) => {
    const { LicenseConfigurations = [], NextToken } = await sandbox.call(
      'license-manager:ListLicenseConfigurations',
      input,
    );
    return { names: LicenseConfigurations.map((one) => one.Name).join(' '), NextToken };
  };

  test('config-list-pagination: pages in order of creation; the last has no token', async () => {
    const sandbox = stage();
    for (const name of ['a', 'b', 'c', 'd', 'e']) await sandbox.config(name);
    const first = await list(sandbox, { MaxResults: 2 });
    const second = await list(sandbox, { MaxResults: 2, NextToken: first.NextToken });
    const third = await list(sandbox, { MaxResults: 2, NextToken: second.NextToken });
    expect([first, second, third].map((page) => page.names)).toEqual(['a b', 'c d', 'e']);
    expect(third.NextToken).toBeUndefined();
  });

  test('config-list-filters: by counting type, by enforcement and by what is exceeded', async () => {
    const sandbox = stage();
    await sandbox.config('a', { LicenseCount: 0 });
    await sandbox.config('b', { LicenseCount: 9, LicenseCountHardLimit: true });
    await sandbox.config('c', { LicenseCountingType: 'Core' });
    const by = async (Name: string, value: string) =>
      (await list(sandbox, { Filters: [{ Name, Values: [value] }] })).names;
    const { Images = [] } = await sandbox.call('ec2:DescribeImages', {});
    const [{ LicenseConfigurationArn } = {}] =
      (await sandbox.call('license-manager:ListLicenseConfigurations', {})).LicenseConfigurations ?? [];
    await sandbox.run(Images[0]?.ImageId ?? '', { LicenseSpecifications: [{ LicenseConfigurationArn }] });
    expect(await by('licenseCountingType', 'Core')).toBe('c');
    expect(await by('enforceLicenseCount', 'true')).toBe('b');
    expect(await by('enforceLicenseCount', 'false')).toBe('a c');
    expect(await by('usagelimitExceeded', 'true')).toBe('a');
    await expect(by('usageLimitExceeded', 'true')).rejects.toEqual(refusal('config-list-filters'));
  });

  test('config-list-filter-limit: one value for each filter', async () => {
    const Filters = [{ Name: 'licenseCountingType', Values: ['Core', 'vCPU'] }];
    await expect(list(stage(), { Filters })).rejects.toEqual(refusal('config-list-filter-limit'));
    await expect(
      list(stage(), { Filters: [{ Name: 'licenseCountingType', Values: ['Core'] }] }),
    ).resolves.toBeDefined();
  });
});

describe('usage and associations', () => {
  test('config-usage-record, config-associate-resource-types, config-association-time: what a row says', async () => {
    const sandbox = stage();
    const win = await sandbox.config('win', { LicenseCountingType: 'Core' });
    const image = await sandbox.image('amazon-linux-2023');
    const host = await sandbox.host();
    await sandbox.attach(win, image);
    sandbox.tick(HOUR);
    const machine = await sandbox.run(image, { Placement: { Tenancy: 'host' } });
    sandbox.tick(HOUR);
    const input = { LicenseConfigurationArn: win };
    const { LicenseConfigurationUsageList = [] } = await sandbox.call(
      'license-manager:ListUsageForLicenseConfiguration',
      input,
    );
    const common = { ResourceOwnerId: ACCOUNT, AssociationTime: new Date(START + HOUR) };
    expect(LicenseConfigurationUsageList).toEqual([
      {
        ...common,
        ResourceArn: `arn:aws:ec2:${REGION}:${ACCOUNT}:dedicated-host/${host}`,
        ResourceType: 'EC2_HOST',
        ResourceStatus: 'available',
        ConsumedLicenses: 48,
      },
      {
        ...common,
        ResourceArn: `arn:aws:ec2:${REGION}:${ACCOUNT}:instance/${machine}`,
        ResourceType: 'EC2_INSTANCE',
        ResourceStatus: 'running',
        ConsumedLicenses: 0,
      },
    ]);
    const { LicenseConfigurationAssociations = [] } = await sandbox.call(
      'license-manager:ListAssociationsForLicenseConfiguration',
      input,
    );
    expect(LicenseConfigurationAssociations.map((one) => [one.ResourceType, one.AssociationTime])).toEqual([
      ['EC2_AMI', new Date(START)],
      ['EC2_INSTANCE', new Date(START + HOUR)],
    ]);
    expect(LicenseConfigurationAssociations[0]?.ResourceArn).toBe(`arn:aws:ec2:${REGION}::image/${image}`);
  });

  test('config-usage-record: filtered by resource, kind and account, in pages', async () => {
    const sandbox = stage();
    const sql = await sandbox.config('sql');
    const image = await sandbox.image('amazon-linux-2023');
    await sandbox.run(image, { MinCount: 5, MaxCount: 5, LicenseSpecifications: [{ LicenseConfigurationArn: sql }] });
    const usage = async (Name: string, value: string, more: object = {}) => {
      const input = { LicenseConfigurationArn: sql, Filters: [{ Name, Values: [value] }], ...more };
      return sandbox.call('license-manager:ListUsageForLicenseConfiguration', input);
    };
    const all = (await usage('resourceType', 'EC2_INSTANCE')).LicenseConfigurationUsageList ?? [];
    expect(all).toHaveLength(5);
    expect((await usage('resourceType', 'EC2_HOST')).LicenseConfigurationUsageList).toEqual([]);
    expect((await usage('resourceAccount', OTHER.account)).LicenseConfigurationUsageList).toEqual([]);
    expect((await usage('resourceArn', all[3]?.ResourceArn ?? '')).LicenseConfigurationUsageList).toEqual([all[3]]);
    const first = await usage('resourceType', 'EC2_INSTANCE', { MaxResults: 4 });
    const rest = await usage('resourceType', 'EC2_INSTANCE', { MaxResults: 4, NextToken: first.NextToken });
    expect([...(first.LicenseConfigurationUsageList ?? []), ...(rest.LicenseConfigurationUsageList ?? [])]).toEqual(
      all,
    );
  });
});
