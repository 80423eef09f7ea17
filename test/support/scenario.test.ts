import { describe, expect, test } from 'vitest';
import { duration, readRows } from './scenario/rows.ts';
import { play } from './scenario.ts';

describe('rows are read', () => {
  test('verb, words, options, and what is expected with its numbers', () => {
    const [row] = readRows(
      '  launch b from web m5.large x2 on=h1  | refused launch-hard-block requested=4 short=2 other-id',
    );
    expect(row).toMatchObject({
      line: 1,
      verb: 'launch',
      words: ['b', 'from', 'web', 'm5.large', 'x2'],
      options: new Map([['on', 'h1']]),
      expected: {
        outcome: 'refused',
        broken: [
          {
            id: 'launch-hard-block',
            args: new Map([
              ['requested', '4'],
              ['short', '2'],
            ]),
          },
          { id: 'other-id', args: new Map() },
        ],
      },
    });
  });

  test('a row without a bar expects ok; comments and empty lines are nothing', () => {
    const rows = readRows('# a comment\n\n stop a # another');
    expect(rows.map(({ line, verb, expected }) => [line, verb, expected.outcome])).toEqual([[3, 'stop', 'ok']]);
  });

  test('an outcome that does not exist is an error', () => {
    expect(() => readRows('stop a | refuse')).toThrow('ok, alert or refused, not in "refuse"');
  });

  test.each([
    ['8h', 28_800_000],
    ['30d 1h', 2_595_600_000],
    ['5m 2s 1ms', 302_001],
  ])('%s is %d ms', (text, milliseconds) => {
    expect(duration(text.split(' '))).toBe(milliseconds);
  });

  test('a length of time without a unit is an error', () => {
    expect(() => duration(['8'])).toThrow('"8" is no duration');
  });
});

/** Each of these must fail, and name its line: a scenario that cannot fail proves nothing. */
describe('a scenario fails', () => {
  test.each<[what: string, text: string, says: string]>([
    ['when a verb does not exist', 'lauch a', 'no verb is called "lauch"'],
    [
      'when a refusal is expected and none comes',
      'config sql vcpu | refused config-name-required',
      "to be 'refused config-name-required'",
    ],
    [
      'when a call is refused unexpectedly',
      'config sql vcpu hard',
      "'refused config-hard-limit-needs-count' to be 'ok'",
    ],
    ['when another constraint refuses', 'config sql vcpu hard | refused rule-syntax', 'config-hard-limit-needs-count'],
    [
      'when a number is another',
      'config sql vcpu count=1 hard\nlaunch a from rhel-9 m5.large config=sql | refused launch-hard-block short=2',
      'short of launch-hard-block',
    ],
    [
      'when not every reason is named',
      'config sql vcpu count=1 hard minVcpus=4\nlaunch a from rhel-9 m5.large config=sql | refused launch-hard-block',
      "to be 'refused launch-hard-block'",
    ],
    [
      'when an alert is raised that is not named',
      'config sql vcpu count=1\nlaunch a from rhel-9 m5.large config=sql',
      'alert launch-soft-alert',
    ],
    ['when consumption is another', 'config sql vcpu\nusage sql 1', "'0' to be '1'"],
    [
      'when a usage row is missing',
      'config sql vcpu\nlaunch a from rhel-9 m5.large config=sql\nusage sql 2 a=1',
      'a=2',
    ],
    ['when an AMI does not exist', 'launch a from nothing m5.large', 'there is no AMI nothing'],
  ])('%s', async (_what, text, says) => {
    await expect(play(text)).rejects.toThrow(says);
    await expect(play(text)).rejects.toThrow(/^line \d+, "/);
  });

  test('the same rows with what really happens pass', async () => {
    await play(`
      config sql vcpu count=1 hard minVcpus=4
      launch a from rhel-9 m5.large config=sql | refused rule-minimum-vcpus-check found=2 launch-hard-block short=1
      usage sql 0
    `);
  });
});
