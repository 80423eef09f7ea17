import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../../src/contract/decision.ts';
import { decideMove } from '../../../src/validation/licensing/decide-move.ts';
import { configuration, type Facts, worldOf } from './world.ts';

type Wish = Omit<Parameters<typeof decideMove>[0], 'InstanceId'>;

const move = (wish: Wish, facts: Facts = {}) => {
  const configurations = (facts.configurations ?? []).map((one) => configuration(one).arn);
  return decideMove(
    { InstanceId: 'i-1', ...wish },
    worldOf({ ...facts, instance: { configurations, ...facts.instance } }),
  );
};

const GROUP = 'arn:aws:resource-groups:us-east-1:111122223333:group/sql';
const group = {
  arn: GROUP,
  name: 'sql',
  ownerId: '111122223333',
  accessible: true,
  autoAllocate: false,
  autoRelease: false,
  autoRecover: false,
  joining: 0,
  running: [],
} as const;
const HOST = { hosts: [{ hostId: 'h-1' }] };
const ON_HOST = { tenancy: 'host', hostId: 'h-1' } as const;
const IN_GROUP = { ...ON_HOST, hostResourceGroupArn: GROUP } as const;
const DENIED = { known: false, why: 'denied', permission: 'ec2:Describe' } as const;

describe('a stopped machine that is moved', () => {
  test.each<[what: string, wish: Wish, facts: Facts, verdict: Verdict, says: string]>([
    ['to Dedicated Instance', { Tenancy: 'dedicated' }, {}, 'allowed', ''],
    ['to a host with room', { Tenancy: 'host' }, HOST, 'allowed', ''],
    ['to no host at all', { Tenancy: 'host' }, {}, 'blocked', 'tenancy-host-needs-capacity'],
    [
      'to a group without room yet',
      { Tenancy: 'host', HostResourceGroupArn: GROUP },
      { group },
      'warn',
      'tenancy-license-rules-on-start',
    ],
    [
      'to a group from a host, without saying so',
      { HostResourceGroupArn: GROUP },
      { group, instance: ON_HOST, ...HOST },
      'warn',
      'tenancy-license-rules-on-start',
    ],
    [
      'to a group from shared tenancy, without saying so',
      { HostResourceGroupArn: GROUP },
      { group },
      'blocked',
      'tenancy-hrg-requires-host',
    ],
    [
      'to a group that there is not',
      { Tenancy: 'host', HostResourceGroupArn: GROUP },
      {},
      'blocked',
      'tenancy-hrg-needs-group',
    ],
    [
      'to a group of someone else',
      { Tenancy: 'host', HostResourceGroupArn: GROUP },
      { group: { ...group, accessible: false } },
      'blocked',
      'tenancy-hrg-needs-group',
    ],
    [
      'to a group and a host',
      { HostResourceGroupArn: GROUP, HostId: 'h-1' },
      { group, ...HOST },
      'blocked',
      'tenancy-hrg-no-host',
    ],
    [
      'to a group with an affinity',
      { Tenancy: 'host', HostResourceGroupArn: GROUP, Affinity: 'default' },
      { group },
      'blocked',
      'tenancy-hrg-no-host',
    ],
    ['while it runs', { Tenancy: 'host' }, { ...HOST, instance: { state: 'running' } }, 'blocked', 'tenancy-stopped'],
    [
      'with another affinity only, its host being full',
      { Affinity: 'host' },
      { hosts: [{ hostId: 'h-1', usedUnits: 48 }], instance: ON_HOST },
      'warn',
      'tenancy-license-rules-on-start',
    ],
    [
      'off its hosts, although it is Windows that was brought',
      { Tenancy: 'default' },
      { instance: { ...ON_HOST, usageOperation: 'RunInstances:0800' } },
      'blocked',
      'tenancy-matrix-windows-byol',
    ],
    [
      'to hosts, although SQL Server is included: room is not judged',
      { Tenancy: 'host' },
      { instance: { usageOperation: 'RunInstances:0006' } },
      'blocked',
      'tenancy-matrix-sql-li',
    ],
    [
      'into a group, although Red Hat is included',
      { Tenancy: 'host', HostResourceGroupArn: GROUP },
      { group, instance: { usageOperation: 'RunInstances:0010' } },
      'blocked',
      'tenancy-matrix-rhel-li',
    ],
    ['to hosts that could not be listed', { Tenancy: 'host' }, { unknown: { hosts: DENIED } }, 'unknown', ''],
    [
      'to a group that could not be read',
      { Tenancy: 'host', HostResourceGroupArn: GROUP },
      { unknown: { group: DENIED } },
      'unknown',
      '',
    ],
    ['and could not be read itself', { Tenancy: 'host' }, { unknown: { instance: DENIED } }, 'unknown', ''],
    [
      'and could not be read, but says nothing of where',
      {},
      { unknown: { instance: DENIED } },
      'blocked',
      'tenancy-at-least-one',
    ],
  ])('%s', (_what, wish, facts, verdict, says) => {
    const { violations, alerts, ...decision } = move(wish, facts);
    const ids = [...violations, ...alerts].map((one) => one.id);
    expect([decision.verdict, ...ids].join(' ')).toBe(`${verdict} ${says}`.trim());
    expect(decision.plan === undefined).toBe(verdict === 'blocked' || verdict === 'unknown');
  });

  test.each<[what: string, wish: Wish, from: Facts['instance'], plan: object]>([
    [
      'shared tenancy forgets host, affinity and group',
      { Tenancy: 'default' },
      { ...IN_GROUP, affinity: 'host' },
      { tenancy: 'default', affinity: 'default' },
    ],
    [
      'a host that is named alone is its own',
      { HostId: 'h-2' },
      ON_HOST,
      { tenancy: 'host', affinity: 'host', hostId: 'h-2' },
    ],
    [
      'a host with affinity default is where it is noted',
      { HostId: 'h-2', Affinity: 'default' },
      ON_HOST,
      { tenancy: 'host', affinity: 'default', hostId: 'h-2' },
    ],
    [
      'a named host takes it out of its group',
      { HostId: 'h-2' },
      IN_GROUP,
      { tenancy: 'host', affinity: 'host', hostId: 'h-2' },
    ],
    [
      'a group forgets the host',
      { HostResourceGroupArn: GROUP },
      { ...ON_HOST, affinity: 'host' },
      { tenancy: 'host', affinity: 'default', hostResourceGroupArn: GROUP },
    ],
    [
      'host tenancy with affinity default takes it out of its group',
      { Tenancy: 'host', Affinity: 'default' },
      IN_GROUP,
      { tenancy: 'host', affinity: 'default' },
    ],
    ['the tenancy that it has changes nothing', { Tenancy: 'host' }, IN_GROUP, { ...IN_GROUP, affinity: 'default' }],
    [
      'affinity host pins it to the host it ran on',
      { Affinity: 'host' },
      ON_HOST,
      { tenancy: 'host', affinity: 'host', hostId: 'h-1' },
    ],
  ])('tenancy-shared-clears-host: %s', (_what, wish, instance, plan) => {
    const hosts = [{ hostId: 'h-1' }, { hostId: 'h-2' }];
    expect(move(wish, { group, hosts, instance }).plan).toEqual({ instanceId: 'i-1', ...plan });
  });

  test('tenancy-license-rules-on-start: each reason names its configuration', () => {
    const { alerts } = move(
      { Tenancy: 'default' },
      {
        instance: ON_HOST,
        ...HOST,
        configurations: [
          { name: 'win', counting: 'Core', limit: 48 },
          { name: 'sql', limit: 1 },
        ],
      },
    );
    expect(alerts.map((one) => one.args)).toEqual([{ instanceId: 'i-1', reasons: ['rule-tenancy-core-socket (win)'] }]);
  });
});
