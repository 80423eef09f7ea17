import { describe, expect, test } from 'vitest';
import { atWork, MAIN_JOB } from '../at-work.ts';

const sandbox = atWork();
const LINUX = 'instance run --ami amazon-linux-2023 --type m5.large';

describe('lm instance list and show', () => {
  test('state, type, AMI, configuration, host and tag narrow the list; terminated ones are left out', async () => {
    await sandbox.done(
      'config create seats --type instance',
      `${LINUX} --name a --tag env=test`,
      `${LINUX} --name b --config seats`,
      'instance run --ami windows-2022 --type m5.xlarge --name c',
      `${LINUX} --name d`,
      'instance stop a',
      'instance terminate d --yes',
    );
    const found = async (filter: string) => (await sandbox.ids(`instance list ${filter}`)).length;
    expect(await found('')).toBe(3);
    expect(await found('--state all')).toBe(4);
    expect(await found('--state terminated')).toBe(1);
    expect(await found('--state running,stopped')).toBe(3);
    expect(await found('--state stopped')).toBe(1);
    expect(await found('--type m5.xlarge')).toBe(1);
    expect(await found('--ami windows-2022')).toBe(1);
    expect(await found('--config seats')).toBe(1);
    expect(await found('--tag env=test')).toBe(1);
    expect(await sandbox.done('instance list --type m5.24xlarge')).toBe(
      'no instances like that: lm instance list shows all\n',
    );
  });

  test('JSON is the answer of DescribeInstances', async () => {
    await sandbox.done(`${LINUX} --count 2`);
    expect(await sandbox.json('instance list')).toMatchObject({
      Reservations: [{ Instances: [{ InstanceType: 'm5.large' }, { InstanceType: 'm5.large' }] }],
    });
  });

  test('an instance shows its cores, its billing and what it is counted in', async () => {
    await sandbox.done(...MAIN_JOB, 'instance run --ami win2022-byol --type m5.4xlarge --tenancy host --name web');
    const shown = await sandbox.done('instance show web');
    expect(shown).toMatch(/^cores +8 cores, 2 threads each: 16 vCPUs$/m);
    expect(shown).toMatch(/^billing +Windows BYOL$/m);
    expect(shown).toMatch(/^host +h-\w+$/m);
    expect(shown).toMatch(/^ {2}win-dc +Core +48\/96$/m);
  });
});

describe('which instances are meant', () => {
  test('a name, an id, its beginning, name* and tag:key=value; several at once, each once', async () => {
    await sandbox.done(
      `${LINUX} --name web-1 --tag env=test`,
      `${LINUX} --name web-2 --tag env=test`,
      `${LINUX} --name db`,
    );
    const [first = ''] = await sandbox.ids('instance list');
    const stopped = async (words: string) => {
      const { stdout } = await sandbox.lm(`instance stop ${words} --dry-run -o name`);
      return stdout.split('\n').filter((id) => id !== '').length;
    };
    expect(await stopped('web-1')).toBe(1);
    expect(await stopped(first)).toBe(1);
    expect(await stopped('web-1 db')).toBe(2);
    expect(await stopped(`web-1 ${first}`)).toBe(1);
    expect(await stopped('web-*')).toBe(2);
    expect(await stopped('tag:env=test db')).toBe(3);
    expect((await sandbox.lm('instance stop tag:env=prod')).exit).toBe(5);
    expect((await sandbox.lm('instance stop app-*')).exit).toBe(5);
    expect((await sandbox.lm('instance stop web-')).exit).toBe(5);
  });

  test('the name of a terminated machine means the one that lives', async () => {
    await sandbox.done(`${LINUX} --name web`, 'instance terminate web --yes', `${LINUX} --name web`);
    expect(await sandbox.json('instance show web')).toMatchObject({ State: { Name: 'running' } });
  });
});

describe('stop and start', () => {
  test('stopping gives licences back and starting takes them again; doing it twice changes nothing', async () => {
    await sandbox.done(
      'config create vcpus --type vcpu --count 4 --hard',
      `${LINUX} --config vcpus --count 2 --name web`,
    );
    const stop = await sandbox.lm('instance stop web*');
    expect(stop.stdout.match(/^i-\w+ +running +stopping$/gm)).toHaveLength(2);
    expect(stop.stderr).toContain('vcpus: 0/4 vCPUs used, hard limit, 4 left');
    const again = await sandbox.lm('instance stop web*');
    expect(again.stderr).toMatch(/^unchanged, stopped already: web \(i-\w+\) and web \(i-\w+\)$/m);
    expect((await sandbox.lm('instance start web*')).stderr).toContain('vcpus: 4/4 vCPUs used, hard limit, 0 left');
  });

  test('a start that the licences refuse is refused with the numbers (exit 3)', async () => {
    await sandbox.done(
      'config create vcpus --type vcpu --count 4 --hard',
      `${LINUX} --config vcpus --count 2 --name old`,
      'instance stop old*',
      `${LINUX} --config vcpus --count 2 --name new`,
    );
    const { exit, stderr } = await sandbox.lm('instance start tag:Name=old');
    expect(exit).toBe(3);
    expect(stderr).toContain('vcpus: requested 2, used 4, limit 4, short 2');
    expect((await sandbox.lm('instance start tag:Name=old --dry-run')).exit).toBe(3);
    expect(await sandbox.ids('instance list --state stopped')).toHaveLength(2);
  });

  test('a reboot needs a running machine', async () => {
    await sandbox.done(`${LINUX} --name web`);
    expect((await sandbox.lm('instance reboot web')).stderr).toMatch(
      /^rebooted web \(i-\w+\); licences stay as they are$/m,
    );
    await sandbox.done('instance stop web');
    expect((await sandbox.lm('instance reboot web')).exit).toBe(6);
  });
});

describe('lm instance terminate', () => {
  test('shows what goes and asks first', async () => {
    await sandbox.done('config create seats --type instance --count 5', `${LINUX} --config seats --name web`);
    const asked = await sandbox.lm('instance terminate web');
    expect(asked.exit).toBe(2);
    expect(asked.stderr).toMatch(/^terminate web \(i-\w+\): m5.large, running, counted in seats$/m);
    const done = await sandbox.lm('instance terminate web --yes');
    expect(done.exit).toBe(0);
    expect(done.stderr).toContain('seats: 0/5 instances used');
    expect(await sandbox.ids('instance list')).toEqual([]);
  });

  test('a rehearsal asks nothing and leaves it running', async () => {
    await sandbox.done(`${LINUX} --name web`);
    const { exit, stderr } = await sandbox.lm('instance terminate web --dry-run');
    expect(exit).toBe(0);
    expect(stderr).toMatch(/^would terminate web/m);
    expect(await sandbox.ids('instance list --state running')).toHaveLength(1);
  });
});

describe('lm instance modify', () => {
  test('changes type and CPU options of stopped machines', async () => {
    await sandbox.done(`${LINUX} --name web`, 'instance stop web');
    const { exit, stderr } = await sandbox.lm('instance modify web --type m5.4xlarge --cores 4 --threads-per-core 1');
    expect(exit).toBe(0);
    expect(stderr).toMatch(/^changed web \(i-\w+\) to m5.4xlarge, 4 cores, 1 thread a core$/m);
    expect(await sandbox.json('instance show web')).toMatchObject({
      InstanceType: 'm5.4xlarge',
      CpuOptions: { CoreCount: 4, ThreadsPerCore: 1 },
    });
  });

  test('ec2-instance-state: a running machine is refused (exit 6), with the command that helps', async () => {
    await sandbox.done(`${LINUX} --name web`);
    const { exit, stderr } = await sandbox.lm('instance modify web --type m5.xlarge');
    expect(exit).toBe(6);
    expect(stderr).toContain('lm instance stop i-');
  });

  test('where the CPU options do not fit the new type, the type stays as well', async () => {
    await sandbox.done(`${LINUX} --name web`, 'instance stop web');
    expect((await sandbox.lm('instance modify web --type m5.4xlarge --cores 7')).exit).toBe(3);
    expect(await sandbox.json('instance show web')).toMatchObject({ InstanceType: 'm5.large' });
  });

  test('nothing to change is said', async () => {
    await sandbox.done(`${LINUX} --name web`);
    expect((await sandbox.lm('instance modify web')).exit).toBe(2);
  });
});
