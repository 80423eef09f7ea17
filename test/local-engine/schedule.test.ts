import { describe, expect, test } from 'vitest';
import { nextSweep } from '../../src/local-engine/moments.ts';
import { SandboxAdmin } from '../../src/local-engine/sandbox.ts';
import { START } from '../support/sandbox.ts';
import { HOUR, stage } from './operations/ec2/support.ts';

const DAY = 24 * HOUR;

describe('ami-deregistered-sweep, time-utc: the sweep runs at 00:00, 08:00 and 16:00 UTC', () => {
  test.each([
    ['2026-11-21T00:00:00Z', '2026-11-21T08:00:00Z'],
    ['2026-11-21T07:59:59Z', '2026-11-21T08:00:00Z'],
    ['2026-11-21T08:00:00Z', '2026-11-21T16:00:00Z'],
    ['2026-11-21T23:59:59Z', '2026-11-22T00:00:00Z'],
  ])('after %s comes %s', (moment, next) => {
    expect(new Date(nextSweep(Date.parse(moment)))).toEqual(new Date(next));
  });
});

/** A sandbox in which a sweep, two releases and a purge are due within two days of 03:00. */
async function waiting() {
  const sandbox = stage();
  const admin = new SandboxAdmin(sandbox.engine, sandbox.database, { sandbox: 'x', wall: () => START });
  const image = await sandbox.image('amazon-linux-2023');
  const tied = async (days: number) => {
    const arn = await sandbox.config(`tied-${days}`, {
      LicenseCountingType: 'Core',
      LicenseRules: [`#licenseAffinityToHost=${days}`],
    });
    const HostId = await sandbox.host();
    const machine = await sandbox.run(image, {
      Placement: { HostId },
      LicenseSpecifications: [{ LicenseConfigurationArn: arn }],
    });
    await sandbox.call('ec2:StopInstances', { InstanceIds: [machine] });
    return arn;
  };
  const late = await tied(2);
  const early = await tied(1);
  const { ImageId = '' } = await sandbox.call('ec2:RegisterImage', { Name: 'web' });
  await sandbox.attach(early, ImageId);
  await sandbox.call('ec2:DeregisterImage', { ImageId });
  return { ...sandbox, admin, early, late };
}

describe('time-order: what falls due is applied in the order of its moments', () => {
  test('one long advance does what several short ones do, in the same order', async () => {
    const once = await waiting();
    const { applied } = once.admin.advanceClock(3 * DAY);
    const moments = applied.map((one) => one.at.getTime() - START);
    expect(moments).toEqual([5 * HOUR, DAY + HOUR, 2 * DAY + HOUR]);

    const often = await waiting();
    const steps = Array.from({ length: 72 }, () => often.admin.advanceClock(HOUR).applied).flat();
    expect(steps).toEqual(applied);
  });

  test('nothing is due before its moment, and nothing twice', async () => {
    const { admin, consumed, early, late } = await waiting();
    expect(admin.advanceClock(5 * HOUR - 1).applied).toEqual([]);
    expect(admin.advanceClock(1).applied.map((one) => one.what)).toEqual([
      'deregistered AMI web swept, 1 associations removed',
    ]);
    expect([await consumed(early), await consumed(late)]).toEqual([48, 48]);
    expect(admin.advanceClock(DAY).applied.map((one) => one.what)).toEqual([expect.stringContaining('tied-1')]);
    expect([await consumed(early), await consumed(late)]).toEqual([0, 48]);
    expect(admin.advanceClock(365 * DAY).applied).toHaveLength(1);
    expect(admin.advanceClock(365 * DAY).applied).toEqual([]);
  });
});

test('a call finds the sandbox as it is now, whether or not anybody advanced the clock', async () => {
  const { tick, consumed, early } = await waiting();
  tick(2 * DAY);
  expect(await consumed(early)).toBe(0);
});
