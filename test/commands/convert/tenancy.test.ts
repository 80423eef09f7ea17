import { describe, expect, test } from 'vitest';
import { atWork, MAIN_JOB } from '../at-work.ts';

const sandbox = atWork();
const LINUX = 'instance run --ami amazon-linux-2023 --type m5.large';
const HOST = 'host allocate --family m5 --zone us-east-1a --name big';

const placement = async (name: string): Promise<unknown> =>
  Reflect.get(Object(await sandbox.json(`instance show ${name}`)), 'Placement');

describe('lm convert tenancy', () => {
  test('tenancy-targets: every spelling of a tenancy is taken', async () => {
    await sandbox.done(HOST, `${LINUX} --name a`, 'instance stop a');
    const to = async (word: string) => {
      await sandbox.done(`convert tenancy a --to ${word}`);
      return Reflect.get(Object(await placement('a')), 'Tenancy');
    };
    expect(await to('dedicated-instance')).toBe('dedicated');
    expect(await to('EC2-DedicatedHost')).toBe('host');
    expect(await to('EC2-Default')).toBe('default');
    expect(await to('Dedicated_Host')).toBe('host');
  });

  test('a machine that is there already is unchanged, and the others move', async () => {
    await sandbox.done(`${LINUX} --name a`, `${LINUX} --tenancy dedicated --name b`, 'instance stop a b');
    const both = await sandbox.lm('convert tenancy a b --to dedicated');
    expect([both.exit, both.stderr]).toEqual([
      0,
      expect.stringMatching(/^moved a \(i-\w+\)\nunchanged, placed so already: b \(i-\w+\)\nhint: .*start a\n$/),
    ]);
    const { stderr } = await sandbox.lm('convert tenancy a --to dedicated');
    expect(stderr).toMatch(/^unchanged, placed so already: a \(i-\w+\)\n$/);
  });

  test('tenancy-host-id-needs-host: a host that is named off Dedicated Hosts is the one reason', async () => {
    await sandbox.done(HOST, `${LINUX} --name a`, 'instance stop a');
    const { exit, stderr } = await sandbox.lm('convert tenancy a --to shared --host big');
    expect([exit, stderr]).toEqual([3, expect.stringContaining('tenancy-host-id-needs-host')]);
    expect(stderr).not.toContain('affinity');
  });

  test('a host by its name is the only one it starts on, unless affinity default is asked for', async () => {
    await sandbox.done(HOST, `${LINUX} --name a`, 'instance stop a', 'convert tenancy a --host big');
    expect(await placement('a')).toMatchObject({ Tenancy: 'host', Affinity: 'host' });
    await sandbox.done('convert tenancy a --affinity default');
    expect(await placement('a')).toMatchObject({ Tenancy: 'host', Affinity: 'default' });
  });

  test('goes on after a machine that is refused, says which and why, and exits as that refusal does', async () => {
    await sandbox.done(`${LINUX} --name a`, `${LINUX} --name b`, `${LINUX} --name c`, 'instance stop a c');
    const { exit, stdout, stderr } = await sandbox.lm('convert tenancy a b c --to dedicated');
    expect(exit).toBe(6);
    expect(stdout).toMatch(/ a +shared +dedicated instances\n.* b +shared +stays\n.* c +shared +dedicated instances\n/);
    expect(stderr).toMatch(
      /! b \(i-\w+\) stays: tenancy-stopped: i-\w+ is running, must be stopped; to fix: lm instance stop i-\w+/,
    );
    expect(stderr).toMatch(/moved a \(i-\w+\) and c \(i-\w+\)/);
    expect(await placement('c')).toMatchObject({ Tenancy: 'dedicated' });
  });

  test('in JSON: what each machine now is, which moved, and every reason of those that stayed', async () => {
    await sandbox.done(`${LINUX} --name a`, `${LINUX} --name b`, 'instance stop a b', 'instance start b');
    const { exit, stdout } = await sandbox.lm('convert tenancy a b --to dedicated -o json');
    expect(exit).toBe(6);
    expect(JSON.parse(stdout)).toMatchObject({
      formatVersion: 1,
      backend: 'local',
      Instances: [{ Placement: { Tenancy: 'dedicated' } }, { Placement: { Tenancy: 'default' } }],
      moved: [expect.any(String)],
      failed: [{ code: 'InvalidInstanceState', violations: [{ id: 'tenancy-stopped' }] }],
    });
  });

  test('one machine alone is refused as any command is', async () => {
    await sandbox.done(`${LINUX} --name a`, 'instance stop a');
    const { exit, stderr } = await sandbox.lm('convert tenancy a --to host');
    expect(exit).toBe(3);
    expect(stderr).toContain('no Dedicated Host in us-east-1a takes this type');
    expect(stderr).toContain('lm host allocate --family m5 --zone us-east-1a');
  });

  test('tenancy-license-rules-on-start: tells what the next start would be refused for', async () => {
    await sandbox.done(...MAIN_JOB, 'instance run --ami win2022-byol --type m5.4xlarge --tenancy host --name w');
    await sandbox.done('instance stop w');
    const { exit, stderr } = await sandbox.lm('convert tenancy w --to dedicated');
    expect(exit).toBe(0);
    expect(stderr).toContain('would be refused at its next start: rule-tenancy-core-socket (win-dc)');
    expect(stderr).toContain('lm instance start w --dry-run shows every reason');
    const refused = await sandbox.lm('convert tenancy w --to shared');
    expect(refused.exit).toBe(3);
    expect(refused.stderr).toContain('tenancy-matrix-windows-byol');
    expect(refused.stderr).toMatch(/lm convert tenancy i-\w+ --to dedicated/);
    const start = await sandbox.lm('instance start w --dry-run');
    expect(start.stderr).toMatch(/fix +lm convert tenancy i-\w+ --to host/);
  });

  test('a dry run changes nothing', async () => {
    await sandbox.done(`${LINUX} --name a`, 'instance stop a');
    const { stderr } = await sandbox.lm('convert tenancy a --to dedicated --dry-run');
    expect(stderr).toContain('would move a');
    expect(await placement('a')).toMatchObject({ Tenancy: 'default' });
  });

  test('what the line lacks is named', async () => {
    await sandbox.done(`${LINUX} --name a`, 'instance stop a');
    const nowhere = await sandbox.lm('convert tenancy a');
    expect([nowhere.exit, nowhere.stderr]).toEqual([2, expect.stringContaining('needs --to')]);
    const group = await sandbox.lm('convert tenancy a --to hrg');
    expect([group.exit, group.stderr]).toEqual([2, expect.stringContaining('--hrg')]);
    const none = await sandbox.lm('convert tenancy a --hrg sql-prod');
    expect([none.exit, none.stderr]).toEqual([5, expect.stringContaining('sql-prod')]);
    const both = await sandbox.lm('instance move a --to shared --affinity host');
    expect([both.exit, both.stderr]).toEqual([3, expect.stringContaining('ec2-affinity-needs-host')]);
  });
});
