import { describe, expect, it } from 'vitest';
import { configurationArn } from '../../../../src/validation/arns.ts';
import { OTHER, refusal, stage } from './support.ts';

const LINUX = 'amazon-linux-2023';
const by = (...arns: string[]) => ({
  LicenseSpecifications: arns.map((LicenseConfigurationArn) => ({ LicenseConfigurationArn })),
});
const HOST = { Placement: { Tenancy: 'host' as const } };

describe('what is launched', () => {
  it('launch-record: shows its configurations, tags and place, and begins pending', async () => {
    const s = stage();
    const arn = await s.config('vcpus');
    const { Instances = [], OwnerId } = await s.call('ec2:RunInstances', {
      ImageId: await s.image('windows-2022'),
      InstanceType: 'm5.xlarge',
      MinCount: 1,
      MaxCount: 1,
      TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'team', Value: 'web' }] }],
      ...by(arn),
    });
    expect(OwnerId).toBe(s.home.account);
    expect(Instances).toEqual([
      expect.objectContaining({
        State: { Code: 0, Name: 'pending' },
        UsageOperation: 'RunInstances:0002',
        Platform: 'Windows',
        Licenses: [{ LicenseConfigurationArn: arn }],
        Tags: [{ Key: 'team', Value: 'web' }],
        CpuOptions: { CoreCount: 2, ThreadsPerCore: 2 },
        Placement: expect.objectContaining({ AvailabilityZone: 'us-east-1a', Tenancy: 'default' }),
      }),
    ]);
    expect(await s.instance(Instances[0]?.InstanceId ?? '')).toMatchObject({ State: { Code: 16, Name: 'running' } });
  });

  it("launch-union: falls under the AMI's configurations and its own, each once", async () => {
    const s = stage();
    const image = await s.image(LINUX);
    const [first, second] = [await s.config('first'), await s.config('second')];
    await s.attach(first, image);
    const id = await s.run(image, by(second, first));
    expect((await s.instance(id))?.Licenses).toEqual([
      { LicenseConfigurationArn: first },
      { LicenseConfigurationArn: second },
    ]);
  });

  it('reads its template, and what it says itself wins', async () => {
    const s = stage();
    const LaunchTemplateData = { ImageId: await s.image(LINUX), InstanceType: 'm5.large' as const };
    await s.call('ec2:CreateLaunchTemplate', { LaunchTemplateName: 'web', LaunchTemplateData });
    const LaunchTemplate = { LaunchTemplateName: 'web' };
    const { Instances = [] } = await s.call('ec2:RunInstances', {
      LaunchTemplate,
      InstanceType: 'm5.xlarge',
      MinCount: 1,
      MaxCount: 1,
    });
    expect(Instances[0]).toMatchObject({ ImageId: LaunchTemplateData.ImageId, InstanceType: 'm5.xlarge' });
    await expect(
      s.call('ec2:RunInstances', { LaunchTemplate: { LaunchTemplateName: 'api' }, MinCount: 1, MaxCount: 1 }),
    ).rejects.toEqual(refusal('template-not-found'));
    await expect(
      s.call('ec2:RunInstances', { LaunchTemplate: { ...LaunchTemplate, Version: '2' }, MinCount: 1, MaxCount: 1 }),
    ).rejects.toEqual(refusal('template-version-not-found'));
  });

  it('launch-hard-min-max: is as many as the licences allow, from the minimum to the maximum', async () => {
    const s = stage();
    const arn = await s.config('vcpus', { LicenseCount: 7, LicenseCountHardLimit: true });
    const image = await s.image(LINUX);
    await s.run(image, { ...by(arn), MinCount: 2, MaxCount: 9 });
    expect(await s.consumed(arn)).toBe(6);
    await expect(s.run(image, { ...by(arn), MinCount: 1, MaxCount: 9 })).rejects.toEqual(
      refusal('launch-hard-min-max', 'LicenseUsageException'),
    );
  });

  it('client-token-mismatch: is launched once for a token', async () => {
    const s = stage();
    const arn = await s.config('vcpus');
    const once = { ClientToken: 'once', ...by(arn) };
    const image = await s.image(LINUX);
    expect(await s.run(image, once)).toBe(await s.run(image, once));
    expect(await s.consumed(arn)).toBe(2);
    await expect(s.run(image, { ...once, InstanceType: 'm5.xlarge' })).rejects.toEqual(
      refusal('client-token-mismatch', 'IdempotentParameterMismatch'),
    );
  });
});

describe('refused for licences', () => {
  it('launch-hard-block, count-exactly-full, launch-atomic: the last licence may go, one more may not, and nothing stays', async () => {
    const s = stage();
    const arn = await s.config('vcpus', { LicenseCount: 4, LicenseCountHardLimit: true });
    const image = await s.image(LINUX);
    await s.run(image, { ...by(arn), MinCount: 2, MaxCount: 2 });
    await expect(s.run(image, by(arn))).rejects.toMatchObject({
      code: 'LicenseUsageException',
      message: expect.stringMatching(/^No licenses available\. vcpus: requested 2, used 4, limit 4, short 2\./),
    });
    const { Reservations = [] } = await s.call('ec2:DescribeInstances', {});
    expect(Reservations.flatMap((one) => one.Instances ?? [])).toHaveLength(2);
    expect(await s.consumed(arn)).toBe(4);
  });

  it('launch-soft-alert: a soft limit only tells', async () => {
    const s = stage();
    const arn = await s.config('vcpus', { LicenseCount: 1 });
    await s.run(await s.image(LINUX), by(arn));
    expect(s.alerts()).toEqual(['launch-soft-alert']);
    expect(await s.consumed(arn)).toBe(2);
  });

  it('launch-unknown-config, launch-config-not-shared, license-configuration-arn-malformed: for what it names', async () => {
    const s = stage();
    const arn = await s.config('vcpus');
    const image = await s.image(LINUX);
    const unknown = configurationArn(s.home, `lic-${'0'.repeat(32)}`);
    await expect(s.run(image, by('vcpus'))).rejects.toEqual(
      refusal('license-configuration-arn-malformed', 'InvalidLicenseConfigurationId.Malformed'),
    );
    await expect(s.run(image, by(unknown))).rejects.toEqual(refusal('launch-unknown-config', 'InvalidParameterValue'));
    await expect(s.run(image, by(arn), OTHER)).rejects.toEqual(
      refusal('launch-config-not-shared', 'UnauthorizedOperation'),
    );
    await s.run(image, by(arn));
  });

  it('config-deactivate-direct-launch-refused: for naming a deactivated configuration', async () => {
    const s = stage();
    const arn = await s.config('vcpus');
    const image = await s.image(LINUX);
    await s.call('license-manager:UpdateLicenseConfiguration', {
      LicenseConfigurationArn: arn,
      LicenseConfigurationStatus: 'DISABLED',
    });
    await expect(s.run(image, by(arn))).rejects.toEqual(
      refusal('config-deactivate-direct-launch-refused', 'InvalidParameterValue'),
    );
    await s.run(image);
  });

  it('launch-max-ten: for an eleventh configuration', async () => {
    const s = stage();
    const image = await s.image(LINUX);
    const arns: string[] = [];
    for (let index = 1; index <= 11; index += 1) arns.push(await s.config(`c${index}`));
    const [inherited = '', ...named] = arns;
    await s.attach(inherited, image);
    await expect(s.run(image, by(...named))).rejects.toEqual(refusal('launch-max-ten', 'InvalidParameterValue'));
    await s.run(image, by(...named.slice(1)));
  });
});

describe('refused for what is asked', () => {
  const image = LINUX;

  it.each([
    ['ec2-min-max-count', { MinCount: 2, MaxCount: 1 }, { MinCount: 1, MaxCount: 1 }],
    ['ec2-instance-type-unknown', { InstanceType: 'm5.lrage' as 'm5.large' }, { InstanceType: 'm5.large' as const }],
    ['ec2-cpu-options-valid', { CpuOptions: { CoreCount: 2 } }, { CpuOptions: { CoreCount: 1 } }],
    [
      'ec2-zone-unknown',
      { Placement: { AvailabilityZone: 'eu-west-1a' } },
      { Placement: { AvailabilityZone: 'us-east-1b' } },
    ],
    ['ec2-affinity-needs-host', { Placement: { Affinity: 'host' } }, {}],
    ['tag-reserved-prefix', tagged('aws:x'), tagged('x')],
  ])('%s: %o', async (id, wrong, right) => {
    const s = stage();
    await expect(s.run(await s.image(image), wrong)).rejects.toEqual(refusal(id));
    await s.run(await s.image(image), right);
  });

  it('launch-ami-access, launch-ami-deregistered: for its AMI', async () => {
    const s = stage();
    const { ImageId = '' } = await s.call('ec2:RegisterImage', { Name: 'own' });
    await expect(s.run(ImageId, {}, OTHER)).rejects.toEqual(refusal('launch-ami-access', 'InvalidAMIID.NotFound'));
    await s.run(ImageId);
    await s.call('ec2:DeregisterImage', { ImageId });
    await expect(s.run(ImageId)).rejects.toEqual(refusal('launch-ami-deregistered', 'InvalidAMIID.Unavailable'));
  });

  it('tenancy-matrix-windows-byol: for a billing code that may not run there', async () => {
    const s = stage();
    const { ImageId = '' } = await s.call('ec2:ImportImage', { UsageOperation: 'RunInstances:0800' });
    await expect(s.run(ImageId)).rejects.toEqual(refusal('tenancy-matrix-windows-byol', 'InvalidTenancy'));
    await s.run(ImageId, { Placement: { Tenancy: 'dedicated' } });
  });
});

describe('on Dedicated Hosts', () => {
  it('launch-host-needs-capacity: there must be one', async () => {
    const s = stage();
    const image = await s.image(LINUX);
    await expect(s.run(image, HOST)).rejects.toEqual(
      refusal('launch-host-needs-capacity', 'InsufficientCapacityOnHost'),
    );
    const host = await s.host();
    expect(await s.instance(await s.run(image, HOST))).toMatchObject({ Placement: { HostId: host, Tenancy: 'host' } });
  });

  it('host-capacity-by-size: an m4 host takes 22 large', async () => {
    const s = stage();
    const HostId = await s.host({ InstanceType: 'm4.large' });
    const on = { InstanceType: 'm4.large' as const, Placement: { HostId } };
    const image = await s.image(LINUX);
    await expect(s.run(image, { ...on, MinCount: 23, MaxCount: 23 })).rejects.toEqual(
      refusal('host-capacity-by-size', 'InsufficientCapacityOnHost'),
    );
    await s.run(image, { ...on, MinCount: 22, MaxCount: 22 });
  });

  it('host-auto-placement: a host with auto-placement off takes only launches that name it', async () => {
    const s = stage();
    const HostId = await s.host({ InstanceFamily: 'm5', AutoPlacement: 'off' });
    const image = await s.image(LINUX);
    await expect(s.run(image, HOST)).rejects.toEqual(refusal('host-auto-placement'));
    await s.run(image, { Placement: { HostId } });
  });

  it('host-not-found, host-launch-states, host-type-supported, host-zone: the named one must fit', async () => {
    const s = stage();
    const HostId = await s.host();
    const image = await s.image(LINUX);
    await expect(s.run(image, { Placement: { HostId: 'h-0' } })).rejects.toEqual(refusal('host-not-found'));
    await expect(s.run(image, { InstanceType: 'c5.large', Placement: { HostId } })).rejects.toEqual(
      refusal('host-type-supported', 'UnsupportedInstanceTypeOnHost'),
    );
    await expect(s.run(image, { Placement: { HostId, AvailabilityZone: 'us-east-1b' } })).rejects.toEqual(
      refusal('host-zone', 'InvalidParameterCombination'),
    );
    await s.run(image, { Placement: { HostId, AvailabilityZone: 'us-east-1a' } });
    const released = await s.host();
    await s.call('ec2:ReleaseHosts', { HostIds: [released] });
    await expect(s.run(image, { Placement: { HostId: released } })).rejects.toEqual(
      refusal('host-launch-states', 'InvalidHostState'),
    );
  });

  it('host-type-unsupported, host-no-spot, host-no-placement-group: not everything runs there', async () => {
    const s = stage();
    await s.host();
    const image = await s.image(LINUX);
    await expect(s.run(image, { ...HOST, InstanceType: 't2.micro' })).rejects.toEqual(refusal('host-type-unsupported'));
    await expect(s.run(image, { ...HOST, InstanceMarketOptions: { MarketType: 'spot' } })).rejects.toEqual(
      refusal('host-no-spot'),
    );
    await expect(s.run(image, { Placement: { Tenancy: 'host', GroupName: 'g' } })).rejects.toEqual(
      refusal('host-no-placement-group'),
    );
    await s.run(image, HOST);
  });
});

function tagged(Key: string) {
  return { TagSpecifications: [{ ResourceType: 'instance' as const, Tags: [{ Key, Value: '1' }] }] };
}
