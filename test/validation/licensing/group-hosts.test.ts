import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../src/contract/decision.ts';
import type { LaunchPlan } from '../../../src/contract/launch.ts';
import type { Step } from '../../../src/contract/plan.ts';
import type { HostGroupFact, World } from '../../../src/contract/world.ts';
import { explainLaunch } from '../../../src/validation/licensing/fixes.ts';
import {
  fullestOfEachKind,
  groupHostsKey,
  mostOfAKind,
  parseGroupHostsKey,
  widened,
} from '../../../src/validation/licensing/group-hosts.ts';
import { mapped } from '../../../src/validation/licensing/variations.ts';
import { judgeSteps } from '../../../src/validation/plans/judge-plan.ts';
import { arn, type Facts, host, instance, worldOf } from './world.ts';

const GROUP = 'arn:aws:resource-groups:us-east-1:111122223333:group/prod';
const ZONES = ['us-east-1a', 'us-east-1b'] as const;
const TYPES = ['m5.large', 'm5.4xlarge', 'm5.12xlarge', 'm5.24xlarge', 'r5.8xlarge'] as const;
const GROUP_FACT: HostGroupFact = {
  arn: GROUP,
  name: 'prod',
  ownerId: '111122223333',
  accessible: true,
  autoAllocate: false,
  autoRelease: false,
  autoRecover: false,
  joining: 0,
  running: [],
};

const member = fc.record({
  family: fc.constantFrom('m5', 'm5', 'm5', 'r5'),
  instanceType: fc.constantFrom(undefined, undefined, 'm5.large', 'm5.24xlarge'),
  zone: fc.constantFrom(...ZONES),
  cores: fc.constantFrom(48, 48, 48, 36),
  chargedTo: fc.subarray([arn('sql'), arn('win'), arn('other')]),
  autoPlacement: fc.constant(false),
  resourceGroupArn: fc.constant(GROUP),
});

/** Few kinds, so that there are many of each. */
const members = fc
  .array(member, { minLength: 1, maxLength: 4 })
  .chain((kinds) =>
    fc.array(fc.tuple(fc.constantFrom(...kinds), fc.constantFrom(0, 0, 16, 36, 40, 48)), { maxLength: 30 }),
  )
  .map((all) => all.map(([kind, usedUnits]) => ({ ...kind, usedUnits })));

/** A group of a few to many hosts, an AMI under two configurations that count hosts and one that counts machines. */
const fleet: fc.Arbitrary<Facts> = fc.record({
  hosts: fc.tuple(members, fc.infiniteStream(fc.nat(999))).map(([all, numbers]) =>
    // Ids that do not rise with the order in which the hosts are given, as in a copied account.
    all.map(({ instanceType, ...one }, at) => ({
      ...one,
      ...(instanceType?.startsWith(one.family) ? { instanceType } : {}),
      hostId: `h-${String(numbers.next().value ?? 0).padStart(3, '0')}${at}`,
    })),
  ),
  configurations: fc
    .tuple(fc.constantFrom(0, 100, 300, 2_000), fc.constantFrom(8, 2_000, 2_000), fc.constantFrom(9, 100), fc.boolean())
    .map(([cores, sockets, machines, hard]) => [
      { name: 'sql', counting: 'Core', limit: cores, hard },
      { name: 'win', counting: 'Socket', limit: sockets, hard: true },
      { name: 'app', counting: 'Instance', limit: machines, hard: true },
    ]),
  group: fc.record({ autoAllocate: fc.boolean(), hostLimit: fc.constantFrom(undefined, 3) }).map(
    ({ autoAllocate, hostLimit }): HostGroupFact => ({
      ...GROUP_FACT,
      autoAllocate,
      ...(hostLimit === undefined ? {} : { hostLimit: { limit: hostLimit, present: 1 } }),
    }),
  ),
});

const launch = fc.record({
  type: fc.constantFrom(...TYPES),
  min: fc.constantFrom(1, 1, 2, 5),
  more: fc.constantFrom(0, 0, 3),
  zone: fc.constantFrom(undefined, undefined, ...ZONES),
});

type Launch = typeof launch extends fc.Arbitrary<infer T> ? T : never;

const inputOf = ({ type, min, more, zone }: Launch) => ({
  ImageId: 'ami-1',
  InstanceType: type,
  MinCount: min,
  MaxCount: min + more,
  Placement: { HostResourceGroupArn: GROUP, ...(zone === undefined ? {} : { AvailabilityZone: zone }) },
});

/** The same world, of whose groups only as many hosts are read as placement can need. */
const sparing = (world: World): World => ({
  ...world,
  groupHosts: (key) => mapped(world.groupHosts(key), (all) => fullestOfEachKind(all, parseGroupHostsKey(key).count)),
});

/** What a decision says, but for the hosts that it only tells of. */
const said = ({ verdict, violations, alerts, fits, plan }: Decision<LaunchPlan>) => {
  const { hosts, ...chosen } = plan;
  return JSON.stringify({ verdict, violations, alerts, fits, chosen, taking: hosts.filter(({ takes }) => takes > 0) });
};

describe('reading only the fullest hosts of each kind', () => {
  test('a launch goes where it goes when all are read, and the same ways out are found', () => {
    fc.assert(
      fc.property(fleet, launch, (facts, one) => {
        const world = worldOf(facts);
        const [whole, spare] = [world, sparing(world)].map((each) => explainLaunch(inputOf(one), each));
        if (whole === undefined || spare === undefined) throw new Error('both are explained');
        expect(said(spare.decision)).toBe(said(whole.decision));
        const ways = ({ fixes }: typeof whole) =>
          fixes.map(({ answers, enough, remaining }) => [answers, enough, remaining]);
        expect(ways(spare)).toEqual(ways(whole));
      }),
      { numRuns: 300 },
    );
  });

  test('on AWS both what EC2 may choose at best and at worst are the same', () => {
    fc.assert(
      fc.property(fleet, launch, (facts, one) => {
        const world: World = { ...worldOf(facts), placement: 'not-published' };
        const [whole, spare] = [world, sparing(world)].map((each) => explainLaunch(inputOf(one), each));
        expect(spare && said(spare.decision)).toBe(whole && said(whole.decision));
      }),
      { numRuns: 200 },
    );
  });

  test('launches in order, between which hosts and machines go, find the same hosts', () => {
    const steps = fc.array(
      fc.oneof(
        { weight: 3, arbitrary: launch.map((one) => ({ kind: 'launch' as const, one, times: 1 })) },
        { weight: 2, arbitrary: launch.map((one) => ({ kind: 'launch' as const, one, times: 6 })) },
        { weight: 1, arbitrary: fc.nat(29).map((at) => ({ kind: 'gone' as const, at })) },
        { weight: 1, arbitrary: launch.map((one) => ({ kind: 'replace' as const, one, times: 1 })) },
      ),
      { minLength: 3, maxLength: 10 },
    );
    fc.assert(
      fc.property(fleet, steps, fc.nat(29), (facts, list, at) => {
        const hosts = facts.hosts ?? [];
        const on = hosts[at]?.hostId;
        const running = { ...instance(), state: 'running', tenancy: 'host', configurations: [arn('sql')] } as const;
        const world = worldOf({ ...facts, instance: { ...running, ...(on === undefined ? {} : { hostId: on }) } });
        const written = { type: '', place: { file: '' }, open: [] };
        const made = list.flatMap((step, index): Step[] => {
          const here = { ...written, address: String(index) };
          if (step.kind === 'gone') {
            const hostId = hosts[step.at]?.hostId;
            return hostId === undefined ? [] : [{ ...here, kind: 'change', change: { kind: 'host-gone', hostId } }];
          }
          const replaces = step.kind === 'replace' ? { replaces: 'i-1' } : {};
          const made = { ...here, kind: 'launch', input: inputOf(step.one), partial: false, ...replaces } as const;
          return Array.from({ length: step.times }, () => made);
        });
        const judged = (each: World) => judgeSteps(made, each).launches.map(({ decision }) => said(decision));
        expect(judged(sparing(world))).toEqual(judged(world));
      }),
      { numRuns: 300 },
    );
  });
});

describe('with many hosts that are alike', () => {
  const hosts = Array.from({ length: 9 }, (_, at) => ({ hostId: `h-${at + 1}`, resourceGroupArn: GROUP }));
  const world = sparing(worldOf({ hosts, group: GROUP_FACT, configurations: [{ name: 'sql', counting: 'Core' }] }));
  const whole = { type: 'm5.24xlarge', min: 1, more: 0, zone: undefined } as const;
  const written = { type: '', address: '', place: { file: '' }, open: [] };
  const launched = { ...written, kind: 'launch', input: inputOf(whole), partial: false } as const;
  const placed = (steps: readonly Step[]) =>
    judgeSteps(steps, world).launches.map(({ decision }) => decision.plan.placements[0]?.hostId);

  test('each launch of a list finds the next one', () => {
    expect(placed(Array.from({ length: 10 }, () => launched))).toEqual([
      ...hosts.map(({ hostId }) => hostId),
      undefined,
    ]);
  });

  test('a launch finds one behind those that go', () => {
    const gone = hosts.slice(0, 6).map(({ hostId }): Step => {
      return { ...written, kind: 'change', change: { kind: 'host-gone', hostId } };
    });
    expect(placed([...gone, launched])).toEqual(['h-7']);
  });
});

test('of a kind one more than the machines is kept, the fullest first; what differs is another kind', () => {
  const hosts = [
    host({ hostId: 'h-1', usedUnits: 0 }),
    host({ hostId: 'h-2', usedUnits: 8 }),
    host({ hostId: 'h-3', usedUnits: 8 }),
    host({ hostId: 'h-4', usedUnits: 40 }),
    host({ hostId: 'h-5', zone: 'us-east-1b' }),
    host({ hostId: 'h-6', chargedTo: [arn('sql')] }),
    host({ hostId: 'h-7', sockets: 1 }),
    host({ hostId: 'h-8', instanceType: 'm5.large' }),
  ];
  const kept = (machines: number) => fullestOfEachKind(hosts, machines).map(({ hostId }) => hostId.slice(2));
  expect(mostOfAKind(1)).toBe(2);
  expect(kept(1).join(' ')).toBe('2 4 5 6 7 8');
  expect(kept(2).join(' ')).toBe('2 3 4 5 6 7 8');
  expect(kept(3).join(' ')).toBe('1 2 3 4 5 6 7 8');
});

test('a question widens by the hosts that have changed, in steps', () => {
  const key = groupHostsKey({ arn: GROUP, instanceType: 'm5.large', count: 3 });
  const counts = [0, 1, 2, 5, 6, 100].map((changed) => parseGroupHostsKey(widened(key, changed)).count);
  expect(counts).toEqual([3, 4, 8, 8, 16, 128]);
});
