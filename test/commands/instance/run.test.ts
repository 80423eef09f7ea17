import { describe, expect, test } from 'vitest';
import { stubBackend } from '../../cli/backend-stub.ts';
import { lm } from '../../cli/harness.ts';
import { atWork, FILLED, MAIN_JOB } from '../at-work.ts';

const sandbox = atWork();
const RUN = 'instance run --ami win2022-byol --tenancy host';

describe('the main job', () => {
  test('six machines fill two hosts, each charged once, and the licences', async () => {
    await sandbox.done(...MAIN_JOB);
    const { exit, stdout, stderr } = await sandbox.lm(`${RUN} --type m5.8xlarge --count 6`);
    expect(exit).toBe(0);
    expect(stdout.match(/^i-\w+ +m5.8xlarge +pending .*win2022-byol +win-dc$/gm)).toHaveLength(6);
    const words = stderr.replaceAll(/h-\w+/g, 'h');
    expect(words).toBe(
      [
        'launched 6 × m5.8xlarge from win2022-byol on Dedicated Hosts',
        'h takes 3: 48/48 cores used, charged once: 48 cores to win-dc',
        'h takes 3: 48/48 cores used, charged once: 48 cores to win-dc',
        'win-dc: 96/96 cores used, hard limit, 0 left',
        '',
      ].join('\n'),
    );
  });

  test('a refusal names every reason, in order, and launches nothing', async () => {
    await sandbox.done(...FILLED);
    const { exit, stdout, stderr } = await sandbox.lm(`${RUN} --type m5.2xlarge`);
    expect({ exit, stdout }).toEqual({ exit: 3, stdout: '' });
    expect(stderr).toMatch(/✗ {2}rule-minimum-cores-check {3}[\s\S]*✗ {2}launch-hard-block {3}/);
    expect(await sandbox.ids('instance list')).toHaveLength(6);
  });

  test('over a soft limit it launches, raises the alert and says by how much it is over', async () => {
    await sandbox.done(...FILLED, 'config update win-dc --soft --yes');
    const { exit, stderr } = await sandbox.lm(`${RUN} --type m5.8xlarge`);
    expect(exit).toBe(0);
    expect(stderr).toMatch(/^! launch-soft-alert: win-dc: requested 48, used 96, limit 96, over by 48$/m);
    expect(stderr).toContain('win-dc: 144/96 cores used, soft limit, over by 48');
  });

  test('a rehearsal says what would be launched, without ids, and is refused as the launch would be', async () => {
    await sandbox.done(...MAIN_JOB);
    const { exit, stdout, stderr } = await sandbox.lm(`${RUN} --type m5.8xlarge --count 6 --dry-run`);
    expect(exit).toBe(0);
    expect(stdout.match(/^\(known after apply\) +m5.8xlarge/gm)).toHaveLength(6);
    expect(stderr).toContain('would launch 6 × m5.8xlarge');
    expect(await sandbox.ids('instance list')).toEqual([]);
    expect((await sandbox.lm(`${RUN} --type m5.8xlarge --count 7 --dry-run`)).exit).toBe(3);
  });

  test('as data: the answer of RunInstances, and how full everything is after it', async () => {
    await sandbox.done(...MAIN_JOB);
    const answer = await sandbox.json(`${RUN} --type m5.8xlarge --name web --tag env=test`);
    expect(answer).toMatchObject({
      formatVersion: 1,
      ReservationId: expect.stringMatching(/^r-/),
      Instances: [{ InstanceType: 'm5.8xlarge', State: { Name: 'pending' } }],
      configurations: [{ name: 'win-dc', consumed: 48, limit: 96, remaining: 48, enforced: true }],
      hosts: [{ takes: 1, used: 16, total: 48, unit: 'cores' }],
      alerts: [],
    });
    expect(await sandbox.json('instance show web')).toMatchObject({
      Tags: expect.arrayContaining([
        { Key: 'env', Value: 'test' },
        { Key: 'Name', Value: 'web' },
      ]),
    });
  });
});

describe('what is asked for', () => {
  test('--count 1:9 launches as many as the licences allow', async () => {
    await sandbox.done(...MAIN_JOB);
    const { stderr } = await sandbox.lm(`${RUN} --type m5.8xlarge --count 1:9`);
    expect(stderr).toContain('launched 6 × m5.8xlarge from win2022-byol on Dedicated Hosts (asked for 1 to 9)');
  });

  test('machines that nothing counts are said to be so', async () => {
    const { stderr } = await sandbox.lm('instance run --ami amazon-linux-2023 --type m5.large');
    expect(stderr).toBe(
      'launched 1 × m5.large from amazon-linux-2023 on shared tenancy\nno license configuration counts them\n',
    );
  });

  test('--config counts them, beside what the AMI falls under', async () => {
    await sandbox.done('config create seats --type instance --count 5');
    const { stderr } = await sandbox.lm(
      'instance run --ami amazon-linux-2023 --type m5.large --config seats --count 2',
    );
    expect(stderr).toContain('seats: 2/5 instances used, soft limit, 3 left');
  });

  test('a whole request comes by --input; options are stronger', async () => {
    await sandbox.done('ami register web');
    const stdin = JSON.stringify({ InstanceType: 'm5.large', MinCount: 2, MaxCount: 2 });
    const { exit } = await lm(sandbox.folder(), 'instance run --ami web --type m5.xlarge --input -', { stdin });
    expect(exit).toBe(0);
    expect(await sandbox.ids('instance list --type m5.xlarge')).toHaveLength(2);
  });

  test('exactly one RunInstances is sent', async () => {
    const { opened, log } = stubBackend(async () => ({ Images: [{ ImageId: 'ami-1', Name: 'web' }] }));
    const { exit } = await lm(
      sandbox.folder(),
      'instance run --type m5.large --ami web --count 3',
      {},
      { open: async () => opened },
    );
    expect(exit).toBe(0);
    expect(log.filter((call) => call === 'ec2:RunInstances')).toHaveLength(1);
  });

  test.each([
    ['instance run', 2, 'needs --ami (which AMI) and --type (which instance type)'],
    ['instance run --ami win2022-byol', 2, 'needs --type (which instance type)'],
    [`${RUN} --type m5.8xlarge --count 5:1`, 2, 'the first not above the second'],
    ['instance run --ami win2022-byol --type m5.8xlarge --tenancy hots', 2, 'must be shared, dedicated or host'],
    [`${RUN} --type m5.8xlarg`, 5, 'did you mean m5.8xlarge'],
    ['instance run --ami win2021-byol --type m5.8xlarge', 5, 'did you mean win2022-byol?'],
    [`${RUN} --type m5.8xlarge --config win-dx`, 5, 'did you mean win-dc?'],
    [`${RUN} --type r5.8xlarge`, 3, 'lm host allocate --family r5'],
    ['instance run --ami windows-2022 --type m5.large --cores 7', 3, 'does not offer 7 cores'],
  ])('%s: exit %i', async (line, exit, words) => {
    await sandbox.done(...MAIN_JOB);
    const outcome = await sandbox.lm(line);
    expect(outcome.exit).toBe(exit);
    expect(outcome.stderr).toContain(words);
    expect(await sandbox.ids('instance list')).toEqual([]);
  });

  test('too little capacity names each host and its free cores', async () => {
    await sandbox.done('host allocate --family m5 --zone us-east-1a --name one');
    await sandbox.done('instance run --ami amazon-linux-2023 --type m5.12xlarge --host one');
    const { exit, stderr } = await sandbox.lm('instance run --ami amazon-linux-2023 --type m5.16xlarge --tenancy host');
    expect(exit).toBe(3);
    expect(stderr.replaceAll(/\s+/g, ' ')).toMatch(/\(h-\w+ has 24 cores free\)/);
  });
});
