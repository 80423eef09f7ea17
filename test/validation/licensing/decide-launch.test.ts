import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../../src/contract/decision.ts';
import type { Input } from '../../../src/contract/operations.ts';
import { decideLaunch } from '../../../src/validation/licensing/decide-launch.ts';
import { arn, type Facts, type Unknown, worldOf } from './world.ts';

type Launch = Partial<Input<'ec2:RunInstances'>>;

const HOST: Launch = { Placement: { Tenancy: 'host' } };
const of = (count: number): Launch => ({ MinCount: count, MaxCount: count });

const decide = (facts: Facts, launch: Launch = {}) =>
  decideLaunch({ ImageId: 'ami-1', InstanceType: 'm5.xlarge', MinCount: 1, MaxCount: 1, ...launch }, worldOf(facts));

const shape = ({ verdict, violations, alerts, fits }: ReturnType<typeof decide>) => ({
  verdict,
  fits,
  violations: violations.map((one) => one.id).join(' '),
  alerts: alerts.map((one) => one.id).join(' '),
});

/** Rows of facts: what the world holds, what is asked, and the decision. */
describe('a launch is decided', () => {
  test.each<[what: string, facts: Facts, launch: Launch, verdict: Verdict, fits: number, says: string]>([
    ['under nothing', {}, {}, 'allowed', 1, ''],
    ['exactly full', { configurations: [{ name: 'a', limit: 8, consumed: 4 }] }, {}, 'allowed', 1, ''],
    ['one short', { configurations: [{ name: 'a', limit: 8, consumed: 5 }] }, {}, 'blocked', 0, 'launch-hard-block'],
    [
      'soft and over',
      { configurations: [{ name: 'a', limit: 4, consumed: 4, hard: false }] },
      {},
      'warn',
      1,
      'launch-soft-alert',
    ],
    ['hard without a number', { configurations: [{ name: 'a', consumed: 900 }] }, {}, 'allowed', 1, ''],
    [
      'hard without a number: its rules do not block either',
      { configurations: [{ name: 'a', rules: ['#minimumVcpus=8'] }] },
      {},
      'warn',
      1,
      'rule-minimum-vcpus-check',
    ],
    [
      'deactivated, from the AMI',
      { configurations: [{ name: 'a', limit: 0, status: 'DISABLED' }] },
      {},
      'allowed',
      1,
      '',
    ],
    ['two of three fit', { configurations: [{ name: 'a', limit: 8 }] }, of(3), 'blocked', 2, 'launch-hard-block'],
    ['from one to three', { configurations: [{ name: 'a', limit: 8 }] }, { MaxCount: 3 }, 'allowed', 2, ''],
    [
      'from three to five',
      { configurations: [{ name: 'a', limit: 8 }] },
      { MinCount: 3, MaxCount: 5 },
      'blocked',
      2,
      'launch-hard-min-max',
    ],
    ['a host with room', { hosts: [{ hostId: 'h-1' }] }, HOST, 'allowed', 1, ''],
    [
      'a host without room',
      { hosts: [{ hostId: 'h-1', usedUnits: 47 }] },
      HOST,
      'blocked',
      0,
      'launch-host-needs-capacity',
    ],
    ['no host', {}, HOST, 'blocked', 0, 'launch-host-needs-capacity'],
    [
      'a charged host, though the limit is exceeded',
      {
        configurations: [{ name: 'a', counting: 'Core', limit: 10, consumed: 48 }],
        hosts: [{ hostId: 'h-1', chargedTo: [arn('a')] }],
      },
      HOST,
      'allowed',
      1,
      '',
    ],
    [
      'every reason, in order',
      {
        image: { usageOperation: 'RunInstances:0800' },
        configurations: [{ name: 'a', counting: 'Core', limit: 1, rules: ['#minimumCores=8'] }],
      },
      {},
      'blocked',
      0,
      'tenancy-matrix-windows-byol rule-tenancy-core-socket rule-minimum-cores-check',
    ],
    [
      'sockets off a host are not published',
      { configurations: [{ name: 'a', counting: 'Instance', limit: 9, rules: ['#minimumSockets=2'] }] },
      {},
      'unknown',
      1,
      'rule-minimum-sockets-check',
    ],
    [
      'what blocks is certain, whatever is not known',
      { configurations: [{ name: 'a', counting: 'Instance', limit: 0, rules: ['#minimumSockets=2'] }] },
      {},
      'blocked',
      0,
      'launch-hard-block rule-minimum-sockets-check',
    ],
  ])('%s', (_what, facts, launch, verdict, fits, says) => {
    const decision = shape(decide(facts, launch));
    expect({ verdict: decision.verdict, fits: decision.fits }).toEqual({ verdict, fits });
    expect([decision.violations, decision.alerts].filter((text) => text !== '').join(' ')).toBe(says);
  });
});

describe('guards come first and alone', () => {
  const named = (name: string): Launch => ({ LicenseSpecifications: [{ LicenseConfigurationArn: arn(name) }] });

  test.each<[what: string, facts: Facts, launch: Launch, says: string]>([
    ['an AMI of somebody else', { image: { accessible: false } }, {}, 'launch-ami-access'],
    ['no such AMI', {}, { ImageId: 'ami-2' }, 'launch-ami-access'],
    ['a deregistered AMI', { image: { state: 'deregistered' } }, {}, 'launch-ami-deregistered'],
    ['no such configuration', {}, named('a'), 'launch-unknown-config'],
    [
      'a configuration of somebody else',
      { configurations: [{ name: 'a', accessible: false, ownerId: '444455556666' }] },
      named('a'),
      'launch-config-not-shared',
    ],
    [
      'a deactivated one, named',
      { configurations: [{ name: 'a', status: 'DISABLED' }] },
      named('a'),
      'config-deactivate-direct-launch-refused',
    ],
    ['closed hosts', { hosts: [{ hostId: 'h-1', autoPlacement: false }] }, HOST, 'host-auto-placement'],
    [
      'a host in another state',
      { hosts: [{ hostId: 'h-1', state: 'under-assessment' }] },
      { Placement: { HostId: 'h-1' } },
      'host-launch-states',
    ],
    ['a template that does not exist', {}, { LaunchTemplate: { LaunchTemplateName: 'web' } }, 'template-not-found'],
  ])('%s', (_what, facts, launch, says) => {
    expect(shape(decide(facts, launch))).toEqual({ verdict: 'blocked', fits: 0, violations: says, alerts: '' });
  });
});

describe('what cannot be read makes the verdict unknown, never allowed and never blocked', () => {
  const REASONS: readonly Unknown[] = [
    { known: false, why: 'denied', permission: 'ec2:DescribeHosts' },
    { known: false, why: 'after-apply' },
    { known: false, why: 'not-exposed' },
    { known: false, why: 'pending' },
  ];
  const FACTS: Facts = { configurations: [{ name: 'a', counting: 'Core', limit: 96 }], hosts: [{ hostId: 'h-1' }] };
  const ASKED = ['image', 'instanceType', 'configuration', 'quota', 'hosts', 'charging'] as const;

  test.each(ASKED.flatMap((kind) => REASONS.map((why) => ({ kind, why, reason: why.why }))))(
    '$kind: $reason',
    ({ kind, why }) => {
      const { verdict, violations, notChecked } = decide({ ...FACTS, unknown: { [kind]: why } }, HOST);
      expect({ verdict, violations }).toEqual({ verdict: 'unknown', violations: [] });
      expect(notChecked).not.toEqual([]);
      expect(notChecked.map((one) => one.permission)).toEqual(notChecked.map(() => why.permission));
    },
  );

  test.each(REASONS)('but what blocks wherever the hosts are is certain: $why', (why) => {
    const facts = { ...FACTS, image: { usageOperation: 'RunInstances:0010' }, unknown: { hosts: why } };
    expect(shape(decide(facts, HOST))).toMatchObject({ verdict: 'blocked', violations: 'tenancy-matrix-rhel-li' });
  });

  test.each(REASONS)('a named host: $why', (why) => {
    const { verdict, violations } = decide({ ...FACTS, unknown: { host: why } }, { Placement: { HostId: 'h-1' } });
    expect({ verdict, violations }).toEqual({ verdict: 'unknown', violations: [] });
  });

  test.each(REASONS)('the template, which may hold what the request seems to lack: $why', (why) => {
    const launch = { LaunchTemplate: { LaunchTemplateName: 'web' }, Placement: { Affinity: 'host' } };
    const { verdict, violations, notChecked } = decide({ ...FACTS, unknown: { template: why } }, launch);
    expect({ verdict, violations, asked: notChecked.length }).toEqual({ verdict: 'unknown', violations: [], asked: 1 });
  });
});

test('what the request says itself wins over its template, member by member', () => {
  const template = {
    launchTemplateId: 'lt-1',
    version: 1,
    data: { ImageId: 'ami-1', InstanceType: 'm5.24xlarge' as const },
  };
  const launch = { ImageId: undefined, LaunchTemplate: { LaunchTemplateName: 'web' } };
  expect(decide({ template }, launch).plan).toMatchObject({ imageId: 'ami-1', instanceType: 'm5.xlarge' });
  expect(decide({ template }, { ...launch, InstanceType: undefined }).plan).toMatchObject({
    instanceType: 'm5.24xlarge',
  });
});
