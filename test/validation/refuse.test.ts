import { describe, expect, test } from 'vitest';
import { Fault } from '../../src/contract/fault.ts';
import { check } from '../../src/validation/catalogue/index.ts';
import { faultOf, guard, guardIn } from '../../src/validation/refuse.ts';

const full = check('launch-hard-block', { configuration: 'win-dc', needed: 48, consumed: 96, limit: 96 });
const fault = (run: () => void): Fault => {
  try {
    run();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
};

describe('a Fault', () => {
  test('has the code of the first violation, a sentence with the numbers and a way out, and every violation', () => {
    const small = check('rule-minimum-cores-check', {
      configuration: 'win-dc',
      instanceType: 'm5.2xlarge',
      rule: 8,
      found: 4,
    });
    const both = [...small, ...full];
    const made = faultOf(both);
    expect(made.code).toBe('LicenseUsageException');
    expect(made.message).toBe(
      'win-dc: m5.2xlarge has 4 cores, minimum 8. To fix: choose an instance type with at least 8 cores.',
    );
    expect(made.violations).toEqual(both);
  });

  test("begins as AWS's own message does when licences are missing", () => {
    expect(faultOf(full).message).toMatch(
      /^No licenses available\. win-dc: requested 48, used 96, limit 96, short 48\./,
    );
  });

  test('of an unknown configuration says "Invalid license configuration ARN", which callers look for', () => {
    const made = faultOf(check('config-not-found', { LicenseConfigurationArn: 'arn:x', found: false }));
    expect(made.code).toBe('InvalidParameterValueException');
    expect(made.message).toContain('Invalid license configuration ARN');
  });

  test('without a violation is our own error', () => {
    expect(faultOf([]).code).toBe('InternalError');
  });
});

describe('the code', () => {
  const page = check('page-token-invalid', { valid: false });
  const shared = { configuration: 'app', counting: 'Core', tenancy: 'default', allowed: [] } as const;

  test('of one refusal differs by service', () => {
    expect(fault(() => guardIn('license-manager:ListLicenseConfigurations', page)).code).toBe(
      'InvalidParameterValueException',
    );
    expect(fault(() => guardIn('ec2:DescribeImages', page)).code).toBe('InvalidPaginationToken');
    const elsewhere = check('config-region-scoped', {
      LicenseConfigurationArn: 'arn:aws:license-manager:us-east-1:111122223333:license-configuration:lic-0',
      region: 'eu-west-1',
    });
    expect(fault(() => guardIn('ec2:RunInstances', elsewhere)).code).toBe('InvalidParameterValue');
  });

  test('of a tenancy that cores do not allow is a wrong value at creation, a lack of licence at launch', () => {
    const broken = check('rule-tenancy-core-socket', shared);
    expect(faultOf(broken, 'license-manager:CreateLicenseConfiguration').code).toBe('InvalidParameterValueException');
    expect(faultOf(broken, 'ec2:RunInstances').code).toBe('LicenseUsageException');
  });

  test('of a broken shape comes from the operation that the violation names', () => {
    const missing = { id: 'shape-required-member', args: { operation: 'ec2:RunInstances', member: 'MaxCount' } };
    expect(faultOf([missing]).code).toBe('MissingParameter');
  });
});

describe('guard', () => {
  test('throws the first list that holds a violation', () => {
    const late = check('page-token-invalid', { valid: false });
    expect(fault(() => guard([], full, late)).violations).toEqual(full);
  });

  test('lets through when every list is empty', () => {
    expect(() => guard([], [])).not.toThrow();
    expect(() => guardIn('ec2:RunInstances', [])).not.toThrow();
  });
});
