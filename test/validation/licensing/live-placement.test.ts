import { describe, expect, it, test } from 'vitest';
import type { Verdict } from '../../../src/contract/decision.ts';
import { decideLaunch } from '../../../src/validation/licensing/decide-launch.ts';
import { arn, type Facts, worldOf } from './world.ts';

const WIN = arn('win');
const CHARGED = { hostId: 'h-1', chargedTo: [WIN] };
const OTHER = { hostId: 'h-2' };

/** A launch of m5.4xlarge (8 cores) on hosts, decided as on AWS, where nobody knows which host EC2 picks. */
function live(facts: Facts, count = 1, hostId?: string) {
  const world = { ...worldOf(facts), placement: 'not-published' } as const;
  const Placement = { Tenancy: 'host', ...(hostId === undefined ? {} : { HostId: hostId }) } as const;
  const input = { ImageId: 'ami-1', InstanceType: 'm5.4xlarge', MinCount: count, MaxCount: count, Placement } as const;
  return decideLaunch(input, world);
}

const core = (limit: number, consumed: number, hard = true) => [
  { name: 'win', counting: 'Core', limit, consumed, hard } as const,
];
const needs = (decision: ReturnType<typeof live>) =>
  decision.plan.configurations.flatMap((one) => one.alternatives?.map((each) => each.needed) ?? [one.needed]);

describe('on AWS, where EC2 chooses the host of an untargeted launch (RULINGS 20)', () => {
  test.each<[what: string, facts: Facts, count: number, verdict: Verdict, needs: (number | null)[]]>([
    [
      'one choice is charged, another would not pay',
      { configurations: core(48, 48), hosts: [CHARGED, OTHER] },
      1,
      'unknown',
      [0, 48],
    ],
    ['every choice pays', { configurations: core(96, 48), hosts: [CHARGED, OTHER] }, 1, 'allowed', [0, 48]],
    ['every choice is charged', { configurations: core(48, 48), hosts: [CHARGED] }, 1, 'allowed', [0]],
    ['no choice pays', { configurations: core(48, 48), hosts: [OTHER] }, 1, 'blocked', [48]],
    [
      'the dear choice has no room',
      { configurations: core(48, 48), hosts: [CHARGED, { ...OTHER, usedUnits: 41 }] },
      1,
      'allowed',
      [0],
    ],
    [
      'machines that fit on one host may be spread over two',
      { configurations: core(48, 0), hosts: [{ hostId: 'h-1' }, OTHER] },
      2,
      'unknown',
      [48, 96],
    ],
    [
      'more machines than hosts open every host',
      { configurations: core(96, 0), hosts: [{ hostId: 'h-1' }, OTHER] },
      7,
      'allowed',
      [96],
    ],
    [
      'a soft limit alerts at the dear choice',
      { configurations: core(48, 48, false), hosts: [CHARGED, OTHER] },
      1,
      'warn',
      [0, 48],
    ],
    [
      'the dear choice is in another zone',
      { configurations: core(48, 48), hosts: [CHARGED, { ...OTHER, zone: 'us-east-1b' }] },
      1,
      'unknown',
      [0, 48],
    ],
  ])('%s', (_, facts, count, verdict, expected) => {
    const decision = live(facts, count);
    expect({ verdict: decision.verdict, needs: needs(decision) }).toEqual({ verdict, needs: expected });
  });

  it('a host that is named is certain', () => {
    const facts = { configurations: core(48, 48), hosts: [CHARGED, OTHER] };
    expect(live(facts, 1, 'h-1').verdict).toBe('allowed');
    expect(live(facts, 1, 'h-2').verdict).toBe('blocked');
  });

  it('hosts that could not be read leave both outcomes open', () => {
    const unknown = { hosts: { known: false, why: 'denied', permission: 'ec2:DescribeHosts' } } as const;
    const decision = live({ configurations: core(96, 84), unknown });
    expect({ verdict: decision.verdict, needs: needs(decision) }).toEqual({ verdict: 'unknown', needs: [0, 48] });
    expect(decision.notChecked).toMatchObject([{ permission: 'ec2:DescribeHosts' }]);
  });

  it('what counts machines needs the same on every host', () => {
    const facts: Facts = { configurations: [{ name: 'win', counting: 'Instance', limit: 4 }], hosts: [CHARGED, OTHER] };
    expect(needs(live(facts, 2))).toEqual([2]);
  });
});
