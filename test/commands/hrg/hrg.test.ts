import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { atWork } from '../at-work.ts';

const sandbox = atWork();

const CORE = 'config create sql-ent --type core --count 192 --affinity 30';
/** Two m5 hosts in the group web, on the first of them two machines of 16 cores under sql-ent. */
const WEB = [
  CORE,
  'ami register sql --usage-operation linux --imported',
  'ami attach sql --config sql-ent',
  'host allocate --family m5 --zone us-east-1a --count 2',
  'instance run --ami sql --type m5.8xlarge --count 2 --tenancy host --name db',
  'hrg create web --family m5',
  'hrg add-host web h-*',
  'local clock advance 2m',
] as const;

const shown = (Name: string, ...Values: string[]) => ({ Name, Values });

describe('lm hrg create', () => {
  test('writes both configuration items, with the ARNs of the configurations that are named', async () => {
    await sandbox.done(CORE);
    const line =
      'hrg create sql-prod --license sql-ent --family r5,m5 --auto-allocate --auto-release --recover --tag team=dba';
    expect(await sandbox.json(line)).toEqual({
      backend: 'local',
      Group: { GroupArn: 'arn:aws:resource-groups:us-east-1:111122223333:group/sql-prod', Name: 'sql-prod' },
      GroupConfiguration: {
        Status: 'UPDATE_COMPLETE',
        Configuration: [
          {
            Type: 'AWS::EC2::HostManagement',
            Parameters: [
              shown('auto-allocate-host', 'true'),
              shown('auto-release-host', 'true'),
              shown('auto-host-recovery', 'true'),
              shown('allowed-host-families', 'r5', 'm5'),
              shown(
                'allowed-host-based-license-configurations',
                expect.stringContaining(':license-configuration:lic-'),
              ),
            ],
          },
          {
            Type: 'AWS::ResourceGroups::Generic',
            Parameters: [
              shown('allowed-resource-types', 'AWS::EC2::Host'),
              shown('deletion-protection', 'UNLESS_EMPTY'),
            ],
          },
        ],
      },
      Tags: { team: 'dba' },
      alerts: [],
    });
  });

  test('hrg-any-or-listed, hrg-optimise-guidance: without --license any may be used, and it says so', async () => {
    const { stderr } = await sandbox.lm('hrg create dev');
    expect(stderr).toContain('any license configuration that counts cores or sockets may be used in it');
    expect(stderr).toContain('it holds no host yet, and launches open none: lm hrg add-host dev HOST');
    await sandbox.done(CORE);
    const named = await sandbox.lm('hrg create sql --license sql-ent --auto-allocate');
    expect(named.stderr).toBe('made the host resource group sql\n');
  });

  test('what --input brings is sent as it is', async () => {
    const Parameters = [shown('any-host-based-license-configuration', 'true')];
    const items = [{ Type: 'AWS::EC2::HostManagement', Parameters }];
    const input = JSON.stringify({ Name: 'x', Configuration: items });
    await writeFile(join(sandbox.folder(), 'group.json'), input);
    const outcome = await sandbox.lm('hrg create --input group.json');
    expect(outcome.exit).toBe(3);
    expect(outcome.stderr).toContain('the configuration lacks the item AWS::ResourceGroups::Generic');
  });

  test('a dry run makes nothing', async () => {
    expect((await sandbox.lm('hrg create dev --dry-run')).stderr).toContain('would make the host resource group dev');
    expect(await sandbox.ids('hrg list')).toEqual([]);
  });

  test('--host-limit is a setting of a sandbox only', async () => {
    const { exit, stderr } = await sandbox.lm('hrg create x --host-limit 2 --backend aws --region us-east-1');
    expect({ exit, stderr }).toEqual({ exit: 2, stderr: expect.stringContaining('AWS has none') });
  });
});

describe('lm hrg show', () => {
  test('each host as a bar of its cores: which machine uses them, what is free, what affinity holds', async () => {
    await sandbox.done(...WEB);
    const text = (await sandbox.done('hrg show web')).replaceAll(/\b([hi])-[0-9a-f]+/g, '$1');
    expect(text).toContain('cores          32 of 96 used, 64 free');
    expect(text).toContain('cores: a letter is a machine, . free, ~ free with licences held');
    expect(text).toContain(`  h  |${'a'.repeat(16)}${'b'.repeat(16)}${'~'.repeat(16)}|\n`);
    expect(text).toContain(`  h  |${'.'.repeat(48)}|\n`);
    expect(text).toMatch(
      / {2}h {2}m5 {5}us-east-1a {2}available {2}32\/48 {2}48 cores to sql-ent {2}2026-12-21 03:00:00 UTC/,
    );
    expect(text).toMatch(/ {2}b {2}i {2}db {4}m5\.8xlarge {5}16 {2}h\n/);
  });

  test('as data: AWS names, the charges of each host, and what ties them', async () => {
    await sandbox.done(...WEB);
    const data = await sandbox.json('hrg show web');
    expect(data).toMatchObject({
      backend: 'local',
      Group: { Name: 'web' },
      GroupConfiguration: { Status: 'UPDATE_COMPLETE' },
      Resources: [{ Identifier: { ResourceType: 'AWS::EC2::Host' } }, {}],
      Hosts: [
        {
          pending: false,
          charges: [{ name: 'sql-ent', units: 48 }],
          ties: [{ units: 48, running: 2, tiedUntil: '2026-12-21T03:00:00.000Z' }],
        },
        { pending: false, charges: [], ties: [] },
      ],
    });
  });

  test('a host that is joining, and settings that are not in force yet', async () => {
    await sandbox.done(...WEB.slice(0, -1), 'hrg update web --auto-allocate');
    const text = await sandbox.done('hrg show web');
    expect(text).toContain('hosts          2, of which 2 joining');
    expect(text).toContain('settings       new ones are being applied');
    expect(text).toContain('joining');
  });

  test('hrg-remove-host-search: only the hosts of a type, a state or a zone', async () => {
    await sandbox.done(...WEB, 'host allocate --type m5.large --zone us-east-1b', 'hrg add-host web h-*');
    const shownBy = async (options: string) =>
      (await sandbox.done(`hrg show web ${options}`)).match(/\|[.~ab]+\|/g)?.length;
    expect(await shownBy('')).toBe(3);
    expect(await shownBy('--family m5')).toBe(3);
    expect(await shownBy('--type m5.large')).toBe(1);
    expect(await shownBy('--state joining')).toBe(1);
    expect(await shownBy('--state available')).toBe(2);
    expect(await shownBy('--zone us-east-1b')).toBe(1);
    expect(await shownBy('--zone us-east-1c')).toBeUndefined();
  });

  test('a host of many machines has a sign for each', async () => {
    await sandbox.done(
      'host allocate --family t3 --zone us-east-1a',
      'instance run --ami amazon-linux-2023 --type t3.nano --count 70 --tenancy host',
      'hrg create small',
      'hrg add-host small h-*',
    );
    const text = await sandbox.done('hrg show small');
    expect(text).toContain('70/192 slots');
    expect(text).toMatch(/\|[a-z]+[A-Z]*[0-9]*#*\.+\|/);
  });
});

describe('lm hrg update', () => {
  test('shows what changes; what is not mentioned stays; new settings rest on those asked for before', async () => {
    await sandbox.done(...WEB);
    await sandbox.done('hrg update web --auto-allocate --host-limit 4');
    const text = await sandbox.done('hrg update web --family m5 --family r5 --license sql-ent --description Web-tier');
    expect(text).toBe(
      [
        'setting      before                            after',
        'licences     any that counts cores or sockets  sql-ent',
        'families     m5                                m5, r5',
        'description  none                              Web-tier',
        '',
      ].join('\n'),
    );
    await sandbox.done('local clock advance 1m');
    expect(await sandbox.done('hrg list -o csv')).toBe(
      'name,hosts,licences,families,automatic,status,description\nweb,2/4,sql-ent,"m5, r5",allocate,UPDATE_COMPLETE,Web-tier\n',
    );
    await sandbox.done('hrg update web --any-license --any-family --unlimited', 'local clock advance 1m');
    expect(await sandbox.done('hrg list -o csv')).toContain('web,2,any,all,allocate,');
  });

  test.each([
    ['hrg update web', 2, 'nothing was given that is to change'],
    ['hrg update web --family m5 --any-family', 2, '--family and --any-family exclude each other'],
    ['hrg update web --license sql-ent --any-license', 2, '--license and --any-license exclude each other'],
    ['hrg update web --host-limit 1 --unlimited', 2, '--host-limit and --unlimited exclude each other'],
    ['hrg update web --family c5', 6, 'machines of m5 run in web'],
    ['hrg update web --host-limit 1', 6, 'web holds 2 hosts, more than the limit 1'],
    ['hrg update web --description a+b', 3, 'the description holds +'],
    ['hrg update wbe --auto-allocate', 5, 'did you mean web?'],
    ['hrg update web --family m5 --dry-run', 0, 'unchanged: web'],
  ])('%s: exit %i', async (line, exit, words) => {
    await sandbox.done(...WEB);
    const outcome = await sandbox.lm(line);
    expect(outcome.exit).toBe(exit);
    expect(outcome.stderr).toContain(words);
    expect(await sandbox.done('hrg list -o csv')).toContain('web,2,any,m5,nothing,UPDATE_COMPLETE');
  });
});

describe('lm hrg add-host, remove-host and delete', () => {
  test('those that fit join; the one that does not says why and makes the exit code', async () => {
    await sandbox.done('hrg create web --family m5', 'host allocate --family m5 --zone us-east-1a --name good');
    await sandbox.done('host allocate --family c5 --zone us-east-1a --name bad');
    const outcome = await sandbox.lm('hrg add-host web good bad');
    expect(outcome.exit).toBe(3);
    expect(outcome.stdout).toMatch(/^id {19}outcome\nh-\w+ {2}joining\nh-\w+ {2}not changed\n$/);
    expect(outcome.stderr).toContain('is a host of the family c5, and web allows m5');
    expect(outcome.stderr).toContain('(hrg-add-host-match)');
    expect(outcome.stderr).toContain('added 1 host to web');
  });

  test('a host of another group is a conflict, and one that is not in the group too', async () => {
    await sandbox.done('hrg create web', 'hrg create test', 'host allocate --family m5 --zone us-east-1a --name one');
    await sandbox.done('hrg add-host web one');
    expect((await sandbox.lm('hrg add-host test one')).exit).toBe(6);
    expect((await sandbox.lm('hrg remove-host test one')).exit).toBe(6);
    expect((await sandbox.lm('hrg remove-host web one')).exit).toBe(0);
    expect((await sandbox.lm('hrg add-host test one')).exit).toBe(0);
  });

  test('hrg-add-host-several: eleven at once are too many', async () => {
    await sandbox.done('hrg create web', 'host allocate --family m5 --zone us-east-1a --count 11');
    const outcome = await sandbox.lm('hrg add-host web h-*');
    expect({ exit: outcome.exit, stderr: outcome.stderr }).toEqual({
      exit: 3,
      stderr: expect.stringContaining('11 hosts in one call, at most 10'),
    });
  });

  test('a group that holds hosts is not deleted, and nobody is asked; an empty one wants a yes', async () => {
    await sandbox.done(...WEB);
    const full = await sandbox.lm('hrg delete web');
    expect({ exit: full.exit, stderr: full.stderr }).toEqual({
      exit: 6,
      stderr: expect.stringContaining('web holds 2 hosts'),
    });
    await sandbox.done('hrg remove-host web h-*');
    expect(await sandbox.lm('hrg delete web')).toMatchObject({ exit: 2, stderr: expect.stringContaining('--yes') });
    await sandbox.done('hrg delete web --yes');
    expect(await sandbox.ids('hrg list')).toEqual([]);
    expect(await sandbox.ids('instance list')).toHaveLength(2);
  });

  test('a group of another account is nobody else’s to see', async () => {
    await sandbox.done('hrg create web', 'local account add 444455556666 --name partner');
    const outcome = await sandbox.lm(
      'hrg show arn:aws:resource-groups:us-east-1:111122223333:group/web --account 444455556666',
    );
    expect({ exit: outcome.exit, stderr: outcome.stderr }).toEqual({
      exit: 5,
      stderr: expect.stringContaining('hrg-not-found'),
    });
  });
});
