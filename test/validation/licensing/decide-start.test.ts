import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../../src/contract/decision.ts';
import { decideStart } from '../../../src/validation/licensing/decide-start.ts';
import { arn, configuration, type Facts, instance, worldOf } from './world.ts';

const start = (facts: Facts) => {
  const configurations = (facts.configurations ?? []).map((one) => configuration(one).arn);
  return decideStart(instance({ configurations, ...facts.instance }), worldOf(facts));
};

const ON_HOST = { tenancy: 'host', affinity: 'host', hostId: 'h-1' } as const;
const ANYWHERE = { tenancy: 'host', hostId: 'h-1' } as const;

describe('a stopped machine that starts is judged as a launch is', () => {
  test.each<[what: string, facts: Facts, verdict: Verdict, says: string]>([
    ['under nothing', {}, 'allowed', ''],
    ['exactly full', { configurations: [{ name: 'a', limit: 8, consumed: 4 }] }, 'allowed', ''],
    ['one short', { configurations: [{ name: 'a', limit: 8, consumed: 5 }] }, 'blocked', 'launch-hard-block'],
    [
      'soft and over',
      { configurations: [{ name: 'a', limit: 8, consumed: 5, hard: false }] },
      'warn',
      'launch-soft-alert',
    ],
    ['deactivated', { configurations: [{ name: 'a', limit: 0, status: 'DISABLED' }] }, 'allowed', ''],
    [
      'its own CPU options',
      {
        instance: { coreCount: 1, threadsPerCore: 1 },
        configurations: [{ name: 'a', limit: 1, rules: ['#honorVcpuOptimization=True'] }],
      },
      'allowed',
      '',
    ],
    [
      'another tenancy than the rule allows',
      {
        instance: { tenancy: 'dedicated' },
        configurations: [{ name: 'a', limit: 8, rules: ['#allowedTenancy=EC2-Default'] }],
      },
      'blocked',
      'rule-tenancy-launch-check',
    ],
    [
      'its billing code and tenancy do not go together',
      { instance: { usageOperation: 'RunInstances:0800' } },
      'blocked',
      'tenancy-matrix-windows-byol',
    ],
    [
      'on its own host, full',
      { instance: ON_HOST, hosts: [{ hostId: 'h-1', usedUnits: 47 }, { hostId: 'h-2' }] },
      'blocked',
      'host-capacity-by-size',
    ],
    [
      'on its own host, released',
      { instance: ON_HOST, hosts: [{ hostId: 'h-1', state: 'released' }] },
      'blocked',
      'host-launch-states',
    ],
    [
      'on its own host, closed to others',
      { instance: ON_HOST, hosts: [{ hostId: 'h-1', autoPlacement: false }] },
      'allowed',
      '',
    ],
    [
      'on any host in its zone',
      { instance: ANYWHERE, hosts: [{ hostId: 'h-1', usedUnits: 47 }, { hostId: 'h-2' }] },
      'allowed',
      '',
    ],
    [
      'not in another zone',
      { instance: ANYWHERE, hosts: [{ hostId: 'h-2', zone: 'us-east-1b' }] },
      'blocked',
      'launch-host-needs-capacity',
    ],
    [
      'its type is unknown',
      { instance: ANYWHERE, unknown: { instanceType: { known: false, why: 'denied' } } },
      'unknown',
      '',
    ],
    [
      'its hosts are unknown',
      { instance: ANYWHERE, unknown: { hosts: { known: false, why: 'denied' } } },
      'unknown',
      '',
    ],
    [
      'a configuration is unknown',
      { configurations: [{ name: 'a', limit: 0 }], unknown: { configuration: { known: false, why: 'denied' } } },
      'unknown',
      '',
    ],
  ])('%s', (_what, facts, verdict, says) => {
    const { violations, alerts, ...decision } = start(facts);
    expect([decision.verdict, ...[...violations, ...alerts].map((one) => one.id)].join(' ')).toBe(
      `${verdict} ${says}`.trim(),
    );
  });

  test('the plan takes it to the host that is charged already', () => {
    const { plan } = start({
      instance: ANYWHERE,
      configurations: [{ name: 'a', counting: 'Core', limit: 48, consumed: 48 }],
      hosts: [{ hostId: 'h-1' }, { hostId: 'h-2', chargedTo: [arn('a')] }],
    });
    expect(plan).toMatchObject({ placements: [{ hostId: 'h-2', count: 1 }], hostCharges: [], hostCharged: [arn('a')] });
  });
});
