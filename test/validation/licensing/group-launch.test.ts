import { describe, expect, test } from 'vitest';
import type { HostGroupFact } from '../../../src/contract/world.ts';
import { decideLaunch } from '../../../src/validation/licensing/decide-launch.ts';
import { explainLaunch } from '../../../src/validation/licensing/fixes.ts';
import { Overlay } from '../../../src/validation/licensing/overlay.ts';
import { arn, type Facts, worldOf } from './world.ts';

const GROUP = 'arn:aws:resource-groups:us-east-1:111122223333:group/prod';
const CORE = [{ name: 'sql', counting: 'Core', hard: true, limit: 480 }] as const;
const member = (hostId: string, usedUnits = 0, chargedTo: readonly string[] = []) => ({
  hostId,
  usedUnits,
  chargedTo,
  resourceGroupArn: GROUP,
});

const group = (facts: Partial<HostGroupFact> = {}): HostGroupFact => ({
  arn: GROUP,
  name: 'prod',
  ownerId: '111122223333',
  accessible: true,
  autoAllocate: false,
  autoRelease: false,
  autoRecover: false,
  joining: 0,
  running: [],
  ...facts,
});

const launch = (count: number, type: 'm5.8xlarge' | 'm5.24xlarge' | 'r5.large' | 'c4.large' = 'm5.8xlarge') =>
  ({
    ImageId: 'ami-1',
    InstanceType: type,
    MinCount: count,
    MaxCount: count,
    Placement: { HostResourceGroupArn: GROUP },
  }) as const;

const into = (facts: Facts, count: number, type: Parameters<typeof launch>[1] = 'm5.8xlarge') =>
  decideLaunch(launch(count, type), worldOf({ configurations: CORE, group: group(), ...facts }));

const ids = ({ violations }: { readonly violations: readonly { readonly id: string }[] }) =>
  violations.map(({ id }) => id);

describe('the plan of a launch into a group', () => {
  test('names the hosts that it opens as data, and charges them by the ids that stand for theirs', () => {
    const { plan, verdict } = into({ group: group({ autoAllocate: true, ownerId: '444455556666' }) }, 4);
    expect(verdict).toBe('allowed');
    expect(plan).toMatchObject({
      hostResourceGroupArn: GROUP,
      newHosts: [
        { hostId: 'new-host-1', ownerId: '444455556666', family: 'm5', zone: 'us-east-1a', recovery: false },
        { hostId: 'new-host-2', ownerId: '444455556666', family: 'm5', zone: 'us-east-1a', recovery: false },
      ],
      placements: [
        { hostId: 'new-host-1', count: 3 },
        { hostId: 'new-host-2', count: 1 },
      ],
      hostCharges: [
        { configurationArn: arn('sql'), hostId: 'new-host-1', units: 48 },
        { configurationArn: arn('sql'), hostId: 'new-host-2', units: 48 },
      ],
    });
  });

  test('opens a host only for what finds no room, and of one type where the types of a family do not mix', () => {
    const { plan } = into({ group: group({ autoAllocate: true }), hosts: [member('h-1', 32)] }, 2);
    expect(plan.placements).toEqual([
      { hostId: 'h-1', count: 1 },
      { hostId: 'new-host-1', count: 1 },
    ]);
    const { plan: single } = into({ group: group({ autoAllocate: true }) }, 1, 'c4.large');
    expect(single.newHosts).toMatchObject([{ family: 'c4', instanceType: 'c4.large' }]);
  });

  test('stays in one zone: where fewer licences and fewer hosts are newly taken', () => {
    const hosts = [
      { ...member('h-1'), zone: 'us-east-1a' },
      { ...member('h-2', 0, [arn('sql')]), zone: 'us-east-1b' },
    ];
    expect(into({ hosts }, 3).plan).toMatchObject({ zone: 'us-east-1b', placements: [{ hostId: 'h-2', count: 3 }] });
  });

  test('what cannot be read leaves the verdict open, and no reason is made up', () => {
    for (const kind of ['group', 'groupHosts'] as const) {
      const decision = into({ unknown: { [kind]: { known: false, why: 'not-exposed' } } }, 1);
      expect([decision.verdict, ids(decision)]).toEqual(['unknown', []]);
    }
  });
});

describe('several launches in order', () => {
  test('later ones find the hosts that earlier ones opened, and what they use up', () => {
    const facts: Facts = {
      configurations: CORE,
      group: group({ autoAllocate: true, hostLimit: { limit: 2, present: 0 } }),
    };
    const overlay = new Overlay(worldOf(facts));
    const next = (count: number, type?: Parameters<typeof launch>[1]) => {
      const decision = decideLaunch(launch(count, type), overlay.world);
      if (decision.verdict === 'allowed') overlay.add(decision.plan);
      return { placed: decision.plan.placements, refused: ids(decision) };
    };
    expect(next(2)).toEqual({ placed: [{ hostId: 'new-host-1', count: 2 }], refused: [] });
    expect(next(2)).toEqual({
      placed: [
        { hostId: 'opened-1', count: 1 },
        { hostId: 'new-host-1', count: 1 },
      ],
      refused: [],
    });
    expect(next(3).refused).toEqual(['hrg-allocate-host-limit']);
    expect(next(2).placed).toEqual([{ hostId: 'opened-2', count: 2 }]);
    expect(overlay.world.hostCount('111122223333 m5')).toEqual({ known: true, value: 2 });
  });

  test('a type that is not Nitro-based keeps others of its kind out', () => {
    const overlay = new Overlay(worldOf({ configurations: CORE, group: group({ autoAllocate: true }) }));
    overlay.add(decideLaunch(launch(1, 'c4.large'), overlay.world).plan);
    const then = decideLaunch({ ...launch(1), InstanceType: 'c4.xlarge' }, overlay.world);
    expect(ids(then)).toEqual(['hrg-nitro-mixed']);
  });
});

describe('on AWS, where EC2 chooses the member', () => {
  const live = (facts: Facts, count: number) =>
    decideLaunch(launch(count), {
      ...worldOf({ configurations: [{ name: 'sql', counting: 'Core', limit: 96, hard: true }], ...facts }),
      placement: 'not-published',
    });
  const needs = ({ plan }: ReturnType<typeof live>) =>
    plan.configurations[0]?.alternatives?.map(({ needed }) => needed);

  test.each([
    ['packed or spread, both are paid for', [member('h-1'), member('h-2')], 2, 'allowed', [48, 96]],
    ['spread over three hosts they are not', [member('h-1'), member('h-2'), member('h-3')], 3, 'unknown', [48, 144]],
    ['one member, so there is no choice', [member('h-1')], 3, 'allowed', undefined],
    ['what finds no room opens one host, whatever is chosen', [member('h-1', 16)], 3, 'allowed', undefined],
  ] as const)('%s', (_what, hosts, count, verdict, needed) => {
    const decision = live({ group: group({ autoAllocate: true }), hosts }, count);
    expect([decision.verdict, needs(decision)]).toEqual([verdict, needed]);
  });
});

describe('ways out, each decided again', () => {
  const ways = (facts: Facts, input: Parameters<typeof explainLaunch>[0]) =>
    explainLaunch(input, worldOf({ configurations: CORE, group: group(), ...facts })).fixes.map(
      ({ command, enough }) => `${command}${enough ? '' : ' (not enough)'}`,
    );

  test.each<[what: string, facts: Facts, input: Parameters<typeof explainLaunch>[0], ways: readonly string[]]>([
    [
      'a full group: fewer, automatic allocation, or a host that may join',
      { hosts: [member('h-1', 16), { hostId: 'h-2' }, { hostId: 'h-3', state: 'pending' }] },
      launch(3),
      ['--count 2', 'lm hrg update prod --auto-allocate', 'lm hrg add-host prod h-2'],
    ],
    [
      'a host limit: fewer, or a higher one',
      { group: group({ autoAllocate: true, hostLimit: { limit: 1, present: 0 } }) },
      launch(4),
      ['--count 3', 'lm hrg update prod --host-limit 2'],
    ],
    [
      'another family: the same size of one that the group takes, or the family for the group',
      { group: group({ families: ['m5'], autoAllocate: true }) },
      launch(1, 'r5.large'),
      ['--type m5.large', 'lm hrg update prod --family m5 --family r5'],
    ],
    [
      'an AMI without a configuration: one that the group allows',
      {
        group: group({ configurations: [arn('sql')], autoAllocate: true }),
        image: { name: 'web', configurations: [] },
      },
      launch(1),
      ['lm ami attach web --config sql'],
    ],
    [
      'a configuration that the group does not allow',
      { group: group({ configurations: [arn('ora')], autoAllocate: true }) },
      launch(1),
      ['lm hrg update prod --license sql'],
    ],
    [
      'a type that is not Nitro-based beside another one',
      { group: group({ running: [{ family: 'c4', instanceType: 'c4.xlarge' }], autoAllocate: true }) },
      launch(1, 'c4.large'),
      ['--type c4.xlarge'],
    ],
    [
      'a host of a group, named directly',
      { hosts: [member('h-1')] },
      { ...launch(1), Placement: { HostId: 'h-1' } },
      ['--hrg prod'],
    ],
    [
      'a group and a host',
      { hosts: [member('h-1')] },
      { ...launch(1), Placement: { HostId: 'h-1', HostResourceGroupArn: GROUP } },
      ['--hrg prod'],
    ],
    [
      'no host outside of groups',
      { hosts: [member('h-1')] },
      { ...launch(1), Placement: { Tenancy: 'host' } },
      ['--hrg prod', 'lm host allocate --family m5 --zone us-east-1a --count 1'],
    ],
    [
      'licences for a new host',
      {
        group: group({ autoAllocate: true }),
        configurations: [{ name: 'sql', counting: 'Core', hard: true, limit: 40 }],
      },
      launch(1),
      ['lm config update sql --count 48', 'lm config update sql --soft'],
    ],
  ])('%s', (_what, facts, input, expected) => {
    expect(ways(facts, input)).toEqual(expected);
  });
});
