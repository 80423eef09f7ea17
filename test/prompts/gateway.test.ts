import { describe, expect, test } from 'vitest';
import { Cancelled } from '../../src/contract/prompts.ts';
import { testIo } from '../../src/io.ts';
import { prompts, somebodyThere } from '../../src/prompts/gateway.ts';
import { CTRL_C, CTRL_D, DOWN, ENTER, LEFT, SPACE, terminal } from './terminal.ts';

const all = { stdin: true, stdout: true, stderr: true };

test.each([
  ['stdin and stderr are terminals', { tty: all }, false, true],
  ['stdout may be a pipe', { tty: { ...all, stdout: false } }, false, true],
  ['not with a piped stdin', { tty: { ...all, stdin: false } }, false, false],
  ['not with a piped stderr', { tty: { ...all, stderr: false } }, false, false],
  ['not in CI', { tty: all, env: { CI: 'true' } }, false, false],
  ['CI=false is not CI', { tty: all, env: { CI: 'false' } }, false, true],
  ['not with --no-input', { tty: all }, true, false],
])('who can be asked: %s', (_, io, noInput, expected) => {
  expect(somebodyThere(testIo(io), noInput)).toBe(expected);
});

test('a question where nobody can answer is a usage error', async () => {
  await expect(prompts(testIo(), false).text({ message: 'Name?' })).rejects.toThrow('nobody is there to answer: Name?');
});

const choices = [
  { value: 'core', name: 'Physical cores' },
  { value: 'socket', name: 'Sockets' },
];

describe('answers', () => {
  test('text, trimmed; questions are drawn on stderr, nothing on stdout', async () => {
    const screen = terminal(['Name?', ` win-dc ${ENTER}`]);
    const io = testIo(screen.io);
    expect(await prompts(io, false).text({ message: 'Name?' })).toBe('win-dc');
    expect(screen.drawn).toContain('Name?');
    expect(io.stdout).toBe('');
  });

  test('Enter alone is the default', async () => {
    const io = testIo(terminal(['Name?', ENTER]).io);
    expect(await prompts(io, false).text({ message: 'Name?', default: 'win' })).toBe('win');
  });

  test('an answer that is judged bad is asked again, with the reason', async () => {
    const screen = terminal(['How many?', `x${ENTER}`], ['a number', `\u007f8${ENTER}`]);
    const judge = (answer: string) => (/^\d+$/.test(answer) ? undefined : 'it must be a number');
    expect(await prompts(testIo(screen.io), false).text({ message: 'How many?', judge })).toBe('8');
  });

  test('? shows the long help and asks again', async () => {
    const io = testIo(terminal(['Name?', `?${ENTER}`], ['Name?', `a${ENTER}`]).io);
    expect(await prompts(io, false).text({ message: 'Name?', help: 'Any name\nwill do.' })).toBe('a');
    expect(io.stderr).toBe('  Any name\n  will do.\n');
  });

  test('one of a list; the value may be anything', async () => {
    const io = testIo(terminal(['Counts?', DOWN + ENTER]).io);
    expect(await prompts(io, false).choose({ message: 'Counts?', choices })).toBe('socket');
  });

  test('the default of a list is where the cursor stands', async () => {
    const io = testIo(terminal(['Counts?', ENTER]).io);
    expect(await prompts(io, false).choose({ message: 'Counts?', choices, default: 'socket' })).toBe('socket');
  });

  test('? in a list shows the help and asks again', async () => {
    const io = testIo(terminal(['Counts?', '?'], ['Counts?', ENTER]).io);
    expect(await prompts(io, false).choose({ message: 'Counts?', help: 'What is paid for.', choices })).toBe('core');
    expect(io.stderr).toBe('  What is paid for.\n');
  });

  test('several of a list, in its order', async () => {
    const io = testIo(terminal(['Where?', SPACE + DOWN + SPACE + ENTER]).io);
    expect(await prompts(io, false).pick({ message: 'Where?', choices })).toEqual(['core', 'socket']);
  });

  test.each([
    ['y', true],
    ['n', false],
    ['', true],
  ])('yes or no: "%s"', async (key, expected) => {
    const io = testIo(terminal(['Sure?', key + ENTER]).io);
    expect(await prompts(io, false).yes({ message: 'Sure?', default: true })).toBe(expected);
  });
});

describe('Ctrl-C cancels', () => {
  test('a text', async () => {
    const io = testIo(terminal(['Name?', CTRL_C]).io);
    await expect(prompts(io, false).text({ message: 'Name?' })).rejects.toThrow(Cancelled);
  });

  test('a list', async () => {
    const io = testIo(terminal(['Counts?', CTRL_C]).io);
    await expect(prompts(io, false).choose({ message: 'Counts?', choices })).rejects.toThrow(Cancelled);
  });

  test('and so does the end of the input', async () => {
    const screen = terminal();
    const answer = prompts(testIo(screen.io), false).text({ message: 'Name?' });
    screen.hangUp();
    await expect(answer).rejects.toThrow(Cancelled);
  });

  test('and Ctrl-D where nothing is typed', async () => {
    const io = testIo(terminal(['Name?', CTRL_D]).io);
    await expect(prompts(io, false).text({ message: 'Name?' })).rejects.toThrow(Cancelled);
  });

  test('Ctrl-D within a text deletes to the right, as everywhere', async () => {
    const io = testIo(terminal(['Name?', `ab${LEFT}${CTRL_D}${ENTER}`]).io);
    expect(await prompts(io, false).text({ message: 'Name?' })).toBe('a');
  });
});
