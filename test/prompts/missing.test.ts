import { describe, expect, test } from 'vitest';
import { choice, integer, required, text } from '../../src/commands/params.ts';
import { declare, verb } from '../../src/commands/types.ts';
import { freshFolder, lm, thing } from '../cli/harness.ts';
import { CTRL_C, DOWN, ENTER, terminal } from './terminal.ts';

const make = declare({
  name: 'make',
  summary: 'make a thing',
  arguments: {
    name: required(text({ help: 'its name', placeholder: 'NAME', prompt: { message: 'Name of the thing?' } })),
  },
  options: {
    type: required(choice(['core', 'socket'], { help: 'what it counts' })),
    count: required(integer({ help: 'how many', min: 1, example: '96' })),
    note: text({ help: 'a note' }),
  },
  examples: [],
  mutates: true,
});
const written: unknown[] = [];
const load = async () => ({
  run: async (args: unknown) => {
    written.push(args);
    return { value: args, view: { kind: 'text', text: '' } } as const;
  },
});
const nouns = thing(verb(make, load));
const folder = freshFolder();

describe('in a terminal', () => {
  test('asks for what is missing, in the order of the declaration', async () => {
    const screen = terminal(
      ['Name of the thing?', `a${ENTER}`],
      ['What it counts?', DOWN + ENTER],
      ['How many?', `0${ENTER}`],
      ['1 or more', `\u007f96${ENTER}`],
    );
    const { exit, stdout } = await lm(folder(), 'thing make -o json', screen.io, { nouns });
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ name: 'a', type: 'socket', count: 96 });
  });

  test('asks for nothing that is given', async () => {
    const screen = terminal(['How many?', `3${ENTER}`]);
    const { stdout } = await lm(folder(), 'thing make a --type core -o json', screen.io, { nouns });
    expect(JSON.parse(stdout)).toEqual({ name: 'a', type: 'core', count: 3 });
    expect(screen.drawn).not.toContain('Name of the thing?');
  });

  test('Ctrl-C at any question: nothing is written, exit 130', async () => {
    const before = written.length;
    const screen = terminal(['Name of the thing?', `a${ENTER}`], ['What it counts?', CTRL_C]);
    const { exit, stdout, stderr } = await lm(folder(), 'thing make', screen.io, { nouns });
    expect({ exit, stdout, stderr }).toEqual({ exit: 130, stdout: '', stderr: 'cancelled: nothing was changed\n' });
    expect(written.length).toBe(before);
  });
});

describe('where nobody can be asked', () => {
  const message = 'lm thing make needs NAME (its name) and --type (what it counts) and --count (how many)';
  test.each([
    ['a pipe', 'thing make', {}],
    ['--no-input', 'thing make --no-input', terminal().io],
    ['CI', 'thing make', { ...terminal().io, env: { CI: '1' } }],
  ])('%s: every missing value is named, with a line that would do; exit 2', async (_, line, io) => {
    const { exit, stderr } = await lm(folder(), `${line} --no-color`, { ...io, width: 200 }, { nouns });
    expect({ exit, stderr }).toEqual({
      exit: 2,
      stderr: expect.stringContaining('for example: lm thing make NAME --type core --count 96'),
    });
    expect(stderr.replace(/\s+/g, ' ')).toContain(message);
  });
});

describe('a verb with a wizard', () => {
  const ask = async () => ({ ask: async () => ({ name: 'w', type: 'core', count: 1, note: undefined }) as const });
  const wizard = thing(verb(make, load, ask));

  test('typed alone in a terminal, the wizard answers', async () => {
    const { stdout } = await lm(folder(), 'thing make -o json', terminal().io, { nouns: wizard });
    expect(JSON.parse(stdout)).toEqual({ name: 'w', type: 'core', count: 1 });
  });

  test('with anything given, or in a pipe, it does not', async () => {
    const piped = await lm(folder(), 'thing make', {}, { nouns: wizard });
    expect(piped.exit).toBe(2);
    const screen = terminal(['How many?', `3${ENTER}`]);
    const { stdout } = await lm(folder(), 'thing make a --type core -o json', screen.io, { nouns: wizard });
    expect(JSON.parse(stdout)).toMatchObject({ name: 'a', count: 3 });
  });
});
