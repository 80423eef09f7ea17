import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../../src/contract/decision.ts';
import { decideConvert } from '../../../src/validation/licensing/decide-convert.ts';
import { arn, type Facts, worldOf } from './world.ts';

const ARN = 'arn:aws:ec2:us-east-1:111122223333:instance/i-1';
const MACHINE = { usageOperation: 'RunInstances:0002', tenancy: 'dedicated' } as const;

/** A stopped, reporting machine on an imported image, as far as the facts do not say otherwise. */
const decide = (to: string, { instance, ...facts }: Facts = {}, ResourceArn = ARN) =>
  decideConvert(
    {
      ResourceArn,
      SourceLicenseContext: { UsageOperation: instance?.usageOperation ?? MACHINE.usageOperation },
      DestinationLicenseContext: { UsageOperation: `RunInstances:${to}` },
    },
    worldOf({ instance: { ...MACHINE, ...instance }, ...facts }),
  );

describe('a conversion is judged with every reason, in one order', () => {
  test.each<[what: string, to: string, facts: Facts, verdict: Verdict, says: readonly string[]]>([
    ['all is well', '0800', {}, 'allowed', []],
    ['the role is missing', '0800', { role: false }, 'blocked', ['convert-onboarded']],
    ['an action is denied', '0800', { denied: ['ssm:SendCommand'] }, 'blocked', ['convert-permissions']],
    ['another action is denied', '0800', { denied: ['ssm:PutInventory'] }, 'allowed', []],
    ['it runs', '0800', { instance: { state: 'running' } }, 'blocked', ['convert-stopped']],
    ['it does not report', '0800', { inventory: null }, 'blocked', ['convert-ssm-inventory']],
    [
      'it was not imported',
      '0800',
      { origin: { imported: false, from: 'an AMI of Amazon' } },
      'blocked',
      ['convert-own-image-for-byol'],
    ],
    ['it was not imported, and need not be', '0006', { origin: { imported: false, from: '' } }, 'allowed', []],
    ['on shared tenancy', '0800', { instance: { tenancy: 'default' } }, 'blocked', ['tenancy-matrix-windows-byol']],
    [
      'in a group',
      '0006',
      { instance: { tenancy: 'host', hostResourceGroupArn: 'g' } },
      'blocked',
      ['tenancy-matrix-sql-li'],
    ],
    ['2 vCPUs', '0006', { instance: { instanceType: 'm5.large' } }, 'blocked', ['convert-sql-li-min-vcpu']],
    [
      'under way',
      '0800',
      { conversions: [{ taskId: 'lct-1', source: MACHINE.usageOperation, destination: 'RunInstances:0800' }] },
      'blocked',
      ['convert-one-task-at-a-time'],
    ],
    [
      'everything at once',
      '0804',
      {
        role: false,
        denied: ['ssm:SendCommand'],
        instance: { state: 'running', tenancy: 'default', instanceType: 'm5.large' },
        inventory: null,
        origin: { imported: false, from: 'an AMI of Amazon' },
        conversions: [{ taskId: 'lct-1', source: '', destination: 'RunInstances:0800' }],
      },
      'blocked',
      [
        'convert-onboarded',
        'convert-permissions',
        'convert-stopped',
        'convert-ssm-inventory',
        'convert-own-image-for-byol',
        'tenancy-matrix-windows-byol',
        'convert-sql-li-min-vcpu',
        'convert-one-task-at-a-time',
      ],
    ],
  ])('%s', (_what, to, facts, verdict, says) => {
    const decision = decide(to, facts);
    expect([decision.verdict, decision.violations.map(({ id }) => id)]).toEqual([verdict, says]);
    expect(decision.fits).toBe(verdict === 'allowed' ? 1 : 0);
  });
});

describe('what the request itself gets wrong goes first', () => {
  test('both contexts are looked at', () => {
    const { violations } = decideConvert(
      { ResourceArn: ARN, SourceLicenseContext: { UsageOperation: '0002' }, DestinationLicenseContext: {} },
      worldOf({ instance: { ...MACHINE, state: 'running' } }),
    );
    expect(violations.map(({ id, args }) => [id, args.side])).toEqual([
      ['convert-context-syntax', 'source'],
      ['convert-context-syntax', 'destination'],
    ]);
  });

  test('marketplace product codes are not converted by', () => {
    const ProductCodes = [{ ProductCodeId: 'a', ProductCodeType: 'marketplace' }];
    const request = { ResourceArn: ARN, SourceLicenseContext: { ProductCodes }, DestinationLicenseContext: {} };
    const { violations } = decideConvert(request, worldOf({ instance: MACHINE }));
    expect(violations.map(({ id }) => id)).toEqual(['convert-eligible-products']);
  });

  test.each([
    'arn:aws:ec2:us-east-1::image/ami-1',
    'arn:aws:ec2:us-east-1:111122223333:instance/i-2',
    'arn:aws:ec2:us-east-1:444455556666:instance/i-1',
    'arn:aws:ec2:eu-west-1:111122223333:instance/i-1',
    'i-1',
  ])('%s names no instance here', (ResourceArn) => {
    expect(decide('0800', {}, ResourceArn).violations.map(({ id }) => id)).toEqual(['convert-resource-arn']);
  });
});

describe('what cannot be read', () => {
  const untold = { known: false, why: 'not-exposed' } as const;
  const denied = { known: false, why: 'denied', permission: 'ssm:ListInventoryEntries' } as const;

  test('makes the verdict unknown, and names the permission', () => {
    const { verdict, notChecked } = decide('0800', { unknown: { inventory: denied } });
    expect([verdict, notChecked]).toEqual([
      'unknown',
      [{ what: 'Systems Manager Inventory of i-1', why: 'could not be read', permission: 'ssm:ListInventoryEntries' }],
    ]);
    expect(decide('0800', { unknown: { origin: untold } }).verdict).toBe('unknown');
    expect(decide('0006', { unknown: { origin: untold } }).verdict).toBe('allowed');
  });

  test('role and permissions are told by nobody beforehand: said, but AWS refuses those at once, so it may be tried', () => {
    const { verdict, notChecked } = decide('0800', { unknown: { role: untold, permission: untold } });
    expect(verdict).toBe('allowed');
    expect(notChecked.map(({ what }) => what)).toEqual([
      'whether the account has the role AWSServiceRoleForAWSLicenseManagerRole',
      'whether you may use the 17 actions it takes',
    ]);
  });

  test('a role that may not be looked up names the permission that would tell it', () => {
    const role = { known: false, why: 'denied', permission: 'iam:GetRole' } as const;
    const { verdict, notChecked } = decide('0800', { unknown: { role } });
    expect([verdict, notChecked]).toMatchObject(['allowed', [{ permission: 'iam:GetRole' }]]);
  });
});

describe('the plan', () => {
  test('says what becomes of activation, and which configurations the machine leaves', () => {
    const configurations = [
      { name: 'a', discovery: [['windows-server-datacenter']] },
      { name: 'b', discovery: [[]] },
      { name: 'c' },
    ];
    const instance = { ...MACHINE, usageOperation: 'RunInstances:0800', configurations: ['a', 'b', 'c'].map(arn) };
    expect(decide('0002', { configurations, instance }).plan).toEqual({
      instanceId: 'i-1',
      instanceArn: ARN,
      source: 'RunInstances:0800',
      destination: 'RunInstances:0002',
      activation: 'automatic',
      leaves: [arn('a')],
    });
  });
});
