import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../../src/contract/decision.ts';
import type { HostGroupFact } from '../../../src/contract/world.ts';
import { decideLaunch } from '../../../src/validation/licensing/decide-launch.ts';
import { arn, type Facts, worldOf } from './world.ts';

const OWNER = '444455556666';
const GROUP = `arn:aws:resource-groups:us-east-1:${OWNER}:group/prod`;

const group = (facts: Partial<HostGroupFact> = {}): HostGroupFact => ({
  arn: GROUP,
  name: 'prod',
  ownerId: OWNER,
  accessible: true,
  autoAllocate: true,
  autoRelease: false,
  autoRecover: false,
  joining: 0,
  running: [],
  unseen: [
    { hostId: 'h-1', chargedTo: [] },
    { hostId: 'h-2', chargedTo: [] },
  ],
  ...facts,
});

const core = (limit: number, consumed: number) => [{ name: 'sql', counting: 'Core', limit, consumed } as const];

/** Machines of 16 cores into the group of another account; a host has 48. */
function into(facts: Facts, count: number, placement?: 'not-published') {
  const Placement = { HostResourceGroupArn: GROUP };
  const input = { ImageId: 'ami-1', InstanceType: 'm5.8xlarge', MinCount: count, MaxCount: count, Placement } as const;
  const world = worldOf({ group: group(), ...facts });
  return decideLaunch(input, placement === undefined ? world : { ...world, placement });
}

describe('a launch into a group with hosts that only another account sees', () => {
  test.each<[what: string, facts: Facts, count: number, verdict: Verdict]>([
    ['the licences suffice wherever it goes', { configurations: core(48, 0) }, 1, 'allowed'],
    ['they suffice for one host, and it may be two', { configurations: core(48, 0) }, 2, 'unknown'],
    ['they suffice for the two and one more', { configurations: core(96, 0) }, 2, 'allowed'],
    [
      'they suffice for the one host that is not charged',
      { configurations: core(48, 0), group: group({ unseen: [{ hostId: 'h-1', chargedTo: [arn('sql')] }] }) },
      2,
      'allowed',
    ],
    ['there are none left, and a host may be charged already', { configurations: core(48, 48) }, 1, 'unknown'],
    [
      'nothing is opened, and a host may have room',
      { configurations: core(96, 0), group: group({ autoAllocate: false }) },
      1,
      'unknown',
    ],
    [
      'the group is full, and a host may have room',
      { configurations: core(96, 0), group: group({ hostLimit: { limit: 2, present: 2 } }) },
      1,
      'unknown',
    ],
    [
      'the family is not of the group',
      { configurations: core(96, 0), group: group({ families: ['r5'] }) },
      1,
      'blocked',
    ],
  ])('%s', (_, facts, count, verdict) => {
    expect(into(facts, count).verdict).toBe(verdict);
    expect(into(facts, count, 'not-published').verdict).toBe(verdict);
  });

  test('what only full hosts would refuse is named, not asserted; what always refuses is asserted alone', () => {
    const { violations, notChecked } = into({ configurations: core(48, 48) }, 1);
    expect(violations).toEqual([]);
    expect(notChecked).toEqual([
      {
        what: 'the room on 2 hosts of the group prod',
        why: `is told to account ${OWNER} only; if none has any, it would be refused (launch-hard-block)`,
        toldTo: OWNER,
      },
    ]);
    const closed = group({ autoAllocate: false, families: ['r5'] });
    const certain = into({ configurations: core(96, 0), group: closed }, 1);
    expect(certain.violations.map(({ id }) => id)).toEqual(['hrg-setting-families']);
  });

  test('where all are seen, full is full', () => {
    const { unseen: _, ...seen } = group({ autoAllocate: false });
    expect(into({ configurations: core(96, 0), group: seen }, 1).verdict).toBe('blocked');
  });

  test('a launch that may run says what it did not see', () => {
    expect(into({ configurations: core(96, 0) }, 1).notChecked).toEqual([
      { what: 'the room on 2 hosts of the group prod', why: `is told to account ${OWNER} only` },
    ]);
  });
});

describe('a license configuration of another account that this one cannot see', () => {
  const hidden = `arn:aws:license-manager:us-east-1:${OWNER}:license-configuration:lic-${'0'.repeat(32)}`;
  const input = { ImageId: 'ami-1', InstanceType: 'm5.large', MinCount: 1, MaxCount: 1 } as const;

  test('decides over what is launched from its AMIs: the verdict is not known', () => {
    const { verdict, notChecked } = decideLaunch(input, worldOf({ image: { configurations: [hidden] } }));
    expect([verdict, notChecked]).toMatchObject([
      'unknown',
      [{ why: `is told to account ${OWNER} only`, toldTo: OWNER }],
    ]);
  });

  test('one that is the account’s own and gone decides nothing', () => {
    const own = hidden.replace(OWNER, '111122223333');
    expect(decideLaunch(input, worldOf({ image: { configurations: [own] } })).verdict).toBe('allowed');
  });
});
