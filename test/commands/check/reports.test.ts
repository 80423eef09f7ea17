import { describe, expect, it } from 'vitest';
import { lm } from '../../cli/harness.ts';
import { atWork, FILLED, MAIN_JOB } from '../at-work.ts';
import { fixtureWith, got, put } from './files.ts';

const sandbox = atWork();
const PLAN = fixtureWith('examples/plan.json', {});

const blocked = async (): Promise<void> => {
  await sandbox.done(...FILLED);
  put(sandbox.folder(), 'plan.json', PLAN);
};

describe('--report', () => {
  it('takes the place of the result on stdout; the exit code stays', async () => {
    await blocked();
    const { exit, stdout } = await sandbox.lm('check plan plan.json --report junit');
    expect(exit).toBe(3);
    expect(stdout).toMatch(/^<\?xml [\s\S]*<\/testsuites>\n$/);
  });

  it('goes into files, several at once, beside the result', async () => {
    await blocked();
    const line =
      'check plan plan.json --report json=a.json --report sarif=b.sarif --report markdown=c.md --report junit=d.xml';
    const { exit, stdout } = await sandbox.lm(line);
    expect([exit, stdout.startsWith('verdict')]).toEqual([3, true]);
    expect(JSON.parse(got(sandbox.folder(), 'a.json'))).toMatchObject({ backend: 'local', verdict: 'blocked' });
    expect(JSON.parse(got(sandbox.folder(), 'b.sarif'))).toMatchObject({ version: '2.1.0' });
    expect(got(sandbox.folder(), 'c.md')).toMatch(/^<!-- lm check -->/);
    expect(got(sandbox.folder(), 'd.xml')).toContain('failures="2"');
  });

  it('json is what -o json says', async () => {
    await blocked();
    const [report, output] = await Promise.all([
      sandbox.lm('check plan plan.json --report json'),
      sandbox.lm('check plan plan.json -o json'),
    ]);
    expect(report.stdout).toBe(output.stdout);
  });

  it('github follows the result, and adds to the summary of the run', async () => {
    await blocked();
    put(sandbox.folder(), 'summary.md', 'before\n');
    const env = { GITHUB_STEP_SUMMARY: 'summary.md' };
    const { stdout } = await lm(sandbox.folder(), 'check plan plan.json --report github', { env });
    expect(stdout).toMatch(/^verdict/);
    expect(stdout).toMatch(/^::error file=plan.json,line=9,title=aws_instance.win\[0\]%3A launch-hard-block::/m);
    expect(got(sandbox.folder(), 'summary.md')).toMatch(/^before\n<!-- lm check -->/);
  });

  it('github has nothing to say of what is allowed', async () => {
    await sandbox.done(...MAIN_JOB);
    put(sandbox.folder(), 'plan.json', PLAN);
    expect((await sandbox.lm('check plan plan.json --report github')).stdout).not.toContain('::');
  });

  it('is there for a launch of the command line, too', async () => {
    await sandbox.done(...FILLED);
    const launch = 'check launch --ami win2022-byol --type m5.8xlarge --tenancy host';
    expect((await sandbox.lm(`${launch} --report junit`)).stdout).toContain(
      '<testcase name="1 × m5.8xlarge from win2022-byol on Dedicated Hosts" classname="launch"',
    );
    const [report, output] = await Promise.all([
      sandbox.lm(`${launch} --report json`),
      sandbox.lm(`${launch} -o json`),
    ]);
    expect(report.stdout).toBe(output.stdout);
  });

  it('and for another limit', async () => {
    await sandbox.done(...FILLED);
    expect((await sandbox.lm('check config win-dc --count 10 --report markdown')).stdout).toContain(
      'win-dc with 10 hard: 96 of 10 cores used, over by 86',
    );
  });
});

describe('a report that cannot be written', () => {
  it('because two would be mixed on stdout, exits 2', async () => {
    await blocked();
    const { exit, stderr } = await sandbox.lm('check plan plan.json --report junit --report sarif');
    expect(exit).toBe(2);
    expect(stderr).toContain('only one report can go to stdout, and junit and sarif would');
    expect(stderr).toContain('--report sarif=check.sarif');
  });

  it.each(['check launch --ami win2022-byol --type m5.8xlarge', 'check config win-dc --count 1', 'check plan -'])(
    'because it would point at no file, exits 2: %s',
    async (line) => {
      await blocked();
      const { exit, stderr } = await lm(sandbox.folder(), `${line} --report sarif`, { stdin: PLAN });
      expect(exit).toBe(2);
      expect(stderr).toContain('a SARIF report points at lines of a file, and what is judged here stands in none');
    },
  );

  it('because there is no such folder, exits 2', async () => {
    await blocked();
    const { exit, stderr } = await sandbox.lm('check plan plan.json --report junit=gone/check.xml');
    expect(exit).toBe(2);
    expect(stderr).toContain('--report junit=gone/check.xml: there is no such folder');
  });

  it.each([
    ['xml', 'must be json, junit, sarif, markdown or github'],
    ['sarif=', 'must name a file after the ='],
  ])('because its format is "%s", exits 2', async (given, why) => {
    const { exit, stderr } = await sandbox.lm(`check plan plan.json --report ${given}`);
    expect(exit).toBe(2);
    expect(stderr).toContain(why);
  });
});
