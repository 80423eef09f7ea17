import { describe, expect, it } from 'vitest';
import { atWork, FILLED, MAIN_JOB } from '../at-work.ts';

const sandbox = atWork();

/** Two machines of 4 vCPUs under a soft limit of 8. */
const VCPUS = [
  'config create app --type vcpu --count 8 --soft',
  'ami register app',
  'ami attach app --config app',
  'instance run --ami app --type m5.xlarge --name first',
  'instance run --ami app --type m5.xlarge --name second',
] as const;

describe('another limit', () => {
  it('that leaves room is allowed', async () => {
    await sandbox.done(...VCPUS);
    expect(await sandbox.json('check config app --count 12 --hard')).toMatchObject({
      verdict: 'allowed',
      consumed: 8,
      before: { limit: 8, enforced: false },
      after: { limit: 12, enforced: true, remaining: 4 },
      beyond: [],
      next: [{ instanceType: 'm5.xlarge', running: 2, before: 'warn', after: 'allowed' }],
    });
  });

  it('that is exactly used up blocks the next launch if it is hard, and alerts if it is soft', async () => {
    await sandbox.done(...VCPUS);
    const hard = await sandbox.lm('check config app --count 8 --hard');
    expect(hard.exit).toBe(3);
    expect(hard.stdout).toContain('8 of 8 vCPUs used, 0 left: blocks the next launch');
    const soft = await sandbox.lm('check config app --count 8');
    expect([soft.exit, (await sandbox.lm('check config app --count 8 --fail-on warn')).exit]).toEqual([0, 3]);
    expect(soft.stdout).toContain('8 of 8 vCPUs used, 0 left: alerts');
  });

  it('below what is used names what stands beyond it, the newest last', async () => {
    await sandbox.done(...VCPUS);
    const [, second] = (await sandbox.ids('instance list')).toSorted();
    const { stdout } = await sandbox.lm('check config app --count 7');
    expect(stdout).toContain('8 of 7 vCPUs used, over by 1: alerts');
    const [, beyond = ''] = stdout.split('beyond the limit, the newest last\n');
    expect(beyond.split('\n\n')[0]).toContain(second);
    expect(beyond.split('\n').filter((line) => line.trim().startsWith('i-'))).toHaveLength(1);
  });

  it('still lets machines onto hosts that are charged already', async () => {
    await sandbox.done(...MAIN_JOB, 'instance run --ami win2022-byol --type m5.8xlarge --tenancy host');
    const { exit, stdout } = await sandbox.lm('check config win-dc --count 40');
    expect(exit).toBe(0);
    expect(stdout).toContain('48 of 40 cores used, over by 8: alerts');
    expect(stdout).toContain('m5.8xlarge from win2022-byol on Dedicated Hosts');
  });

  it('of a configuration that nothing uses is judged by itself', async () => {
    await sandbox.done(...MAIN_JOB);
    expect((await sandbox.lm('check config win-dc --count 1')).exit).toBe(0);
    expect((await sandbox.lm('check config win-dc --count 0')).exit).toBe(3);
  });

  it('changes nothing', async () => {
    await sandbox.done(...FILLED);
    const before = await sandbox.json('config show win-dc');
    await sandbox.lm('check config win-dc --count 1');
    expect(await sandbox.json('config show win-dc')).toEqual(before);
  });
});

it('exits 5 for a configuration that is not there, and 2 without a number', async () => {
  expect((await sandbox.lm('check config gone --count 1')).exit).toBe(5);
  expect((await sandbox.lm('check config win-dc')).stderr).toContain('--count');
});
