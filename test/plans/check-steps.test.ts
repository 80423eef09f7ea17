import { describe, expect, it, test } from 'vitest';
import type { LaunchStep, PlanCheck, Step } from '../../src/contract/plan.ts';
import type { World } from '../../src/contract/world.ts';
import { checkSteps } from '../../src/validation/plans/check-steps.ts';
import { readTerraformPlan } from '../../src/validation/plans/terraform/read.ts';
import { decideLive } from '../../src/world/live.ts';
import {
  APP,
  ARN,
  configuration,
  configurationArn,
  fixture,
  host,
  image,
  machine,
  SCOPE,
  WINDOWS,
  world,
} from './world.ts';

const PLACE = { file: 'plan.json', line: 1 };

const launch = (address: string, input: Partial<LaunchStep['input']>, partial = false): LaunchStep => ({
  kind: 'launch',
  address,
  type: 'aws_instance',
  place: PLACE,
  open: [],
  partial,
  input: { MinCount: 1, MaxCount: 1, ImageId: APP, InstanceType: 'm5.large', ...input },
});

const three = ['a', 'b', 'c'].map((address) => launch(address, {}));
const verdicts = ({ launches }: PlanCheck) => launches.map(({ decision }) => decision.verdict);

const judged = (name: string, of: World): PlanCheck =>
  checkSteps(readTerraformPlan({ text: fixture(`terraform/${name}`), file: name, scope: SCOPE }).steps, of);

const licensed = (limit: number, more = {}) =>
  world({ configurations: [configuration({ limit, ...more })], images: [image(APP, [ARN]), image(WINDOWS)] });

describe('launches share headroom, in order', () => {
  it('all fit when the limit is exactly reached', () => {
    const check = checkSteps(three, licensed(6));
    expect([check.verdict, check.requested, check.fits, check.firstBlocked]).toEqual(['allowed', 3, 3, undefined]);
    expect(check.configurations).toMatchObject([{ name: 'app-vcpu', consumed: 0, needed: 6, limit: 6, remaining: 0 }]);
  });

  it('the first that breaks is named, and what would be enough', () => {
    const check = checkSteps(three, licensed(5));
    expect([check.verdict, check.fits, check.firstBlocked]).toEqual(['blocked', 2, 'c']);
    expect(check.configurations).toMatchObject([{ needed: 6, limit: 5, remaining: -1 }]);
    expect(check.fixes).toEqual([
      {
        command: 'lm config update app-vcpu --count 6',
        effect: 'buy 1 licence for everything',
        enough: true,
        remaining: [],
        answers: 'launch-hard-block',
      },
    ]);
  });

  it('a smaller one after the first that breaks may still fit', () => {
    const steps = [launch('large', { InstanceType: 'm5.4xlarge' }), launch('small', {})];
    const check = checkSteps(steps, licensed(4));
    expect(verdicts(check)).toEqual(['blocked', 'allowed']);
    expect(check.firstBlocked).toBe('large');
  });

  it('a soft limit alerts', () => {
    expect(checkSteps(three, licensed(5, { hard: false })).verdict).toBe('warn');
  });

  it('a group takes what fits and leaves the rest; a single launch takes all or nothing', () => {
    const five = { MinCount: 5, MaxCount: 5 };
    const after = launch('after', {});
    expect(verdicts(checkSteps([launch('group', five, true), after], licensed(8)))).toEqual(['blocked', 'blocked']);
    expect(verdicts(checkSteps([launch('single', five), after], licensed(8)))).toEqual(['blocked', 'allowed']);
  });
});

describe('what is not known', () => {
  const open: Step = { ...launch('a', {}), open: [{ what: 'AMI', why: 'is known only after apply' }] };

  it('is unknown, never allowed', () => {
    const check = checkSteps([open, launch('b', {})], licensed(40));
    expect([check.verdict, ...verdicts(check)]).toEqual(['unknown', 'unknown', 'allowed']);
    expect(check.launches[0]?.decision.notChecked).toEqual(open.open);
    expect(check.notChecked).toContainEqual({ what: 'what 1 unknown launch would take', why: 'is counted as nothing' });
  });

  it('does not hide what is refused', () => {
    expect(checkSteps([open, launch('b', {})], licensed(1)).verdict).toBe('blocked');
  });

  it('of a license configuration leaves open what falls under it, and nothing else', () => {
    const terms: Step = {
      kind: 'change',
      address: 'lc',
      type: 'aws_licensemanager_license_configuration',
      place: PLACE,
      open: [{ what: 'license_count', why: 'is known only after apply' }],
      change: { kind: 'terms', arn: ARN, terms: {} },
    };
    const check = checkSteps([terms, launch('under', {}), launch('beside', { ImageId: WINDOWS })], licensed(40));
    expect(verdicts(check)).toEqual(['unknown', 'allowed']);
  });
});

describe('on AWS, where facts are read when they are asked for', () => {
  const steps = readTerraformPlan({ text: fixture('terraform/fleet.json'), file: 'fleet.json', scope: SCOPE }).steps;
  const readers = (of: World): Parameters<typeof decideLive>[1] => ({
    image: async (id) => of.image(id),
    configuration: async (arn) => of.configuration(arn),
    instanceType: async (name) => of.instanceType(name),
    hosts: async (family) => of.hosts(family),
    host: async (id) => of.host(id),
    group: async (arn) => of.group(arn),
    groupHosts: async (key) => of.groupHosts(key),
    hostCount: async (key) => of.hostCount(key),
    instance: async (id) => of.instance(id),
    template: async (key) => of.template(key),
    associations: async (arn) => of.associations(arn),
    quota: async () => ({ known: true, value: 10 }),
    charging: async () => ({ known: true, value: 'per-host' }),
    role: async (name) => of.role(name),
    permission: async (action) => of.permission(action),
    inventory: async (id) => of.inventory(id),
    origin: async (id) => of.origin(id),
    conversions: async (arn) => of.conversions(arn),
  });

  it('the verdicts are the same', async () => {
    const live = await decideLive(SCOPE, readers(world()), (asked) => checkSteps(steps, asked));
    const { verdict, fits, configurations } = checkSteps(steps, world());
    expect([live.verdict, live.fits, live.configurations]).toEqual([verdict, fits, configurations]);
  });

  it('what was denied makes the verdict unknown and names the permission', async () => {
    const denied = { ...readers(world()), image: async () => DENIED };
    const live = await decideLive(SCOPE, denied, (asked) => checkSteps(steps, asked));
    expect(live.verdict).toBe('unknown');
    expect(live.launches[0]?.decision.notChecked[0]?.permission).toBe('ec2:DescribeImages');
  });
});

const DENIED = { known: false, why: 'denied', permission: 'ec2:DescribeImages' } as const;

describe('a whole Terraform plan', () => {
  it('falls under the configuration that it makes itself', () => {
    const check = judged('fleet.json', world());
    // Two of 8 vCPUs and three of 2 make 22; the group of four with 4 each wants 16 of the 18 left.
    expect([check.verdict, check.requested, check.fits]).toEqual(['allowed', 9, 9]);
    expect(check.configurations).toMatchObject([
      { name: 'app-vcpu', consumed: 0, needed: 38, limit: 40, remaining: 2 },
    ]);
  });

  it('is told which of its own limits is too low', () => {
    const text = fixture('terraform/fleet.json').replaceAll('"license_count": 40', '"license_count": 30');
    const { steps } = readTerraformPlan({ text, file: 'fleet.json', scope: SCOPE });
    const check = checkSteps(steps, world());
    expect([check.verdict, check.firstBlocked, check.fits]).toEqual([
      'blocked',
      'module.web.aws_autoscaling_group.this',
      7,
    ]);
    expect(check.fixes).toMatchObject([
      { command: '', effect: 'buy 8 licences for everything, and write 38 into the file', enough: true },
    ]);
  });

  const MACHINES = [1, 2].map((number) => machine(`i-0000000000000000${number}`, { configurations: [ARN] }));
  const running = (consumed: number) =>
    world({
      configurations: [configuration({ consumed })],
      images: [image(APP, [ARN]), image(WINDOWS)],
      machines: MACHINES,
    });

  it('raises a limit first, grows a group, and gives back what a machine held before it starts larger', () => {
    // 48 after the change: 36 used, 8 for the group, then 36+8-2+8 = 50 would be over, so 34 used is what just fits.
    expect(judged('changes.json', running(34)).verdict).toBe('allowed');
    const check = judged('changes.json', running(36));
    expect([check.verdict, check.firstBlocked]).toEqual(['blocked', 'aws_instance.larger']);
  });

  it('allocates hosts before the machines that name them', () => {
    const check = judged(
      'hosts.json',
      world({
        configurations: [configuration({ arn: configurationArn(2), name: 'win-dc', counting: 'Core', limit: 96 })],
        images: [image(WINDOWS, [configurationArn(2)])],
      }),
    );
    expect([check.verdict, check.fits]).toEqual(['allowed', 2]);
    expect(check.launches.map(({ decision }) => decision.plan.placements[0]?.hostId)).toEqual([
      'aws_ec2_host.win[0]',
      'aws_ec2_host.win[1]',
    ]);
    expect(check.configurations).toMatchObject([{ needed: 96, remaining: 0 }]);
  });

  it('with nothing to do is allowed', () => {
    const check = judged('nothing.json', world());
    expect([check.verdict, check.requested, check.launches]).toEqual(['allowed', 0, []]);
  });
});

describe('a machine that is replaced on a Dedicated Host', () => {
  const WIN = configurationArn(2);
  const renewed = (rules: readonly string[]) =>
    checkSteps(
      [
        {
          ...launch('renewed', { ImageId: WINDOWS, InstanceType: 'r5.large', Placement: { Tenancy: 'host' } }),
          replaces: 'i-1',
        },
      ],
      world({
        configurations: [configuration({ arn: WIN, counting: 'Core', limit: 48, consumed: 48, rules })],
        images: [image(WINDOWS, [WIN])],
        hosts: [host('h-1', { usedUnits: 1, usedCores: 1, chargedTo: [WIN] }), host('h-2', { family: 'r5' })],
        machines: [machine('i-1', { tenancy: 'host', hostId: 'h-1', imageId: WINDOWS, configurations: [WIN] })],
      }),
    ).verdict;

  it('gives the licences of an emptied host back', () => {
    expect(renewed([])).toBe('allowed');
  });

  it('does not, where a rule keeps them with the host', () => {
    expect(renewed(['#licenseAffinityToHost=30'])).toBe('blocked');
  });
});

test('a host that goes takes its room along', () => {
  const gone: Step = {
    kind: 'change',
    address: 'h',
    type: 'aws_ec2_host',
    place: PLACE,
    open: [],
    change: { kind: 'host-gone', hostId: 'h-1' },
  };
  const onHost = launch('a', { Placement: { Tenancy: 'host' } });
  const one = world({ hosts: [host('h-1')] });
  expect(checkSteps([onHost], one).verdict).toBe('allowed');
  expect(checkSteps([gone, onHost], one).verdict).toBe('blocked');
});
