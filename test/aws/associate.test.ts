import { describe, expect, it } from 'vitest';
import { judged } from '../../src/aws/judging/index.ts';
import { Fault } from '../../src/contract/fault.ts';
import { hostArn, imageArn, instanceArn } from '../../src/validation/arns.ts';
import { START, testSandbox } from '../support/sandbox.ts';

/** What is judged from outside must be what the engine, which stands for AWS, refuses or lets through. */
async function both(
  target: 'image' | 'instance' | 'host' | 'template',
  limit: number,
  status: 'AVAILABLE' | 'DISABLED' = 'AVAILABLE',
) {
  const { call, home } = testSandbox();
  const { LicenseConfigurationArn = '' } = await call('license-manager:CreateLicenseConfiguration', {
    Name: 'sql',
    LicenseCountingType: target === 'host' ? 'Core' : 'Instance',
    LicenseCount: limit,
    LicenseCountHardLimit: true,
  });
  if (status === 'DISABLED') {
    await call('license-manager:UpdateLicenseConfiguration', {
      LicenseConfigurationArn,
      LicenseConfigurationStatus: status,
    });
  }
  await call('ec2:ImportImage', { UsageOperation: 'RunInstances' });
  const image = (await call('ec2:DescribeImages', { Owners: ['self'] })).Images?.[0]?.ImageId ?? '';
  const { Instances = [] } = await call('ec2:RunInstances', {
    ImageId: image,
    InstanceType: 'm5.large',
    MinCount: 1,
    MaxCount: 1,
  });
  const { HostIds = [] } = await call('ec2:AllocateHosts', {
    InstanceFamily: 'm5',
    AvailabilityZone: 'us-east-1a',
    Quantity: 1,
  });
  const ResourceArn = {
    image: imageArn(home.region, image),
    instance: instanceArn(home, Instances[0]?.InstanceId ?? ''),
    host: hostArn(home, HostIds[0] ?? ''),
    template: `arn:aws:ec2:us-east-1:${home.account}:launch-template/lt-00000000000000001`,
  }[target];
  const input = { ResourceArn, AddLicenseSpecifications: [{ LicenseConfigurationArn }] };
  const operation = 'license-manager:UpdateLicenseSpecificationsForResource';
  const judgement = await judged(operation, input, { call, scope: home, now: START });
  const real: unknown = await call(operation, input).then(
    () => [],
    (error: unknown) => (error instanceof Fault ? error.violations : error),
  );
  return { judged: judgement?.violations, real };
}

describe('an association is judged as AWS judges it', () => {
  it.each([
    ['image', 1],
    ['instance', 1],
    ['host', 48],
  ] as const)('%s within the limit', async (target, limit) => {
    expect(await both(target, limit)).toEqual({ judged: [], real: [] });
  });

  it.each([
    ['instance', 0, 'config-associate-hard-limit'],
    ['host', 47, 'config-associate-hard-limit'],
    ['template', 1, 'launch-template-not-via-lm'],
  ] as const)('%s beyond it, or of the wrong kind', async (target, limit, id) => {
    const found = await both(target, limit);
    expect(found.judged).toEqual(found.real);
    expect(found.judged?.map((one) => one.id)).toEqual([id]);
  });

  it('with a configuration that is deactivated', async () => {
    const found = await both('image', 1, 'DISABLED');
    expect(found.judged).toEqual(found.real);
    expect(found.judged?.map((one) => one.id)).toEqual(['config-deactivate-association-refused']);
  });
});
