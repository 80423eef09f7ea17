import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { atWork, FILLED } from '../at-work.ts';

const sandbox = atWork();
const GENERATOR = 'report create daily-win --every day --config win-dc';

describe('lm report create', () => {
  test('makes both reports on every configuration that there is, unless it is told', async () => {
    await sandbox.done(...FILLED, 'config create sql --type vcpu --count 8');
    const made = await sandbox.lm('report create all-month --every monthly -o json');
    expect(made.stderr).toContain('created: all-month: 2 configurations (win-dc and sql); later ones are not added\n');
    expect(JSON.parse(made.stdout)).toMatchObject({
      ReportGenerator: {
        ReportGeneratorName: 'all-month',
        ReportType: ['LicenseConfigurationSummaryReport', 'LicenseConfigurationUsageReport'],
        ReportContext: { licenseConfigurationArns: [expect.any(String), expect.any(String)] },
        ReportFrequency: { value: 1, period: 'MONTH' },
        LastRunStatus: 'scheduled',
        Tags: [],
      },
      alerts: [],
    });
    expect(await sandbox.json('report create every-one --every week --configs all')).toMatchObject({
      ReportGenerator: { ReportContext: { licenseConfigurationArns: [expect.any(String), expect.any(String)] } },
    });
    const one = 'report create one --every day --config win --type usage --description Board --tag team=db';
    expect(await sandbox.json(one)).toMatchObject({
      ReportGenerator: {
        ReportType: ['LicenseConfigurationUsageReport'],
        ReportContext: { licenseConfigurationArns: [expect.any(String)] },
        Description: 'Board',
        Tags: [{ Key: 'team', Value: 'db' }],
      },
    });
  });

  test('takes what AWS calls it from --input, and options before it', async () => {
    await sandbox.done(...FILLED);
    const input = JSON.stringify({ ReportGeneratorName: 'from-file', Type: ['LicenseConfigurationUsageReport'] });
    const file = join(sandbox.folder(), 'report.json');
    writeFileSync(file, input);
    expect(await sandbox.json(`report create --every day --input ${file}`)).toMatchObject({
      ReportGenerator: { ReportGeneratorName: 'from-file', ReportType: ['LicenseConfigurationUsageReport'] },
    });
  });

  test.each([
    ['report create', 2, 'NAME'],
    ['report create monthly', 2, '--every'],
    ['report create monthly --every year', 2, '--every must be day, week or month; you gave "year"'],
    ['report create monthly --every day --type pages', 2, '--type must be summary or usage'],
    ['report create monthly --every day', 5, 'no license configuration is named to report on, at least 1 is needed'],
    ['report create monthly --every day --config win', 5, 'there is no license configuration "win"'],
  ])('lm %s exits %i', async (line, exit, said) => {
    const outcome = await sandbox.lm(line);
    expect([outcome.exit, outcome.stderr]).toEqual([exit, expect.stringContaining(said)]);
  });

  test('a dry run shows the generator that there would be, and leaves none', async () => {
    await sandbox.done(...FILLED);
    const { stdout, stderr } = await sandbox.lm(`${GENERATOR} --dry-run`);
    expect(stdout).toContain('last run     scheduled');
    expect(stderr).toContain('would be created: daily-win\n');
    expect(await sandbox.json('report list')).toMatchObject({ ReportGenerators: [] });
  });
});

describe('lm report update and run', () => {
  test('keep what is not mentioned', async () => {
    await sandbox.done(...FILLED, `${GENERATOR} --type usage --description Board`, 'local clock advance 1h');
    await sandbox.done('report update daily-win --every week');
    expect(await sandbox.json('report show daily-win')).toMatchObject({
      ReportGenerator: {
        Description: 'Board',
        ReportType: ['LicenseConfigurationUsageReport'],
        ReportFrequency: { period: 'WEEK' },
        LastRunStatus: 'scheduled',
      },
    });
    await sandbox.done('local clock advance 1h', 'report run daily-win', 'local clock advance 1h');
    expect(await sandbox.ids('report files daily-win')).toHaveLength(3);
  });

  test('say a new name, and find both folders afterwards', async () => {
    await sandbox.done(...FILLED, `${GENERATOR} --type usage`, 'local clock advance 1h');
    const { stderr } = await sandbox.lm('report update daily-win --name nightly');
    expect(stderr).toContain('updated: daily-win, called nightly from now on\n');
    await sandbox.done('local clock advance 1h');
    expect(await sandbox.ids('report files daily-win')).toEqual([expect.stringMatching(/^Reports\/daily-win\//)]);
    expect(await sandbox.ids('report files nightly')).toEqual([expect.stringMatching(/^Reports\/nightly\//)]);
    expect(await sandbox.ids('report files')).toHaveLength(2);
  });

  test('change nothing in a dry run', async () => {
    await sandbox.done(...FILLED, `${GENERATOR} --type usage`, 'local clock advance 1h');
    const { stderr } = await sandbox.lm('report run daily-win --dry-run');
    expect(stderr).toContain('would be scheduled to run: daily-win\n');
    expect(await sandbox.json('report show daily-win')).toMatchObject({
      ReportGenerator: { LastRunStatus: 'succeeded' },
    });
  });
});

describe('lm report files and fetch', () => {
  const WRITTEN = [...FILLED, GENERATOR, 'local clock advance 1h'];

  test('the latest report of a generator, or one file by id or key, as the CSV that it is', async () => {
    await sandbox.done(...WRITTEN);
    const summary = await sandbox.done('report fetch daily-win --type summary');
    expect(summary).toMatch(/^LicenseConfigurationArn,Name,LicenseCountingType,.*\n.*,win-dc,Core,96,true,.*\n$/);
    const [key = ''] = await sandbox.ids('report files');
    const id = key.slice(key.lastIndexOf('/') + 1, -'.csv'.length);
    expect(await sandbox.done(`report fetch ${key}`)).toBe(summary);
    expect(await sandbox.done(`report fetch ${id}`)).toBe(summary);
    expect(await sandbox.json(`report fetch ${id}`)).toMatchObject({ formatVersion: 1, id, key, content: summary });
    expect(await sandbox.done('report fetch daily-win --type usage -o csv')).toMatch(
      /^LicenseConfigurationArn,Resource/,
    );
  });

  test('of two kinds one must be named; of an id that many begin with, more', async () => {
    await sandbox.done(...WRITTEN);
    const both = await sandbox.lm('report fetch daily-win');
    expect([both.exit, both.stderr]).toEqual([2, expect.stringContaining('has written summary and usage')]);
    const [key = ''] = await sandbox.ids('report files');
    const shared = key.slice(key.lastIndexOf('/') + 1).slice(0, 3);
    const many = await sandbox.lm(`report fetch ${shared}`);
    expect([many.exit, many.stderr]).toEqual([5, expect.stringContaining('name-ambiguous')]);
  });

  test('before the first run there is nothing, and that is said', async () => {
    await sandbox.done(...FILLED, GENERATOR);
    expect(await sandbox.done('report files daily-win')).toBe('daily-win has written no reports yet\n');
    const none = await sandbox.lm('report fetch daily-win');
    expect([none.exit, none.stderr]).toEqual([5, expect.stringContaining('lm report show daily-win')]);
    const unknown = await sandbox.lm('report files nightly');
    expect([unknown.exit, unknown.stderr]).toEqual([5, expect.stringContaining('no report generator "nightly"')]);
  });

  test('what a deleted generator has written stays', async () => {
    await sandbox.done(...WRITTEN, 'report delete daily-win --yes', 'local clock advance 3d');
    expect(await sandbox.ids('report files daily-win')).toHaveLength(2);
    expect(await sandbox.done('report fetch daily-win --type summary')).toContain('win-dc');
  });
});

describe('lm local bucket', () => {
  test('without the bucket a run fails and says why; restored, it goes on', async () => {
    await sandbox.done(...FILLED, GENERATOR, 'local bucket delete --yes', 'local clock advance 1h');
    const shown = await sandbox.lm('report show daily-win');
    expect(shown.stdout).toContain('failed because  NoSuchBucket');
    expect(shown.stderr).toContain('! the last run of daily-win failed: NoSuchBucket');
    expect((await sandbox.lm('report files')).stderr).toContain('is deleted: runs fail until it is restored');
    await sandbox.done('local bucket restore', 'report run daily-win', 'local clock advance 1h');
    expect(await sandbox.ids('report files')).toHaveLength(2);
    expect((await sandbox.lm('report list')).stderr).toBe('');
  });

  test('what is so already is left so; before the first generator there is none', async () => {
    const none = await sandbox.lm('local bucket delete --yes');
    expect([none.exit, none.stderr]).toEqual([5, expect.stringContaining('has no bucket of License Manager')]);
    await sandbox.done(...FILLED, GENERATOR);
    expect((await sandbox.lm('local bucket restore')).stderr).toMatch(
      /^unchanged: aws-license-manager-service-\w+ is there/,
    );
    await sandbox.done('local bucket delete --yes');
    expect((await sandbox.lm('local bucket delete')).stderr).toMatch(/^unchanged: .* is deleted/);
  });

  test('it asks first', async () => {
    await sandbox.done(...FILLED, GENERATOR);
    expect((await sandbox.lm('local bucket delete')).exit).toBe(2);
    await sandbox.done('local clock advance 1h');
    expect(await sandbox.ids('report files')).toHaveLength(2);
  });
});

describe('a configuration that is reported on', () => {
  test.each([
    'config delete win-dc --detach --confirm win-dc',
    'config recreate win-dc --min-cores 4 --confirm win-dc',
  ])('lm %s is refused before anything is taken off it', async (line) => {
    await sandbox.done(...FILLED, GENERATOR, 'report create weekly --every week');
    for (const how of ['', ' --dry-run']) {
      const { exit, stderr } = await sandbox.lm(`${line}${how}`);
      expect([exit, stderr]).toEqual([6, expect.stringContaining('config-delete-needs-no-report-generator')]);
      expect(stderr).toContain('lm report delete daily-win');
      expect(stderr).toContain('lm report delete weekly');
    }
    expect(await sandbox.json('config associations win-dc')).toMatchObject({
      LicenseConfigurationAssociations: expect.arrayContaining([expect.anything()]),
    });
  });

  test('generators of one name are named by their ids', async () => {
    await sandbox.done('config create sql --type vcpu', 'report create a --every day', 'report create a --every week');
    const { stderr } = await sandbox.lm('config delete sql --yes');
    expect(stderr.match(/lm report delete r-[0-9a-f]{32}/g)).toHaveLength(2);
    const ambiguous = await sandbox.lm('report show a');
    expect([ambiguous.exit, ambiguous.stderr]).toEqual([5, expect.stringContaining('name-ambiguous')]);
  });
});

describe('lm report usage', () => {
  test('one line for each host and machine, with the name of the configuration', async () => {
    await sandbox.done(...FILLED, 'config create sql --type vcpu --count 8');
    expect(await sandbox.json('report usage')).toMatchObject({
      formatVersion: 1,
      usage: expect.arrayContaining([
        expect.objectContaining({ Name: 'win-dc', ResourceType: 'EC2_HOST', ConsumedLicenses: 48 }),
      ]),
    });
    expect(await sandbox.ids('report usage win-dc')).toHaveLength(8);
    const none = await sandbox.lm('report usage sql');
    expect([none.exit, none.stdout]).toEqual([0, 'nothing uses licences\n']);
  });
});
