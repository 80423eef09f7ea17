import { describe, expect, test } from 'vitest';
import type { Input } from '../../../src/contract/operations.ts';
import { decideLaunch } from '../../../src/validation/licensing/decide-launch.ts';
import { Overlay } from '../../../src/validation/licensing/overlay.ts';
import { sqlWorld } from '../../../src/world/sql.ts';
import { launchInput } from '../../support/scenario/launch-words.ts';
import { readRows } from '../../support/scenario/rows.ts';
import { Stage } from '../../support/scenario/stage.ts';
import { EC2_VERBS } from '../../support/scenario/verbs-ec2.ts';
import { LICENCE_VERBS } from '../../support/scenario/verbs-licence.ts';
import { type Facts, worldOf } from './world.ts';

const launch = { ImageId: 'ami-1', InstanceType: 'm5.8xlarge', MinCount: 1, MaxCount: 1 } as const;

describe('launches decided in order share what there is', () => {
  test.each<[what: string, facts: Facts, placement: object, verdicts: string]>([
    ['licences of machines', { configurations: [{ name: 'a', limit: 70 }] }, {}, 'allowed allowed blocked'],
    [
      'licences of hosts and their room',
      { configurations: [{ name: 'a', counting: 'Core', limit: 48 }], hosts: [{ hostId: 'h-1' }, { hostId: 'h-2' }] },
      { Placement: { Tenancy: 'host' } },
      'allowed allowed allowed blocked',
    ],
    [
      'a named host',
      { hosts: [{ hostId: 'h-1' }] },
      { Placement: { HostId: 'h-1' } },
      'allowed allowed allowed blocked',
    ],
  ])('%s', (_what, facts, placement, verdicts) => {
    const overlay = new Overlay(worldOf(facts));
    const decided = verdicts.split(' ').map(() => {
      const { verdict, plan } = decideLaunch({ ...launch, ...placement }, overlay.world);
      if (verdict !== 'blocked') overlay.add(plan);
      return verdict;
    });
    expect(decided.join(' ')).toBe(verdicts);
  });

  test('the world beneath stays what it is', () => {
    const under = worldOf({ configurations: [{ name: 'a', limit: 32 }] });
    const overlay = new Overlay(under);
    overlay.add(decideLaunch(launch, overlay.world).plan);
    expect(decideLaunch(launch, overlay.world).verdict).toBe('blocked');
    expect(decideLaunch(launch, under).verdict).toBe('allowed');
  });
});

test('a list decided over an overlay goes exactly as the same launches do, one after the other', async () => {
  const stage = new Stage();
  const setting = `
    config sql vcpu count=30 hard
    config win core count=96 hard
    config app instance count=6
    host   h m5 count=3
  `;
  const list = `
    launch a from amazon-linux-2023 m5.xlarge x2 config=sql
    launch b from amazon-linux-2023 m5.8xlarge x2 host config=win
    launch c from amazon-linux-2023 m5.8xlarge x2 host config=win,app
    launch d from amazon-linux-2023 m5.12xlarge host config=win
    launch e from amazon-linux-2023 m5.24xlarge host config=win
    launch f from amazon-linux-2023 m5.2xlarge x1:9 config=sql,app
    launch g from amazon-linux-2023 m5.24xlarge on=h3
    launch h from amazon-linux-2023 m5.xlarge config=sql
    launch i from amazon-linux-2023 m5.large host
  `;
  for (const row of readRows(setting)) await { ...LICENCE_VERBS, ...EC2_VERBS }[row.verb]?.(stage, row);
  const inputs: Input<'ec2:RunInstances'>[] = [];
  for (const row of readRows(list)) inputs.push(await launchInput(stage, row));

  const foretold = stage.sandbox.engine.ask(({ tx }) => {
    const overlay = new Overlay(sqlWorld(tx, stage.scope));
    return inputs.map((input) => {
      const { verdict, plan } = decideLaunch(input, overlay.world);
      if (verdict === 'blocked') return 'refused';
      overlay.add(plan);
      return `${plan.count} ${plan.placements.map((one) => stage.nameOf(one.hostId)).join()}`;
    });
  });

  const done: string[] = [];
  for (const input of inputs) {
    const answer = await stage.sandbox.call('ec2:RunInstances', input).catch(() => undefined);
    const hosts = new Set(
      answer?.Instances?.flatMap((one) => one.Placement?.HostId ?? []).map((id) => stage.nameOf(id)),
    );
    done.push(answer === undefined ? 'refused' : `${answer.Instances?.length} ${[...hosts].join()}`);
  }
  expect(foretold).toEqual(done);
  expect(done).toContain('refused');
  expect(new Set(done).size).toBeGreaterThan(3);
});
