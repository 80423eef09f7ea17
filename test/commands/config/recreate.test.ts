import { beforeEach, describe, expect, it } from 'vitest';
import { useSandbox, violationsIn } from './bench.ts';

const { lm, json, call } = useSandbox();

let instance = '';

/** win-dc on an AMI (every account) and a host, with one m5.8xlarge running: 48 of 96 cores. */
beforeEach(async () => {
  await lm('config', 'create', 'win-dc', '--type', 'core', '--count', '96', '--hard', '--min-cores', '8', '--max-cores', '16',
    '--tenancy', 'host', '--description', 'cores', '--tag', 'team=db'); // biome-ignore format: one line a thought
  const ImageId = (await call('ec2:RegisterImage', { Name: 'win2022', RootDeviceName: '/dev/sda1' })).ImageId ?? '';
  await call('ec2:AllocateHosts', {
    InstanceFamily: 'm5',
    AvailabilityZone: 'us-east-1a',
    Quantity: 1,
    AutoPlacement: 'on',
  });
  await lm('config', 'attach', 'win-dc', ImageId, '--all-accounts');
  const placed = {
    ImageId,
    InstanceType: 'm5.8xlarge',
    MinCount: 1,
    MaxCount: 1,
    Placement: { Tenancy: 'host' },
  } as const;
  instance = (await call('ec2:RunInstances', placed)).Instances?.[0]?.InstanceId ?? '';
});

const associations = async (name = 'win-dc') => (await lm('config', 'associations', name, '-o', 'csv')).out;

describe('lm config recreate', () => {
  it('makes it anew with the new terms and attaches everything again', async () => {
    const before = await json('config', 'show', 'win-dc');
    expect(before).toMatchObject({ ConsumedLicenses: 48 });
    const ran = await lm(
      'config',
      'recreate',
      'win-dc',
      '--min-cores',
      '4',
      '--without',
      'max-cores',
      '--confirm',
      'win-dc',
    );
    expect(ran.exit).toBe(0);
    expect(ran.out).toMatch(/rule minimumCores +8 +4/);
    expect(ran.out).toMatch(/rule maximumCores +16 +none/);
    expect(ran.err).toContain('made anew: win-dc, attached again to 2 resources');
    const after = await json('config', 'show', 'win-dc');
    expect(after).toMatchObject({
      Description: 'cores',
      LicenseCount: 96,
      LicenseCountHardLimit: true,
      LicenseRules: ['#allowedTenancy=EC2-DedicatedHost', '#minimumCores=4'],
      Tags: [{ Key: 'team', Value: 'db' }],
      ConsumedLicenses: 48,
    });
    expect(after.LicenseConfigurationArn).not.toBe(before.LicenseConfigurationArn);
    expect(await associations()).toContain(instance);
    expect(await associations()).toContain('cross-account');
  });

  it('wants the name, and shows before and after', async () => {
    const ran = await lm('config', 'recreate', 'win-dc', '--count', '128', '--yes');
    expect(ran.exit).toBe(2);
    expect(ran.err).toContain('limit: 96 hard -> 128 hard');
    expect(ran.err).toContain(`instance ${instance}`);
    expect(ran.err).toContain('add --confirm win-dc');
  });

  it('rehearses: the difference shows, the new id does not, and everything stays', async () => {
    const before = await json('config', 'show', 'win-dc');
    const ran = await lm('config', 'recreate', 'win-dc', '--count', 'none', '--dry-run');
    expect(ran.exit).toBe(0);
    expect(ran.out).toMatch(/limit +96 hard +none/);
    expect(ran.out).toMatch(/id +lic-[0-9a-f]+ +\(known after apply\)/);
    expect(await json('config', 'show', 'win-dc')).toEqual(before);
  });

  it('can do without the number, which no update can', async () => {
    await lm('config', 'recreate', 'win-dc', '--count', 'none', '--name', 'win', '--confirm', 'win-dc');
    const after = await json('config', 'show', 'win');
    expect(after).not.toHaveProperty('LicenseCount');
    expect(after).toMatchObject({ LicenseCountHardLimit: false, ConsumedLicenses: 48 });
  });

  it('is all or nothing: what the new terms cannot hold leaves everything as it was', async () => {
    const before = await json('config', 'show', 'win-dc');
    const ran = await lm('config', 'recreate', 'win-dc', '--count', '47', '--confirm', 'win-dc');
    expect(ran.exit).toBe(3);
    expect(ran.err).toContain('config-associate-hard-limit');
    expect(await json('config', 'show', 'win-dc')).toEqual(before);
    expect((await lm('config', 'recreate', 'win-dc', '--count', '48', '--confirm', 'win-dc')).exit).toBe(0);
  });

  it('says every reason against the new terms', async () => {
    const ran = await lm('config', 'recreate', 'win-dc', '--type', 'vcpu', '--confirm', 'win-dc');
    expect(ran.exit).toBe(3);
    expect(violationsIn(ran)).toEqual(['rule-matrix-maximum-cores', 'rule-matrix-minimum-cores']);
    const without = await lm('config', 'recreate', 'win-dc', '--type', 'vcpu', '--no-rules', '--confirm', 'win-dc');
    expect(without.exit).toBe(0);
    expect(await json('config', 'show', 'win-dc')).toMatchObject({ LicenseCountingType: 'vCPU', ConsumedLicenses: 32 });
  });

  it('refuses to do nothing', async () => {
    const ran = await lm('config', 'recreate', 'win-dc', '--min-cores', '8', '--confirm', 'win-dc');
    expect(ran.exit).toBe(2);
    expect(ran.err).toContain('the new terms are the present ones');
  });

  it('keeps a deactivated one deactivated', async () => {
    await call('ec2:StopInstances', { InstanceIds: [instance] });
    await lm('config', 'deactivate', 'win-dc', '--yes');
    await lm('config', 'recreate', 'win-dc', '--min-cores', '4', '--confirm', 'win-dc');
    expect(await json('config', 'show', 'win-dc')).toMatchObject({ Status: 'DISABLED' });
    expect(await associations()).toContain(instance);
  });
});
