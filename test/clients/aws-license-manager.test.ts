import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Aws, awsAt } from './aws.ts';
import { memberOf, textOf } from './members.ts';
import { awsCommand, isLeftOut } from './programs.ts';
import { ACCOUNT, REGION, type Served, serveSandbox } from './server.ts';

/** The `aws` command, which nobody here wrote, administers licences: each test goes on where the last one stopped. */
describe.skipIf(isLeftOut(awsCommand))('aws license-manager', () => {
  let served: Served;
  let aws: Aws;
  const made = { core: '', vcpu: '', image: '', machine: '' };
  const lm = (words: string, options?: Parameters<Aws>[1]) => aws(`license-manager ${words}`, options);
  const get = async (arn: string) =>
    (await lm('get-license-configuration', { 'license-configuration-arn': arn })).value;
  const specs = async (resource: string) =>
    (await lm('list-license-specifications-for-resource', { 'resource-arn': resource })).value;

  beforeAll(async () => {
    served = await serveSandbox();
    aws = awsAt(served.endpoint);
  });
  afterAll(async () => {
    expect(served.troubles).toEqual([]);
    await served.stop();
  });

  it('creates a hard configuration of 10 cores and one of 100 vCPUs with a rule', async () => {
    const core = await lm('create-license-configuration --license-count-hard-limit', {
      name: 'core',
      'license-counting-type': 'Core',
      'license-count': '10',
      tags: [{ Key: 'team', Value: 'db' }],
    });
    const vcpu = await lm('create-license-configuration', {
      name: 'vcpu',
      'license-counting-type': 'vCPU',
      'license-count': '100',
      'license-rules': ['#honorVcpuOptimization=True'],
    });
    made.core = textOf(core.value, 'LicenseConfigurationArn');
    made.vcpu = textOf(vcpu.value, 'LicenseConfigurationArn');
    const prefix = `arn:aws:license-manager:${REGION}:${ACCOUNT}:license-configuration:lic-`;
    expect([made.core.startsWith(prefix), made.vcpu.startsWith(prefix)]).toEqual([true, true]);
  });

  it('reads them back', async () => {
    expect(await get(made.core)).toMatchObject({
      Name: 'core',
      LicenseCountingType: 'Core',
      LicenseCount: 10,
      LicenseCountHardLimit: true,
      Status: 'AVAILABLE',
      OwnerAccountId: ACCOUNT,
      Tags: [{ Key: 'team', Value: 'db' }],
    });
    expect(await get(made.vcpu)).toMatchObject({ LicenseRules: ['#honorVcpuOptimization=True'], ConsumedLicenses: 0 });
  });

  it('lists all, and one by its ARN', async () => {
    const names = async (options?: Parameters<Aws>[1]) =>
      memberOf((await lm('list-license-configurations', options)).value, 'LicenseConfigurations');
    expect(await names()).toMatchObject([{ Name: 'core' }, { Name: 'vcpu' }]);
    expect(await names({ 'license-configuration-arns': [made.vcpu] })).toMatchObject([{ Name: 'vcpu' }]);
  });

  it('tags, lists tags and untags', async () => {
    await lm('tag-resource', { 'resource-arn': made.core, tags: [{ Key: 'cost', Value: 'a b' }] });
    const tags = async () =>
      memberOf((await lm('list-tags-for-resource', { 'resource-arn': made.core })).value, 'Tags');
    expect(await tags()).toEqual(
      expect.arrayContaining([
        { Key: 'cost', Value: 'a b' },
        { Key: 'team', Value: 'db' },
      ]),
    );
    await lm('untag-resource', { 'resource-arn': made.core, 'tag-keys': ['team'] });
    expect(await tags()).toEqual([{ Key: 'cost', Value: 'a b' }]);
  });

  it('turns the hard limit off, disables and enables, and changes every field', async () => {
    const update = (words: string, options = {}) =>
      lm(`update-license-configuration ${words}`.trim(), { 'license-configuration-arn': made.core, ...options });
    expect((await update('--no-license-count-hard-limit')).exit).toBe(0);
    expect(await get(made.core)).toMatchObject({ LicenseCountHardLimit: false, LicenseCount: 10 });
    await update('', { 'license-configuration-status': 'DISABLED' });
    expect(await get(made.core)).toMatchObject({ Status: 'DISABLED' });
    const all = { name: 'core-2', description: 'all of it', 'license-count': '2000' };
    await update('--license-count-hard-limit --disassociate-when-not-found', {
      ...all,
      'license-configuration-status': 'AVAILABLE',
    });
    expect(await get(made.core)).toMatchObject({
      Name: 'core-2',
      Description: 'all of it',
      LicenseCount: 2000,
      LicenseCountHardLimit: true,
      Status: 'AVAILABLE',
      DisassociateWhenNotFound: true,
    });
  });

  it('associates an AMI, and in one call takes one configuration away and adds another', async () => {
    const registered = await aws('ec2 register-image', { name: 'web', 'root-device-name': '/dev/xvda' });
    made.image = `arn:aws:ec2:${REGION}::image/${textOf(registered.value, 'ImageId')}`;
    const change = (options: object) =>
      lm('update-license-specifications-for-resource', { 'resource-arn': made.image, ...options });
    const one = (arn: string) => [{ LicenseConfigurationArn: arn }];
    expect((await change({ 'add-license-specifications': one(made.core) })).exit).toBe(0);
    expect(await specs(made.image)).toEqual({ LicenseSpecifications: one(made.core) });
    await change({ 'add-license-specifications': one(made.vcpu), 'remove-license-specifications': one(made.core) });
    expect(await specs(made.image)).toEqual({ LicenseSpecifications: one(made.vcpu) });
  });

  it('associates a machine, and shows what is associated and used', async () => {
    const plain = await aws('ec2 register-image', { name: 'plain', 'root-device-name': '/dev/xvda' });
    const run = await aws('ec2 run-instances', {
      'image-id': textOf(plain.value, 'ImageId'),
      'instance-type': 'm5.xlarge',
    });
    const [machine] = [memberOf(run.value, 'Instances')].flat();
    made.machine = `arn:aws:ec2:${REGION}:${ACCOUNT}:instance/${textOf(machine, 'InstanceId')}`;
    const spec = [{ LicenseConfigurationArn: made.vcpu }];
    await lm('update-license-specifications-for-resource', {
      'resource-arn': made.machine,
      'add-license-specifications': spec,
    });
    expect(await specs(made.machine)).toEqual({ LicenseSpecifications: spec });
    const of = { 'license-configuration-arn': made.vcpu };
    const associations = memberOf(
      (await lm('list-associations-for-license-configuration', of)).value,
      'LicenseConfigurationAssociations',
    );
    expect(associations).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ResourceArn: made.image, ResourceType: 'EC2_AMI' }),
        expect.objectContaining({ ResourceArn: made.machine, ResourceType: 'EC2_INSTANCE' }),
      ]),
    );
    const usage = memberOf(
      (await lm('list-usage-for-license-configuration', of)).value,
      'LicenseConfigurationUsageList',
    );
    expect(usage).toMatchObject([{ ResourceArn: made.machine, ConsumedLicenses: 4, ResourceOwnerId: ACCOUNT }]);
  });

  it('deletes, and answers for what is gone as AWS does', async () => {
    const of = { 'license-configuration-arn': made.core };
    expect((await lm('delete-license-configuration', of)).exit).toBe(0);
    const gone = await lm('get-license-configuration', of);
    expect(gone.code).toBe('InvalidParameterValueException');
    expect(gone.message).toContain('Invalid license configuration ARN');
  });
});
