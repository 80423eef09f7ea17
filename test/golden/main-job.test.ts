import { beforeAll, describe, expect, it } from 'vitest';
import { MAIN_JOB } from './main-job.ts';
import { type Played, play, READERS } from './play.ts';
import { expectTranscript } from './transcript.ts';

const LINES = Object.values(MAIN_JOB);

describe('the main job', () => {
  let piped: readonly Played[] = [];
  beforeAll(async () => {
    piped = await play(LINES, 'pipe');
  });
  const said = (step: keyof typeof MAIN_JOB): Played => {
    const found = piped.find(({ line }) => line === MAIN_JOB[step]);
    if (found === undefined) throw new Error(`${step} was not played`);
    return found;
  };
  /** The ids of the reasons that a check draws, in order. */
  const reasons = (step: keyof typeof MAIN_JOB) => said(step).stdout.match(/(?<=^ {2}✗ {2})\S+/gm);

  it.each(READERS)('reads the same as its transcript (%s)', async (reader) => {
    expectTranscript(reader === 'pipe' ? piped : await play(LINES, reader), 'transcripts/main-job', reader);
  });

  it('ends each line with its exit code: 3 for the four blocked checks, 0 for all others', () => {
    const blocked: readonly string[] = [MAIN_JOB.oneMore, MAIN_JOB.smaller, MAIN_JOB.bigger, MAIN_JOB.shared];
    expect(piped.map(({ line, exit }) => [line, exit])).toEqual(
      LINES.map((line) => [line, blocked.includes(line) ? 3 : 0]),
    );
  });

  it('allows six machines: they need 96 of 96 cores, and fill two of three hosts', () => {
    expect(said('checkSix').stdout).toMatch(/^ALLOWED .*: all 6 fit\n/);
    expect(said('checkSix').stdout).toMatch(/win-dc +cores +96 hard +0 +\+96 +96 +0\n/);
    expect(said('checkSix').stdout.match(/newly charged: 48 cores to win-dc/g)).toHaveLength(2);
  });

  it('launches them, charges each host once, and shows 96 of 96', () => {
    expect(said('runSix').stdout.match(/^i-\w+ /gm)).toHaveLength(6);
    expect(said('runSix').stderr.match(/charged once: 48 cores to win-dc/g)).toHaveLength(2);
    expect(said('runSix').stderr).toContain('win-dc: 96/96 cores used');
    expect(said('showFull').stdout).toContain('96 of 96 cores used, 0 left');
    expect(said('listHosts').stdout.match(/ 48\/48 +3 +48 cores to win-dc/g)).toHaveLength(2);
    expect(said('listHosts').stdout.match(/ 0\/48 +0 +–/g)).toHaveLength(1);
  });

  it('blocks one more, with the numbers by name', () => {
    const answer: unknown = JSON.parse(said('oneMore').stdout);
    expect(answer).toMatchObject({
      formatVersion: 1,
      backend: 'local',
      verdict: 'blocked',
      requested: 1,
      fits: 0,
      configurations: [
        { name: 'win-dc', countingType: 'Core', enforced: true, needed: 48, consumed: 96, limit: 96, remaining: 0 },
      ],
      violations: [{ id: 'launch-hard-block', severity: 'block', requested: 48, used: 96, limit: 96, short: 48 }],
      alerts: [],
    });
    expect(answer).toHaveProperty('violations.0.message');
    expect(answer).toHaveProperty('violations.0.fix');
    expect(answer).toHaveProperty('violations.0.source');
    expect(answer).toHaveProperty('notChecked');
  });

  it('blocks a smaller machine by the minimum, then by the limit', () => {
    expect(reasons('smaller')).toEqual(['rule-minimum-cores-check', 'launch-hard-block']);
    expect(said('smaller').stdout).toContain('m5.2xlarge has 4 cores, minimum 8');
  });

  it('blocks a bigger machine by the maximum, then by the limit', () => {
    expect(reasons('bigger')).toEqual(['rule-maximum-cores-check', 'launch-hard-block']);
    expect(said('bigger').stdout).toContain('m5.12xlarge has 24 cores, maximum 16');
  });

  it("blocks shared tenancy by AWS's rule, then by the rule of cores, and judges no count", () => {
    expect(reasons('shared')).toEqual(['tenancy-matrix-windows-byol', 'rule-tenancy-core-socket']);
    expect(said('shared').stdout).toContain('the count was not judged');
  });

  it('with a soft limit launches with an alert: 144 of 96, over by 48', () => {
    expect(said('over').stderr).toContain('launch-soft-alert');
    expect(said('over').stderr).toContain('win-dc: 144/96 cores used, soft limit, over by 48');
  });

  it('lists the usage: 48 cores for each of three hosts, none for the seven machines on them', () => {
    const [header, ...rows] = said('usage').stdout.trim().split('\n');
    expect(header).toBe('resource,type,status,owner,consumed,since');
    expect(
      rows.map((row) =>
        row
          .split(',')
          .filter((_, at) => at === 1 || at === 4)
          .join(' '),
      ),
    ).toEqual([...Array(3).fill('EC2_HOST 48'), ...Array(7).fill('EC2_INSTANCE 0')]);
  });

  it('explains the reason: what it says, how firm it is, where it stands', () => {
    expect(said('explain').stdout).toMatch(/says +Under a hard limit/);
    expect(said('explain').stdout).toContain('stated: AWS states it');
    expect(said('explain').stdout).toContain('License Manager User Guide');
  });
});
