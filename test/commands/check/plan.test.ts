import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, test } from 'vitest';
import { lm } from '../../cli/harness.ts';
import { atWork, FILLED, MAIN_JOB } from '../at-work.ts';
import { fixtureWith, put } from './files.ts';

const sandbox = atWork();

/** The plan of the help's example: two m5.8xlarge from win2022-byol on Dedicated Hosts, 16 cores each. */
const two = (replaced: Readonly<Record<string, string>> = {}) => fixtureWith('examples/plan.json', replaced);

/** The plan of fixtures/terraform/fleet.json, whose AMI the sandbox knows as `app`. */
const fleet = () => fixtureWith('terraform/fleet.json', { 'ami-0aaa0000000000001': 'app' });

it('says that a plan fits', async () => {
  await sandbox.done(...MAIN_JOB);
  put(sandbox.folder(), 'plan.json', two());
  expect(await sandbox.json('check plan plan.json')).toMatchObject({
    formatVersion: 1,
    backend: 'local',
    verdict: 'allowed',
    file: 'plan.json',
    requested: 2,
    fits: 2,
    firstBlocked: null,
    configurations: [{ name: 'win-dc', consumed: 0, needed: 48, limit: 96, remaining: 48 }],
    launches: [
      { address: 'aws_instance.win[0]', file: 'plan.json', line: 9, verdict: 'allowed' },
      { address: 'aws_instance.win[1]', verdict: 'allowed' },
    ],
  });
});

it('names the first that breaks, why, and what lets everything through', async () => {
  await sandbox.done(...FILLED);
  put(sandbox.folder(), 'plan.json', two());
  const { exit, stdout } = await sandbox.lm('check plan plan.json');
  expect(exit).toBe(3);
  expect(stdout).toMatch(
    /^verdict +BLOCKED {2}plan.json: 0 of 2 machines fit; the first to break is aws_instance.win\[0\]$/m,
  );
  expect(stdout).toContain('(launch-hard-block)');
  expect(stdout).toContain(
    'to let everything through: buy 48 licences for everything: lm config update win-dc --count 144',
  );
  expect(stdout).toContain('not checked: IAM permissions, EC2 quotas');
});

it('the way out that it names is enough', async () => {
  await sandbox.done(...FILLED, 'config update win-dc --count 144');
  put(sandbox.folder(), 'plan.json', two());
  expect((await sandbox.lm('check plan plan.json')).exit).toBe(0);
});

it('changes nothing', async () => {
  await sandbox.done(...MAIN_JOB);
  put(sandbox.folder(), 'plan.json', two());
  const before = await sandbox.json('config show win-dc');
  await sandbox.done('check plan plan.json');
  expect(await sandbox.json('config show win-dc')).toEqual(before);
});

it('reads standard input', async () => {
  await sandbox.done(...MAIN_JOB);
  const { exit, stdout } = await lm(sandbox.folder(), 'check plan -', { stdin: two() });
  expect([exit, stdout.split('\n')[0]]).toEqual([0, 'verdict     ALLOWED  standard input: 2 of 2 machines fit']);
});

it('judges what a plan makes together with what it launches', async () => {
  await sandbox.done('ami register app');
  const [id = ''] = await sandbox.ids('ami list --owner amazon');
  put(sandbox.folder(), 'fleet.json', fixtureWith('terraform/fleet.json', { 'ami-0aaa0000000000001': id }));
  expect((await sandbox.lm('check plan fleet.json -o name')).stdout).toBe('allowed\n');
  const lower = { 'ami-0aaa0000000000001': id, '"license_count": 40': '"license_count": 37' };
  put(sandbox.folder(), 'lower.json', fixtureWith('terraform/fleet.json', lower));
  const { exit, stdout } = await sandbox.lm('check plan lower.json');
  expect(exit).toBe(3);
  expect(stdout).toContain('8 of 9 machines fit; the first to break is module.web.aws_autoscaling_group.this');
  expect(stdout).toContain('buy 1 licence for everything, and write 38 into the file');
});

it('is unknown, never allowed, where a value is known only after apply', async () => {
  await sandbox.done(...MAIN_JOB);
  put(
    sandbox.folder(),
    'plan.json',
    two({ '"ami": "win2022-byol",\n': '', '"arn": true': '"ami": true, "arn": true' }),
  );
  const { exit, stdout } = await sandbox.lm('check plan plan.json');
  expect([exit, stdout.split('\n')[0]]).toEqual([
    3,
    'verdict     UNKNOWN  plan.json: 0 of 2 machines fit, 2 cannot be judged yet; it depends on what is not known yet',
  ]);
  expect(stdout).toContain('aws_instance.win[0]: AMI is known only after apply');
});

test.each([
  ['block', 3],
  ['warn', 3],
  ['never', 0],
])('a blocked plan with --fail-on %s exits %i', async (failOn, exit) => {
  await sandbox.done(...FILLED);
  put(sandbox.folder(), 'plan.json', two());
  expect((await sandbox.lm(`check plan plan.json --fail-on ${failOn}`)).exit).toBe(exit);
});

test.each([
  ['block', 0],
  ['warn', 3],
  ['never', 0],
])('a plan with an alert, with --fail-on %s, exits %i', async (failOn, exit) => {
  await sandbox.done(...FILLED, 'config update win-dc --soft --yes');
  put(sandbox.folder(), 'plan.json', two());
  expect((await sandbox.lm(`check plan plan.json --fail-on ${failOn}`)).exit).toBe(exit);
});

it('of a large fleet lists only what is not simply allowed; a program gets all', async () => {
  await sandbox.done(...MAIN_JOB);
  const plan = JSON.parse(two());
  const [change] = plan.resource_changes;
  plan.resource_changes = Array.from({ length: 25 }, (_, at) => ({ ...change, address: `aws_instance.win[${at}]` }));
  put(sandbox.folder(), 'plan.json', JSON.stringify(plan));
  const { stdout } = await sandbox.lm('check plan plan.json');
  expect(stdout).toContain('launches (6 more are allowed)');
  expect(stdout).not.toContain('aws_instance.win[5]');
  expect(stdout).toMatch(/aws_instance\.win\[6\] +blocked \(first\)/);
  const { stdout: json } = await sandbox.lm('check plan plan.json -o json');
  expect(JSON.parse(json).launches).toHaveLength(25);
});

it('says when nothing concerns licences', async () => {
  put(sandbox.folder(), 'plan.json', fixtureWith('terraform/nothing.json', {}));
  const { exit, stdout } = await sandbox.lm('check plan plan.json');
  expect([exit, stdout.split('\n')[0]]).toEqual([0, 'verdict     ALLOWED  plan.json: nothing in it concerns licences']);
});

test.each([
  ['check plan gone.json', 'gone.json: there is no such file'],
  ['check plan web.yaml', 'web.yaml: cannot be read as JSON'],
])('%s exits 2 and says why', async (line, why) => {
  put(sandbox.folder(), 'web.yaml', fixtureWith('examples/web.yaml', {}));
  const { exit, stderr } = await sandbox.lm(line);
  expect(exit).toBe(2);
  expect(stderr).toContain(why);
});

it('exits 5 for an AMI whose name the account does not have', async () => {
  put(sandbox.folder(), 'plan.json', fleet());
  const { exit, stderr } = await sandbox.lm('check plan plan.json');
  expect(exit).toBe(5);
  expect(stderr).toContain('app');
});

/** A plan of so many machines from an AMI that nobody has. */
const many = (count: number): string =>
  JSON.stringify({
    format_version: '1.2',
    resource_changes: Array.from({ length: count }, (_, index) => ({
      ...{ address: `aws_instance.a[${index}]`, mode: 'managed', type: 'aws_instance', name: 'a', index },
      change: { actions: ['create'], before: null, after: { ami: 'ami-1', instance_type: 't3.micro' } },
    })),
  });

it('lists the first of very many that are refused, and says where all of them are', async () => {
  put(sandbox.folder(), 'plan.json', many(150));
  const { stdout } = await sandbox.lm('check plan plan.json');
  expect(stdout).toContain('launches (the first 100 of 150; -o json has all)');
  expect(stdout).toContain('aws_instance.a[99]');
  expect(stdout).not.toContain('aws_instance.a[100]');
  expect(await sandbox.json('check plan plan.json --fail-on never')).toMatchObject({ launches: { length: 150 } });
});

it('reads a plan that PowerShell wrote', async () => {
  await sandbox.done(...MAIN_JOB);
  writeFileSync(join(sandbox.folder(), 'plan.json'), Buffer.from(`\uFEFF${two()}`, 'utf16le'));
  expect(await sandbox.json('check plan plan.json')).toMatchObject({ verdict: 'allowed', requested: 2 });
});
