import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { choice, flag, integer, listOf, pairs, required, text } from '../../src/commands/params.ts';
import { declare, verb } from '../../src/commands/types.ts';
import { freshFolder, lm, thing } from './harness.ts';

const make = declare({
  name: 'make',
  aliases: ['mk'],
  summary: 'make a thing',
  arguments: { name: required(text({ help: 'its name', placeholder: 'NAME', field: 'Name' })) },
  options: {
    type: choice(['core', 'socket'], { help: 'what it counts', aliases: ['counting'], field: 'Type' }),
    minCores: integer({ help: 'fewest cores', min: 1, max: 64, field: 'MinCores' }),
    hard: flag({ help: 'block', aliases: ['enforce'], off: ['soft', 'no-enforce'] }),
    rule: listOf(text({ help: 'rule' }), {
      help: 'a rule, as AWS writes it',
      ifNoValue: 'the shell took everything after # as a comment: quote it, or use --min-cores 8',
    }),
    tag: pairs({ help: 'tags' }),
  },
  examples: [{ intent: 'make one', command: 'lm thing make a --type core' }],
  mutates: false,
});
const echo = verb(make, async () => ({
  run: async (args) => ({ value: args, view: { kind: 'text', text: '' } }),
}));
const advance = verb(
  declare({
    name: 'clock advance',
    summary: 'move the clock',
    arguments: {},
    options: {},
    examples: [],
    mutates: false,
  }),
  async () => ({ run: async () => ({ value: 'advanced', view: { kind: 'text', text: 'advanced' } }) }),
);
const nouns = thing(echo, advance);
const folder = freshFolder();
const parse = async (line: string | readonly string[], io = {}) => lm(folder(), line, io, { nouns });
const values = async (line: string | readonly string[], io = {}): Promise<unknown> => {
  const { stdout, stderr } = await parse([...(typeof line === 'string' ? line.split(' ') : line), '-o', 'json'], io);
  return stderr === '' ? JSON.parse(stdout) : stderr;
};

describe('what was written becomes values', () => {
  test.each([
    ['an argument alone', 'thing make a', { name: 'a' }],
    ['a number', 'thing make a --min-cores 8', { name: 'a', minCores: 8 }],
    ['a number with =', 'thing make a --min-cores=8', { name: 'a', minCores: 8 }],
    ['a choice in any letter case', 'thing make a --type CORE', { name: 'a', type: 'core' }],
    ['another word for the same option', 'thing make a --counting socket', { name: 'a', type: 'socket' }],
    ['a flag', 'thing make a --hard', { name: 'a', hard: true }],
    ['another word for the flag', 'thing make a --enforce', { name: 'a', hard: true }],
    ['the opposite of the flag', 'thing make a --soft', { name: 'a', hard: false }],
    ['another word for the opposite', 'thing make a --no-enforce', { name: 'a', hard: false }],
    ['of flag and opposite the last counts', 'thing make a --soft --hard', { name: 'a', hard: true }],
    ['a list, repeated and with commas', 'thing make a --rule x,y --rule z', { name: 'a', rule: ['x', 'y', 'z'] }],
    ['pairs', 'thing make a --tag env=prod --tag note=', { name: 'a', tag: { env: 'prod', note: '' } }],
    ['an alias of the noun and of the verb', 'object mk a', { name: 'a' }],
    ['a global option before the noun', '--region us-east-1 thing make a', { name: 'a' }],
    ['a global option between noun and verb', 'thing --region us-east-1 make a', { name: 'a' }],
    ['a global option after the options of the verb', 'thing make a --hard --quiet', { name: 'a', hard: true }],
  ])('%s', async (_, line, expected) => {
    expect(await values(line)).toEqual(expected);
  });

  test('a verb of two words', async () => {
    expect((await parse('thing clock advance')).stdout).toBe('advanced\n');
  });

  test('words after -- are never options', async () => {
    const { stdout } = await parse('-o json thing make -- --hard');
    expect(JSON.parse(stdout)).toEqual({ name: '--hard' });
  });
});

describe('--input', () => {
  test('brings values under AWS names, as JSON from standard input', async () => {
    const stdin = '{"Name": "from-input", "MinCores": 4, "Other": 1}';
    expect(await values('thing make --input -', { stdin })).toEqual({ name: 'from-input', minCores: 4 });
  });

  test('brings values as YAML from a file; what is written out is stronger', async () => {
    await writeFile(join(folder(), 'in.yaml'), 'Name: from-input\nType: socket\n');
    expect(await values('thing make b --input in.yaml')).toEqual({ name: 'b', type: 'socket' });
  });

  test.each([
    [
      'a value that cannot be',
      '{"Name": "a", "MinCores": 99}',
      'MinCores in --input must be a whole number from 1 to 64',
    ],
    ['no object', '[1]', 'standard input holds no object'],
    ['broken JSON', '{"Name": ', 'standard input cannot be read as JSON'],
    ['broken YAML', 'a: [', 'standard input cannot be read as YAML'],
  ])('refuses %s with exit 2', async (_, stdin, said) => {
    const { exit, stderr } = await parse('thing make --input -', { stdin });
    expect([exit, stderr]).toEqual([2, expect.stringContaining(said)]);
  });

  test('refuses a file that does not exist, and standard input that is a terminal', async () => {
    expect((await parse('thing make a --input nowhere.json')).stderr).toContain('there is no such file');
    expect((await parse('thing make a --input -', { tty: { stdin: true } })).stderr).toContain('that is a terminal');
  });
});

describe('what cannot be understood exits 2 and says what to do', () => {
  test.each([
    ['an unknown noun', 'thign make a', 'lm has no command "thign"', 'did you mean lm thing?'],
    ['an unknown verb', 'thing maek a', 'lm thing has no verb "maek"', 'did you mean lm thing make?'],
    ['an unknown option', 'thing make a --min-core 8', "unknown option '--min-core'", 'did you mean --min-cores?'],
    ['an option of nothing alike', 'thing make a --zzz', "unknown option '--zzz'", 'see lm thing --help'],
    ['a number out of range', 'thing make a --min-cores 65', '--min-cores must be a whole number from 1 to 64', '"65"'],
    ['no number', 'thing make a --min-cores many', '--min-cores must be a whole number from 1 to 64', '"many"'],
    ['a word that is no choice', 'thing make a --type cor', '--type must be core or socket', 'did you mean core?'],
    ['a pair without =', 'thing make a --tag env', '--tag must be written key=value', '"env"'],
    [
      'a word too many',
      'thing make a b',
      'lm thing make takes NAME only, and "b" is one word too many',
      'lm thing make --help',
    ],
    [
      'a missing argument',
      'thing make',
      'lm thing make needs NAME (its name)',
      'for example: lm thing make a --type core',
    ],
    [
      'a # that the shell ate',
      'thing make a --rule',
      'argument missing',
      'the shell took everything after # as a comment',
    ],
    ['a bad output format', 'thing make a -o jsno', '--output is "jsno"', 'must be one of table, json'],
    ['a bad timeout', 'thing make a --timeout soon', '--timeout must be a length of time', '"soon"'],
  ])('%s', async (_, line, what, how) => {
    const { exit, stdout, stderr } = await parse(line);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain(what);
    expect(stderr).toContain(how);
  });

  test('with -o json the error is JSON on stderr', async () => {
    const { exit, stderr } = await parse('thing make -o json');
    expect(exit).toBe(2);
    expect(JSON.parse(stderr).error).toMatchObject({
      code: 'UsageError',
      message: 'lm thing make needs NAME (its name)',
      hint: 'for example: lm thing make a --type core',
      exitCode: 2,
    });
  });
});

describe('help goes to stdout and exits 0', () => {
  test.each([
    ['bare lm', '', 'Nouns:'],
    ['lm --help', '--help', 'Options that every command has:'],
    ['lm help', 'help', 'Nouns:'],
    ['a noun without a verb', 'thing', 'Verbs:\n  make NAME'],
    ['a noun with --help', 'thing --help', 'make a thing'],
    ['help on a noun', 'help thing', 'make a thing'],
    ['a group without its verb', 'thing clock', 'move the clock'],
    ['help on a verb', 'help thing make', '  # make one\n  $ lm thing make a --type core'],
    ['a verb with --help', 'thing make --help', '--soft'],
    ['the version', 'thing --version', '1.2.3'],
  ])('%s', async (_, line, shown) => {
    const { exit, stdout, stderr } = await parse(line);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toContain(shown);
  });

  test('other words for an option are accepted but not listed', async () => {
    expect((await parse('thing make --help')).stdout).not.toContain('--counting');
  });
});
