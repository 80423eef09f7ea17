import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { atWork, FILLED } from '../at-work.ts';

const sandbox = atWork();
const M5 = 'host allocate --family m5 --zone us-east-1a';

describe('lm host allocate', () => {
  test('switches auto-placement on, and says so', async () => {
    const { stderr } = await sandbox.lm(`${M5} --count 3`);
    expect(stderr).toBe(
      'allocated 3 m5 hosts in us-east-1a\nauto-placement on: launches that name no host may use them\n',
    );
    const on = { AutoPlacement: 'on', HostProperties: { InstanceFamily: 'm5' } };
    expect(await sandbox.json('host list')).toMatchObject({ Hosts: [on, on, on] });
  });

  test('--no-auto-placement leaves it off', async () => {
    expect((await sandbox.lm(`${M5} --no-auto-placement`)).stderr).toContain('auto-placement off');
    expect(await sandbox.json('host list')).toMatchObject({ Hosts: [{ AutoPlacement: 'off' }] });
  });

  test('name, tags and recovery', async () => {
    await sandbox.done(`${M5} --name db --tag env=prod --recovery`);
    expect(await sandbox.json('host show db')).toMatchObject({
      HostRecovery: 'on',
      Tags: expect.arrayContaining([
        { Key: 'env', Value: 'prod' },
        { Key: 'Name', Value: 'db' },
      ]),
    });
  });

  test.each([
    ['host allocate --zone us-east-1a', 2, 'needs --family (several of its types on one host) or --type'],
    ['host allocate --family m5', 2, 'needs --zone'],
    [`${M5} --count 0`, 2, '--count must be a whole number of 1 or more'],
    [`${M5} --type m5.large`, 3, 'both m5 and m5.large were given'],
    ['host allocate --family m55 --zone us-east-1a', 5, 'did you mean m5'],
    ['host allocate --type m5.8xlarg --zone us-east-1a', 5, 'did you mean m5.8xlarge'],
    ['host allocate --family t2 --zone us-east-1a', 3, 't2 cannot run on Dedicated Hosts'],
    ['host allocate --family m4 --zone us-east-1a', 3, 'takes one instance type only'],
    ['host allocate --family m5 --zone us-east-9a', 3, 'not an Availability Zone of us-east-1'],
  ])('%s is refused', async (line, exit, words) => {
    const outcome = await sandbox.lm(line);
    expect(outcome.exit).toBe(exit);
    expect(outcome.stderr).toContain(words);
    expect(await sandbox.ids('host list')).toEqual([]);
  });
});

describe('lm host list and show', () => {
  test('how full each is, and what is charged for it once', async () => {
    await sandbox.done(...FILLED);
    const csv = await sandbox.done('host list -o csv');
    expect(csv.replaceAll(/h-\w+/g, 'h')).toBe(
      [
        'hostId,takes,zone,state,cores,machines,chargedTo,autoPlacement',
        'h,m5,us-east-1a,available,48/48,3,48 cores to win-dc,on',
        'h,m5,us-east-1a,available,48/48,3,48 cores to win-dc,on',
        'h,m5,us-east-1a,available,0/48,0,,on',
        '',
      ].join('\n'),
    );
    expect(await sandbox.ids('host list --config win-dc')).toHaveLength(2);
    expect(await sandbox.ids('host list --zone us-east-1b')).toEqual([]);
  });

  test('a host shows each machine with its piece of the cores, and what still fits', async () => {
    await sandbox.done(`${M5} --name one`);
    await sandbox.done('instance run --ami amazon-linux-2023 --type m5.8xlarge --host one --count 2 --name web');
    const shown = await sandbox.done('host show one');
    expect(shown).toMatch(/^cores +32 of 48 used, 16 free$/m);
    expect(shown).toMatch(/^still fits +1 m5.8xlarge or 2 m5.4xlarge or/m);
    expect(shown).toMatch(/^ {2}i-\w+ +web +m5.8xlarge +16 {2}\|#{16} {32}\|$/m);
    expect(shown).toMatch(/^ {2}i-\w+ +web +m5.8xlarge +16 {2}\| {16}#{16} {16}\|$/m);
    expect(shown).toMatch(/^ {2}free .* 16 {2}\| {32}\.{16}\|$/m);
  });

  test('a name that nobody has suggests the nearest', async () => {
    await sandbox.done(`${M5} --name db`);
    const { exit, stderr } = await sandbox.lm('host show dbx');
    expect(exit).toBe(5);
    expect(stderr).toContain('did you mean db?');
  });
});

describe('lm host modify', () => {
  test('changes auto-placement, for several at once', async () => {
    await sandbox.done(`${M5} --count 2 --name db`, 'host modify db* --no-auto-placement');
    expect(await sandbox.json('host list')).toMatchObject({
      Hosts: [{ AutoPlacement: 'off' }, { AutoPlacement: 'off' }],
    });
  });

  test('nothing to change is said', async () => {
    await sandbox.done(`${M5} --name db`);
    expect((await sandbox.lm('host modify db')).exit).toBe(2);
  });

  test('another family is refused by the host, with its reason and exit 6', async () => {
    await sandbox.done(`${M5} --name db`);
    const { exit, stderr } = await sandbox.lm('host modify db --family r5');
    expect(exit).toBe(6);
    expect(stderr).toMatch(/^! h-\w+ is a host of the family m5, not r5/);
    expect((await sandbox.lm('host modify db --type m5.large')).exit).toBe(0);
  });
});

describe('lm host release', () => {
  test('asks first, and shows what is on it', async () => {
    await sandbox.done(...FILLED);
    const [first = ''] = await sandbox.ids('host list');
    const { exit, stderr } = await sandbox.lm(`host release ${first}`);
    expect(exit).toBe(2);
    expect(stderr).toContain(`release ${first} (m5, us-east-1a): 3 machines on it, charged: 48 cores to win-dc`);
    expect(stderr).toContain('add --yes');
  });

  test('host-release-needs-empty: an occupied host stays (exit 6, with the reason), an empty one goes', async () => {
    await sandbox.done(...FILLED);
    const [first = '', , last = ''] = await sandbox.ids('host list');
    const outcome = await sandbox.lm(`host release ${first} ${last} --yes -o json`);
    expect(outcome.exit).toBe(6);
    expect(JSON.parse(outcome.stdout)).toMatchObject({
      Successful: [last],
      Unsuccessful: [{ ResourceId: first, Error: { Message: expect.stringContaining('3 machines still running') } }],
    });
    expect(outcome.stderr).toContain(`! ${first}: 3 machines still running`);
    expect(await sandbox.ids('host list')).toHaveLength(2);
    expect((await sandbox.lm(`host release ${first} --dry-run`)).exit).toBe(6);
  });

  test('a host that is released already is unchanged', async () => {
    await sandbox.done(`${M5} --name db`, 'host release db --yes');
    const again = await sandbox.lm('host release db --yes');
    expect(again.exit).toBe(0);
    expect(again.stderr).toContain('unchanged, released already: h-');
    expect(await sandbox.ids('host list')).toEqual([]);
    expect(await sandbox.ids('host list --all')).toHaveLength(1);
  });

  test('name-ambiguous: a whole name that two have, and a beginning that two have, are told apart', async () => {
    await sandbox.done(
      ...['west', 'west', 'east-1', 'east-2'].map(
        (name) => `host allocate --family m5 --zone us-east-1a --name ${name}`,
      ),
    );
    expect((await sandbox.lm('host show west')).stderr).toContain('"west" is the name of 2 Dedicated Hosts');
    expect((await sandbox.lm('host show east')).stderr).toContain('"east" begins the name of 2 Dedicated Hosts');
  });

  test('the name of a released host means the one that is held', async () => {
    await sandbox.done(`${M5} --name db`, 'host release db --yes', `${M5} --name db`);
    expect(await sandbox.json('host show db')).toMatchObject({ State: 'available' });
  });
});

test.each([M5, 'host modify db --no-auto-placement', 'host release db'])(
  'lm %s --dry-run changes nothing',
  async (line) => {
    await sandbox.done(`${M5} --name db`);
    const before = await sandbox.json('host list --all');
    const { exit, stderr } = await sandbox.lm(`${line} --dry-run`);
    expect(exit).toBe(0);
    expect(stderr).toMatch(/^would /m);
    expect(await sandbox.json('host list --all')).toEqual(before);
  },
);

describe('licences that affinity ties to a host', () => {
  const TIED = [
    'config create win --type core --affinity 30',
    'host allocate --family m5 --zone us-east-1a --name big',
    'instance run --ami amazon-linux-2023 --type m5.large --tenancy host --config win --name a',
  ];

  test('rule-affinity-clock-start: while a machine runs they are in use, and tied until the days are over', async () => {
    await sandbox.done(...TIED);
    expect(await sandbox.done('host show big')).toMatch(/win +48 +in use +20\d\d-\d\d-\d\d /);
    expect(await sandbox.done('config usage win')).toMatch(/tied until +free at *\n.*EC2_HOST.* 48 .*UTC/);
  });

  test('rule-affinity-release-24h: held when it has left, and free within a day after their end', async () => {
    await sandbox.done(...TIED, 'instance terminate a --yes');
    expect(await sandbox.done('host show big')).toMatch(/win +48 +held +20.*UTC +20.*UTC/);
    const { ties } = Object(await sandbox.json('config usage win'));
    expect(ties).toMatchObject([{ units: 48, running: 0 }]);
    const [{ tiedUntil: until, freeAt: free }] = ties;
    const late = Date.parse(free) - Date.parse(until);
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThanOrEqual(86_400_000);
    await sandbox.done('local clock advance 31d');
    expect(await sandbox.done('host show big')).not.toContain('affinity');
    expect(await sandbox.json('config usage win')).not.toHaveProperty('ties');
  });
});

describe('lm host fail', () => {
  const FLEET = [
    'config create win --type core --count 96 --hard',
    'host allocate --family m5 --zone us-east-1a --name big --recovery --tag team=db',
    'instance run --ami amazon-linux-2023 --type m5.large --host big --config win --name a',
  ];

  test('host-recovery-states: tells what comes of it, and the clock brings it about', async () => {
    await sandbox.done(...FLEET);
    const failed = await sandbox.done('host fail big');
    expect(failed).toMatch(/^state +under-assessment$/m);
    expect(failed).toMatch(/^then +its machines go on on a replacement, five minutes later$/m);
    expect(await sandbox.done('local clock advance 5m')).toMatch(/host h-\w+ is recovered onto h-\w+/);
    const [, replacement = ''] = await sandbox.ids('host list');
    expect(await sandbox.done(`host show ${replacement}`)).toMatch(/^state +pending$/m);
    expect(await sandbox.done('local clock advance 5m')).toMatch(/host h-\w+ is available in place of h-\w+/);
    const shown = await sandbox.done('host show big');
    expect(shown).toMatch(/^state +available$/m);
    expect(shown).toMatch(/^tags +.*team=db/m);
  });

  test('host-recovery-hard-limit: foretold, then refused, listed as a failure and told in the file of alerts', async () => {
    await sandbox.done(...FLEET, 'config update win --count 48');
    const { stderr, stdout } = await sandbox.lm('host fail big');
    expect(stdout).toContain('licences do not suffice for a replacement');
    expect(stderr).toMatch(
      /host-recovery-hard-limit: h-\w+ cannot be recovered: win: requested 48, used 48, limit 48, short 48/,
    );
    expect(await sandbox.done('local clock advance 5m')).toMatch(/failed for good: recovery refused/);
    expect(await sandbox.done('host show big')).toMatch(/^state +permanent-failure$/m);
    expect(await sandbox.done('config failures win')).toContain('HostRecovery');
    const file = String(Reflect.get(Object(await sandbox.json('local status')), 'file'));
    const alerts = readFileSync(file.replace(/db$/, 'alerts.jsonl'), 'utf8');
    expect(alerts).toContain('"subject":"host-recovery-hard-limit"');
  });

  test('a dry run foretells and lets nothing fail', async () => {
    await sandbox.done('host allocate --family m5 --zone us-east-1a --name plain');
    const { stdout, stderr } = await sandbox.lm('host fail plain --dry-run');
    expect(stdout).toContain('host recovery is off');
    expect(stderr).toContain('would fail host');
    expect(await sandbox.done('host show plain')).toMatch(/^state +available$/m);
  });

  test('host-fail-state: a host fails once; on AWS it does so by itself', async () => {
    await sandbox.done('host allocate --family m5 --zone us-east-1a --name plain', 'host fail plain');
    const again = await sandbox.lm('host fail plain');
    expect([again.exit, again.stderr]).toEqual([3, expect.stringContaining('host-fail-state')]);
    const { exit, stderr } = await sandbox.lm('--backend aws --region us-east-1 host fail plain');
    expect([exit, stderr]).toEqual([2, expect.stringContaining('embedded engine')]);
  });
});
