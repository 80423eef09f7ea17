import { describe, expect, test } from 'vitest';
import { lm } from '../../cli/harness.ts';
import { atWork } from '../at-work.ts';

const sandbox = atWork();

const GROUP = ['hrg create prod', 'host allocate --family m5 --zone us-east-1a --name spare'] as const;

/** Runs a line, its stderr as one line, while nobody presses Ctrl-C; in tests time passes with every pause. */
async function waiting(line: string): Promise<{ exit: number; stdout: string; stderr: string }> {
  const never = new Promise<void>(() => undefined);
  const { stderr, ...rest } = await lm(sandbox.folder(), line, { stopped: () => never });
  return { ...rest, stderr: stderr.replaceAll(/\s+/g, ' ') };
}

const data = async (line: string): Promise<unknown> => JSON.parse((await waiting(`${line} -o json`)).stdout);

describe('--wait stays until what AWS does in the background is over', () => {
  test('lm hrg add-host: the host is a member', async () => {
    await sandbox.done(...GROUP);
    const { exit, stdout, stderr } = await waiting('hrg add-host prod spare --wait');
    expect([exit, stderr]).toEqual([0, 'added 1 host to prod ']);
    expect(stdout).toMatch(/^h-\w+ +member$/m);
  });

  test('lm hrg add-host: a host that is there already is not added again', async () => {
    await sandbox.done(...GROUP, 'hrg add-host prod spare');
    const joining = await sandbox.lm('hrg add-host prod spare');
    expect(joining.stderr).toMatch(/^unchanged: h-\w+ in prod already\n/);
  });

  test('lm hrg add-host: what programs read says so too', async () => {
    await sandbox.done(...GROUP);
    const member = [expect.stringContaining(':dedicated-host/h-')];
    expect(await data('hrg add-host prod spare --wait')).toMatchObject({ Succeeded: member, Pending: [], Failed: [] });
  });

  test('lm hrg update: the settings are in force', async () => {
    await sandbox.done(...GROUP);
    const update = await data('hrg update prod --auto-allocate --wait');
    expect(update).toMatchObject({ GroupConfiguration: { Status: 'UPDATE_COMPLETE' } });
    const { exit, stderr } = await waiting('hrg update prod --auto-release --wait');
    expect([exit, stderr]).toEqual([0, 'changed prod ']);
  });

  test('lm org account create: the account is there, and its id is the name of the result', async () => {
    await sandbox.done('org create');
    const line = 'org account create payroll --email payroll@example.com --wait';
    const { exit, stdout, stderr } = await waiting(`${line} -o name`);
    expect([exit, stdout]).toEqual([0, expect.stringMatching(/^\d{12}\n$/)]);
    expect(stderr).toBe(`made account payroll, which is ${stdout.trim()} `);
  });

  test('lm instance stop and start: what each machine is now', async () => {
    await sandbox.done('instance run --ami amazon-linux-2023 --type m5.large --name web');
    expect(Object.values(Object(await data('instance stop web --wait')).states)).toEqual(['stopped']);
    expect((await waiting('instance start web --wait')).stdout).toMatch(/^i-\w+ +stopped +running$/m);
  });

  test('lm host allocate: a sandbox has the hosts ready', async () => {
    const { exit, stderr } = await waiting('host allocate --family m5 --zone us-east-1a --wait');
    expect([exit, stderr]).toEqual([0, expect.not.stringContaining('hint')]);
  });

  test('not where there is nothing to wait for', async () => {
    await sandbox.done(...GROUP, 'hrg add-host prod spare', 'local clock advance 2m');
    const { stderr } = await waiting('hrg update prod --description same --wait');
    expect(stderr).toBe('changed prod ');
  });
});

const LINES = [
  ['hrg add-host prod spare', 'they join', 'lm hrg show prod'],
  ['hrg update prod --auto-allocate', 'the new settings are applied', 'lm hrg show prod'],
  ['org account create payroll --email p@example.com', 'it is made', 'lm org account status car-'],
] as const;

describe.each(LINES)('lm %s', (line, work, look) => {
  test('exits 7 when the time is up, and says how to look', async () => {
    await sandbox.done(...GROUP, 'org create');
    const { exit, stderr } = await waiting(`${line} --wait --timeout 10s`);
    expect([exit, stderr]).toEqual([7, expect.stringContaining(`hint: ${work} all the same: ${look}`)]);
  });

  test('exits 130 on Ctrl-C, and it goes on', async () => {
    await sandbox.done(...GROUP, 'org create');
    const { exit, stderr } = await sandbox.lm(`${line} --wait`);
    expect([exit, stderr.replaceAll(/\s+/g, ' ')]).toEqual([130, expect.stringContaining(`${work} all the same`)]);
  });

  test('without --wait says that there is one; in a dry run neither waits nor says so', async () => {
    await sandbox.done(...GROUP, 'org create');
    const tried = await waiting(`${line} --wait --dry-run`);
    expect([tried.exit, tried.stderr]).toEqual([0, expect.not.stringContaining('hint')]);
    const { exit, stderr } = await waiting(line);
    expect([exit, stderr]).toEqual([0, expect.stringContaining(`hint: ${work} in the background: ${look}`)]);
  });
});
