import { describe, expect, test } from 'vitest';
import { ACCOUNT, REGION, START } from '../../../support/sandbox.ts';
import { OTHER, refusal, stage } from '../ec2/support.ts';

describe('UpdateLicenseConfiguration', () => {
  test('config-edit-api-fields, config-edit-console-fields: what is given changes, the rest stays', async () => {
    const sandbox = stage();
    const LicenseConfigurationArn = await sandbox.config('win', {
      LicenseCountingType: 'Core',
      LicenseCount: 96,
      LicenseCountHardLimit: true,
      LicenseRules: ['#minimumCores=8'],
    });
    const products = [
      {
        ResourceType: 'SSM_MANAGED',
        ProductInformationFilterList: [
          {
            ProductInformationFilterName: 'Application Name',
            ProductInformationFilterValue: ['Windows Server'],
            ProductInformationFilterComparator: 'EQUALS',
          },
        ],
      },
    ];
    const read = () => sandbox.call('license-manager:GetLicenseConfiguration', { LicenseConfigurationArn });
    const before = await read();
    const update = (change: object) =>
      sandbox.call('license-manager:UpdateLicenseConfiguration', { LicenseConfigurationArn, ...change });
    await update({ ProductInformationList: products, DisassociateWhenNotFound: true, LicenseExpiry: 9 });
    await update({ Name: 'windows', Description: 'data centre', LicenseCount: 128, LicenseCountHardLimit: false });
    await update({ LicenseRules: ['#minimumCores=8', '#licenseAffinityToHost=90'] });
    expect(await read()).toEqual({
      ...before,
      ProductInformationList: products,
      DisassociateWhenNotFound: true,
      LicenseExpiry: 9,
      Name: 'windows',
      Description: 'data centre',
      LicenseCount: 128,
      LicenseCountHardLimit: false,
      LicenseRules: ['#minimumCores=8', '#licenseAffinityToHost=90'],
    });
  });

  test.each([
    { rules: ['#minimumCores=9'], id: 'rule-affinity-only-later-rule' },
    { rules: ['#maximumCores=9'], id: 'rule-affinity-only-later-rule' },
    { rules: ['#licenseAffinityToHost=181'], id: 'rule-affinity-range' },
  ])('rules may only repeat, or add affinity: $rules is refused', async ({ rules: LicenseRules, id }) => {
    const sandbox = stage();
    const LicenseConfigurationArn = await sandbox.config('win', {
      LicenseCountingType: 'Core',
      LicenseRules: ['#minimumCores=8'],
    });
    const update = (change: object) =>
      sandbox.call('license-manager:UpdateLicenseConfiguration', { LicenseConfigurationArn, ...change });
    await expect(update({ LicenseRules })).rejects.toEqual(refusal(id));
    await expect(update({ LicenseRules: ['#minimumCores=8'] })).resolves.toEqual({});
  });
});

describe('tags', () => {
  test('are put, replaced and removed; only the owner does', async () => {
    const sandbox = stage();
    const ResourceArn = await sandbox.config('sql', { Tags: [{ Key: 'team', Value: 'dba' }] });
    const tags = async () => (await sandbox.call('license-manager:ListTagsForResource', { ResourceArn })).Tags;
    await sandbox.call('license-manager:TagResource', {
      ResourceArn,
      Tags: [
        { Key: 'team', Value: 'platform' },
        { Key: 'cost', Value: '7' },
      ],
    });
    expect(await tags()).toEqual([
      { Key: 'cost', Value: '7' },
      { Key: 'team', Value: 'platform' },
    ]);
    await sandbox.call('license-manager:UntagResource', { ResourceArn, TagKeys: ['cost', 'never'] });
    expect(await tags()).toEqual([{ Key: 'team', Value: 'platform' }]);
    const put = sandbox.call('license-manager:TagResource', { ResourceArn, Tags: [{ Key: 'a', Value: 'b' }] }, OTHER);
    await expect(put).rejects.toEqual(refusal('config-edit-owner-only'));
  });

  test('tag-limit-50 counts those that stay, and a replaced one once', async () => {
    const sandbox = stage();
    const Tags = Array.from({ length: 50 }, (_, n) => ({ Key: `k${n}`, Value: 'v' }));
    const ResourceArn = await sandbox.config('sql', { Tags });
    const put = (Key: string) =>
      sandbox.call('license-manager:TagResource', { ResourceArn, Tags: [{ Key, Value: 'w' }] });
    await expect(put('k50')).rejects.toEqual(refusal('tag-limit-50'));
    await expect(put('k49')).resolves.toEqual({});
  });
});

describe('UpdateLicenseSpecificationsForResource', () => {
  test('ami-scope-value: cross-account is the only scope', async () => {
    const sandbox = stage();
    const sql = await sandbox.config('sql');
    const { ImageId = '' } = await sandbox.call('ec2:RegisterImage', { Name: 'web' });
    await expect(sandbox.attach(sql, ImageId, 'all')).rejects.toEqual(refusal('ami-scope-value'));
    await expect(sandbox.attach(sql, ImageId, 'cross-account')).resolves.toBeUndefined();
    const listed = await sandbox.call('license-manager:ListLicenseSpecificationsForResource', {
      ResourceArn: `arn:aws:ec2:${REGION}::image/${ImageId}`,
    });
    expect(listed.LicenseSpecifications).toEqual([
      { LicenseConfigurationArn: sql, AmiAssociationScope: 'cross-account' },
    ]);
  });

  test('config-associate-target-kinds: only AMIs, instances and hosts', async () => {
    const sandbox = stage();
    const AddLicenseSpecifications = [{ LicenseConfigurationArn: await sandbox.config('sql') }];
    const attach = (ResourceArn: string) =>
      sandbox.call('license-manager:UpdateLicenseSpecificationsForResource', { ResourceArn, AddLicenseSpecifications });
    await expect(attach(`arn:aws:rds:${REGION}:${ACCOUNT}:db:main`)).rejects.toEqual(
      refusal('config-associate-target-kinds'),
    );
    const host = await sandbox.host();
    await expect(attach(`arn:aws:ec2:${REGION}:${ACCOUNT}:dedicated-host/${host}`)).resolves.toEqual({});
  });
});

test('config-failure-log: what was refused, about what, when and by whom', async () => {
  const sandbox = stage();
  const LicenseConfigurationArn = await sandbox.config('sql', { LicenseCount: 1, LicenseCountHardLimit: true });
  const image = await sandbox.image('amazon-linux-2023');
  const launch = sandbox.run(image, { LicenseSpecifications: [{ LicenseConfigurationArn }] });
  await expect(launch).rejects.toEqual(refusal('launch-hard-block', 'LicenseUsageException'));
  const { LicenseOperationFailureList } = await sandbox.call(
    'license-manager:ListFailuresForLicenseConfigurationOperations',
    { LicenseConfigurationArn },
  );
  expect(LicenseOperationFailureList).toEqual([
    {
      ResourceArn: `arn:aws:ec2:${REGION}::image/${image}`,
      ResourceType: 'EC2_AMI',
      ErrorMessage: expect.stringContaining('No licenses available. sql: requested 2, used 0, limit 1, short 1'),
      FailureTime: new Date(START),
      OperationName: 'RunInstances',
      ResourceOwnerId: ACCOUNT,
      OperationRequestedBy: ACCOUNT,
      MetadataList: [],
    },
  ]);
});
