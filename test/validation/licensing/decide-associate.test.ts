import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../../src/contract/decision.ts';
import type { ConfigurationFact } from '../../../src/contract/world.ts';
import { decideAssociate, decideAttachHost } from '../../../src/validation/licensing/decide-associate.ts';
import { arn, configuration, type Facts, host, instance, worldOf } from './world.ts';

const RUNNING = { state: 'running' } as const;
const ON_HOST = { state: 'running', tenancy: 'host', hostId: 'h-1' } as const;
const FULL = [{ hostId: 'h-1', usedUnits: 48 }];

describe('a running machine that comes under a configuration is judged and counted at once', () => {
  test.each<[what: string, adding: Partial<ConfigurationFact>, facts: Facts, verdict: Verdict, says: string]>([
    ['exactly full', { limit: 4 }, { instance: RUNNING }, 'allowed', ''],
    ['one short', { limit: 3 }, { instance: RUNNING }, 'blocked', 'config-associate-hard-limit'],
    ['soft and over', { limit: 3, hard: false }, { instance: RUNNING }, 'warn', 'launch-soft-alert'],
    [
      'too small',
      { limit: 9, rules: ['#minimumVcpus=8'] },
      { instance: RUNNING },
      'blocked',
      'rule-minimum-vcpus-check',
    ],
    ['off a host', { counting: 'Core', limit: 96 }, { instance: RUNNING }, 'blocked', 'rule-tenancy-core-socket'],
    [
      'its host is full, but it is there already',
      { counting: 'Core', limit: 48 },
      { instance: ON_HOST, hosts: FULL },
      'allowed',
      '',
    ],
    [
      'its host has too many cores',
      { counting: 'Core', limit: 47 },
      { instance: ON_HOST, hosts: FULL },
      'blocked',
      'config-associate-hard-limit',
    ],
    [
      'its host is charged',
      { name: 'a', counting: 'Core', limit: 0 },
      { instance: ON_HOST, hosts: [{ hostId: 'h-1', chargedTo: [arn('a')] }] },
      'allowed',
      '',
    ],
    [
      'its host is unknown',
      { counting: 'Core', limit: 0 },
      { instance: ON_HOST, unknown: { host: { known: false, why: 'denied' } } },
      'unknown',
      '',
    ],
    [
      'how hosts are charged is unknown',
      { counting: 'Core', limit: 0 },
      { instance: ON_HOST, hosts: FULL, unknown: { charging: { known: false, why: 'pending' } } },
      'unknown',
      '',
    ],
  ])('%s', (_what, adding, facts, verdict, says) => {
    const one = configuration({ name: 'a', ...adding });
    const { violations, alerts, ...decision } = decideAssociate(instance(facts.instance), [one], worldOf(facts));
    expect([decision.verdict, ...[...violations, ...alerts].map((each) => each.id)].join(' ')).toBe(
      `${verdict} ${says}`.trim(),
    );
  });
});

describe('a host attached by hand', () => {
  test.each<[what: string, adding: Partial<ConfigurationFact>, charged: boolean, says: string]>([
    ['takes its cores', { counting: 'Core', limit: 48 }, false, ''],
    ['one core short', { counting: 'Core', limit: 47 }, false, 'blocked config-associate-hard-limit'],
    ['one core over a soft limit', { counting: 'Core', limit: 47, hard: false }, false, 'alert launch-soft-alert'],
    ['takes its sockets', { counting: 'Socket', limit: 2 }, false, ''],
    ['one socket short', { counting: 'Socket', limit: 1 }, false, 'blocked config-associate-hard-limit'],
    ['takes nothing when it is charged already', { counting: 'Core', limit: 0 }, true, ''],
    ['takes nothing of what counts machines', { counting: 'vCPU', limit: 0 }, false, ''],
  ])('%s', (_what, adding, charged, says) => {
    const one = configuration({ name: 'a', ...adding });
    const { violations, alerts } = decideAttachHost(host({ hostId: 'h-1', chargedTo: charged ? [one.arn] : [] }), [
      one,
    ]);
    expect(
      [...violations.map((each) => `blocked ${each.id}`), ...alerts.map((each) => `alert ${each.id}`)].join(' '),
    ).toBe(says);
    for (const each of [...violations, ...alerts]) expect(each.args.licenseConfigurationArn).toBe(one.arn);
  });
});
