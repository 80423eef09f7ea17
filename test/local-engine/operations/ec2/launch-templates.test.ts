import { describe, expect, it } from 'vitest';
import { configurationArn } from '../../../../src/validation/arns.ts';
import { OTHER, refusal, stage } from './support.ts';

const by = (LicenseConfigurationArn: string) => ({ LicenseSpecifications: [{ LicenseConfigurationArn }] });

async function withTemplate(data = {}) {
  const s = stage();
  const { LaunchTemplate } = await s.call('ec2:CreateLaunchTemplate', {
    LaunchTemplateName: 'web',
    LaunchTemplateData: { InstanceType: 'm5.large', ...data },
  });
  return { s, id: LaunchTemplate?.LaunchTemplateId ?? '', template: LaunchTemplate };
}

describe('CreateLaunchTemplate', () => {
  it('makes version 1, the default and the latest', async () => {
    const { s, id, template } = await withTemplate();
    expect(template).toMatchObject({
      LaunchTemplateName: 'web',
      CreatedBy: `arn:aws:iam::${s.home.account}:root`,
      DefaultVersionNumber: 1,
      LatestVersionNumber: 1,
    });
    const { LaunchTemplates } = await s.call('ec2:DescribeLaunchTemplates', { LaunchTemplateIds: [id] });
    expect(LaunchTemplates).toEqual([template]);
  });

  it('launch-mechanisms: its configurations count the launches from it', async () => {
    const s = stage();
    const arn = await s.config('vcpus');
    const ImageId = await s.image('amazon-linux-2023');
    await s.call('ec2:CreateLaunchTemplate', {
      LaunchTemplateName: 'web',
      LaunchTemplateData: { ImageId, InstanceType: 'm5.large', ...by(arn) },
    });
    const LaunchTemplate = { LaunchTemplateName: 'web' };
    await s.call('ec2:RunInstances', { LaunchTemplate, MinCount: 2, MaxCount: 2 });
    expect(await s.consumed(arn)).toBe(4);
  });

  it('template-name-in-use: the name is free in the account and Region', async () => {
    const { s } = await withTemplate();
    const again = { LaunchTemplateName: 'web', LaunchTemplateData: {} };
    await expect(s.call('ec2:CreateLaunchTemplate', again)).rejects.toEqual(
      refusal('template-name-in-use', 'InvalidLaunchTemplateName.AlreadyExistsException'),
    );
    await s.call('ec2:CreateLaunchTemplate', again, OTHER);
    await s.call('ec2:CreateLaunchTemplate', again, { ...s.home, region: 'eu-west-1' });
  });

  it.each(['my web', 'ab', 'a'.repeat(129)])('template-name-syntax: %s is no name', async (LaunchTemplateName) => {
    const { call } = stage();
    await expect(call('ec2:CreateLaunchTemplate', { LaunchTemplateName, LaunchTemplateData: {} })).rejects.toEqual(
      refusal('template-name-syntax', 'InvalidLaunchTemplateName.MalformedException'),
    );
  });

  it.each(['abc', 'a(b)/c.d-e_f', 'a'.repeat(128)])('%s is a name', async (LaunchTemplateName) => {
    const { call } = stage();
    const { LaunchTemplate } = await call('ec2:CreateLaunchTemplate', { LaunchTemplateName, LaunchTemplateData: {} });
    expect(LaunchTemplate?.LaunchTemplateName).toBe(LaunchTemplateName);
  });

  it('launch-unknown-config, license-configuration-arn-malformed: its configurations exist', async () => {
    const s = stage();
    const make = (arn: string) =>
      s.call('ec2:CreateLaunchTemplate', { LaunchTemplateName: 'web', LaunchTemplateData: by(arn) });
    await expect(make('lic-1')).rejects.toEqual(
      refusal('license-configuration-arn-malformed', 'InvalidLicenseConfigurationId.Malformed'),
    );
    await expect(make(configurationArn(s.home, `lic-${'0'.repeat(32)}`))).rejects.toEqual(
      refusal('launch-unknown-config', 'InvalidParameterValue'),
    );
    await make(await s.config('vcpus'));
  });

  it('client-token-mismatch: a token is answered once, times included, and is refused for another request', async () => {
    const { call } = stage();
    const once = { ClientToken: 'once', LaunchTemplateName: 'web', LaunchTemplateData: {} };
    const first = await call('ec2:CreateLaunchTemplate', once);
    expect(await call('ec2:CreateLaunchTemplate', once)).toEqual(first);
    await expect(call('ec2:CreateLaunchTemplate', { ...once, LaunchTemplateName: 'api' })).rejects.toEqual(
      refusal('client-token-mismatch', 'IdempotentParameterMismatch'),
    );
  });
});

describe('CreateLaunchTemplateVersion', () => {
  it('begins empty, and does not become the default', async () => {
    const { s, id } = await withTemplate();
    const { LaunchTemplateVersion } = await s.call('ec2:CreateLaunchTemplateVersion', {
      LaunchTemplateId: id,
      VersionDescription: 'bigger',
      LaunchTemplateData: { KeyName: 'ops' },
    });
    expect(LaunchTemplateVersion).toMatchObject({
      VersionNumber: 2,
      VersionDescription: 'bigger',
      DefaultVersion: false,
      LaunchTemplateData: { KeyName: 'ops' },
    });
    expect(LaunchTemplateVersion?.LaunchTemplateData).not.toHaveProperty('InstanceType');
  });

  it.each(['1', '$Latest', '$Default'])(
    'begins as SourceVersion %s, and its own members win',
    async (SourceVersion) => {
      const { s } = await withTemplate({ KeyName: 'ops' });
      const { LaunchTemplateVersion } = await s.call('ec2:CreateLaunchTemplateVersion', {
        LaunchTemplateName: 'web',
        SourceVersion,
        LaunchTemplateData: { InstanceType: 'm5.xlarge' },
      });
      expect(LaunchTemplateVersion?.LaunchTemplateData).toEqual({ KeyName: 'ops', InstanceType: 'm5.xlarge' });
    },
  );

  it('template-version-not-found: the source exists', async () => {
    const { s, id } = await withTemplate();
    await expect(
      s.call('ec2:CreateLaunchTemplateVersion', { LaunchTemplateId: id, SourceVersion: '2', LaunchTemplateData: {} }),
    ).rejects.toEqual(refusal('template-version-not-found', 'InvalidLaunchTemplateId.VersionNotFound'));
  });

  it('launch-unknown-config: its configurations exist, those of the source too', async () => {
    const { s, id } = await withTemplate();
    const arn = await s.config('vcpus');
    const version = { LaunchTemplateId: id, LaunchTemplateData: {} };
    await s.call('ec2:CreateLaunchTemplateVersion', { ...version, LaunchTemplateData: by(arn) });
    await s.call('license-manager:DeleteLicenseConfiguration', { LicenseConfigurationArn: arn });
    await expect(s.call('ec2:CreateLaunchTemplateVersion', { ...version, SourceVersion: '2' })).rejects.toEqual(
      refusal('launch-unknown-config'),
    );
    await s.call('ec2:CreateLaunchTemplateVersion', { ...version, SourceVersion: '1' });
  });

  it('keeps the one time there is in launch template data', async () => {
    const ValidUntil = new Date(Date.UTC(2027, 0, 1));
    const { s, id } = await withTemplate({ InstanceMarketOptions: { SpotOptions: { ValidUntil } } });
    const { LaunchTemplateVersions = [] } = await s.call('ec2:DescribeLaunchTemplateVersions', {
      LaunchTemplateId: id,
    });
    expect(LaunchTemplateVersions[0]?.LaunchTemplateData?.InstanceMarketOptions?.SpotOptions).toEqual({ ValidUntil });
  });
});

describe('DescribeLaunchTemplates', () => {
  it('lists by page and by filter', async () => {
    const { call } = stage();
    for (const LaunchTemplateName of ['web-1', 'api-1', 'web-2'])
      await call('ec2:CreateLaunchTemplate', { LaunchTemplateName, LaunchTemplateData: {} });
    const first = await call('ec2:DescribeLaunchTemplates', { MaxResults: 2 });
    const second = await call('ec2:DescribeLaunchTemplates', { MaxResults: 2, NextToken: first.NextToken });
    const names = [...(first.LaunchTemplates ?? []), ...(second.LaunchTemplates ?? [])].map(
      (one) => one.LaunchTemplateName,
    );
    expect(names).toEqual(['web-1', 'api-1', 'web-2']);
    expect(second.NextToken).toBeUndefined();
    const Filters = [{ Name: 'launch-template-name', Values: ['web-*'] }];
    const { LaunchTemplates = [] } = await call('ec2:DescribeLaunchTemplates', { Filters });
    expect(LaunchTemplates).toHaveLength(2);
    await expect(call('ec2:DescribeLaunchTemplates', { Filters: [{ Name: 'name', Values: ['web'] }] })).rejects.toEqual(
      refusal('ec2-filter-unknown'),
    );
  });

  it('template-not-found: by name and by id, with the nearest names', async () => {
    const { s } = await withTemplate();
    await expect(s.call('ec2:DescribeLaunchTemplates', { LaunchTemplateNames: ['wbe'] })).rejects.toMatchObject({
      code: 'InvalidLaunchTemplateName.NotFoundException',
      message: expect.stringContaining('web'),
    });
    await expect(s.call('ec2:DescribeLaunchTemplates', { LaunchTemplateIds: ['lt-0'] })).rejects.toEqual(
      refusal('template-not-found'),
    );
    await expect(s.call('ec2:DescribeLaunchTemplates', { LaunchTemplateNames: ['web'] }, OTHER)).rejects.toEqual(
      refusal('template-not-found'),
    );
  });
});

describe('DescribeLaunchTemplateVersions', () => {
  async function threeVersions() {
    const { s, id } = await withTemplate();
    for (const InstanceType of ['m5.xlarge', 'm5.2xlarge'] as const)
      await s.call('ec2:CreateLaunchTemplateVersion', { LaunchTemplateId: id, LaunchTemplateData: { InstanceType } });
    const numbers = async (input: object) => {
      const { LaunchTemplateVersions = [] } = await s.call('ec2:DescribeLaunchTemplateVersions', input);
      return LaunchTemplateVersions.map((one) => one.VersionNumber);
    };
    return { s, id, numbers };
  }

  it('lists the newest first, those asked for in their order, and a range', async () => {
    const { id, numbers } = await threeVersions();
    expect(await numbers({ LaunchTemplateName: 'web' })).toEqual([3, 2, 1]);
    expect(await numbers({ LaunchTemplateId: id, Versions: ['$Default', '2', '$Latest', '3'] })).toEqual([1, 2, 3]);
    expect(await numbers({ LaunchTemplateId: id, MinVersion: '2' })).toEqual([3, 2]);
    expect(await numbers({ LaunchTemplateId: id, MaxVersion: '2' })).toEqual([2, 1]);
    const Filters = [{ Name: 'is-default-version', Values: ['true'] }];
    expect(await numbers({ LaunchTemplateId: id, Filters })).toEqual([1]);
  });

  it('goes on page by page', async () => {
    const { s, id, numbers } = await threeVersions();
    const first = await s.call('ec2:DescribeLaunchTemplateVersions', { LaunchTemplateId: id, MaxResults: 2 });
    expect(first.LaunchTemplateVersions).toHaveLength(2);
    expect(await numbers({ LaunchTemplateId: id, MaxResults: 2, NextToken: first.NextToken })).toEqual([1]);
    await expect(numbers({ LaunchTemplateName: 'web', MaxResults: 2, NextToken: first.NextToken })).rejects.toEqual(
      refusal('page-token-invalid'),
    );
  });

  it('without a template shows the latest or default version of each', async () => {
    const { s, numbers } = await threeVersions();
    await s.call('ec2:CreateLaunchTemplate', { LaunchTemplateName: 'api', LaunchTemplateData: {} });
    expect(await numbers({ Versions: ['$Latest'] })).toEqual([3, 1]);
    expect(await numbers({ Versions: ['$Latest', '$Default'] })).toEqual([3, 1, 1]);
  });

  it('template-id-or-name: one of both, unless only aliases are asked for', async () => {
    const { id, numbers } = await threeVersions();
    for (const input of [{}, { Versions: ['1'] }, { LaunchTemplateId: id, LaunchTemplateName: 'web' }])
      await expect(numbers(input)).rejects.toEqual(refusal('template-id-or-name', 'InvalidParameterCombination'));
  });

  it.each(['4', '0', 'latest', '1.5'])('template-version-not-found: there is no version %s', async (version) => {
    const { id, numbers } = await threeVersions();
    await expect(numbers({ LaunchTemplateId: id, Versions: [version] })).rejects.toEqual(
      refusal('template-version-not-found', 'InvalidLaunchTemplateId.VersionNotFound'),
    );
  });
});

describe('DeleteLaunchTemplate', () => {
  it('removes it with its versions and tags; its name is free again', async () => {
    const { s, id, template } = await withTemplate();
    expect(await s.call('ec2:DeleteLaunchTemplate', { LaunchTemplateName: 'web' })).toEqual({
      LaunchTemplate: template,
    });
    await expect(s.call('ec2:DescribeLaunchTemplateVersions', { LaunchTemplateId: id })).rejects.toEqual(
      refusal('template-not-found'),
    );
    await s.call('ec2:CreateLaunchTemplate', { LaunchTemplateName: 'web', LaunchTemplateData: {} });
  });

  it('template-not-found, template-id-or-name: names one that exists, once', async () => {
    const { s, id } = await withTemplate();
    await expect(s.call('ec2:DeleteLaunchTemplate', { LaunchTemplateName: 'web' }, OTHER)).rejects.toEqual(
      refusal('template-not-found'),
    );
    await expect(
      s.call('ec2:DeleteLaunchTemplate', { LaunchTemplateId: id, LaunchTemplateName: 'web' }),
    ).rejects.toEqual(refusal('template-id-or-name'));
    await s.call('ec2:DeleteLaunchTemplate', { LaunchTemplateId: id });
  });
});
