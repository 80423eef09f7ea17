import { describe, expect, it } from 'vitest';
import { explained } from '../../src/aws/explain.ts';
import { Fault } from '../../src/contract/fault.ts';
import { START, testSandbox } from '../support/sandbox.ts';

const REFUSED = { code: 'LicenseUsageException', message: 'No licenses available', requestId: 'req-1' };

/** An account in which nothing is left of a hard limit; AWS has refused a launch of its AMI. */
async function full(limit: number) {
  const { call, home } = testSandbox();
  const { LicenseConfigurationArn } = await call('license-manager:CreateLicenseConfiguration', {
    Name: 'sql',
    LicenseCountingType: 'Instance',
    LicenseCount: limit,
    LicenseCountHardLimit: true,
  });
  const image = (await call('ec2:DescribeImages', { Owners: ['amazon'] })).Images?.[0]?.ImageId ?? '';
  const input = {
    ImageId: image,
    InstanceType: 'm5.large' as const,
    MinCount: 1,
    MaxCount: 1,
    LicenseSpecifications: [{ LicenseConfigurationArn }],
  };
  let asked = 0;
  const asking = async () => {
    asked += 1;
    return { call, scope: home, now: START };
  };
  return { explain: (fault: Fault) => explained(fault, 'ec2:RunInstances', input, asking), asked: () => asked };
}

describe('a refusal that AWS sends', () => {
  it('keeps its code, message and request id, and gets the constraint with its numbers', async () => {
    const { explain } = await full(0);
    const fault = await explain(new Fault(REFUSED));
    expect(fault).toMatchObject(REFUSED);
    expect(fault.violations).toMatchObject([{ id: 'launch-hard-block', args: { configuration: 'sql', limit: 0 } }]);
  });

  it('for a reason that is not found stands alone', async () => {
    const { explain } = await full(1);
    expect((await explain(new Fault(REFUSED))).violations).toEqual([]);
  });

  it.each([
    ['permissions', { code: 'UnauthorizedOperation', message: 'no' }],
    ['credentials', { code: 'ExpiredToken', message: 'no' }],
    ['load', { code: 'RequestLimitExceeded', message: 'no', retryable: true }],
  ])('for want of %s is not looked into', async (_, parts) => {
    const { explain, asked } = await full(0);
    const fault = new Fault(parts);
    expect(await explain(fault)).toBe(fault);
    expect(asked()).toBe(0);
  });

  it('that cannot be explained is told as it came', async () => {
    const fault = new Fault(REFUSED);
    const denied = async () => {
      throw new Fault({ code: 'AccessDenied', message: 'no' });
    };
    const input = { ImageId: 'ami-1', MinCount: 1, MaxCount: 1 };
    expect(await explained(fault, 'ec2:RunInstances', input, denied)).toBe(fault);
  });
});
