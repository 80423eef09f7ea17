import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { ProcessLike } from '../src/io.ts';
import { colourLevel, needsAscii, processIo, testIo, withoutColour } from '../src/io.ts';

describe('colourLevel', () => {
  it.each([
    { env: {}, tty: true, level: 1 },
    { env: {}, tty: false, level: 0 },
    { env: { TERM: 'xterm-256color' }, tty: true, level: 2 },
    { env: { COLORTERM: 'truecolor' }, tty: true, level: 3 },
    { env: { NO_COLOR: '1' }, tty: true, level: 0 },
    { env: { NO_COLOR: '' }, tty: true, level: 1 },
    { env: { NO_COLOR: '1', FORCE_COLOR: '3' }, tty: true, level: 0 },
    { env: { FORCE_COLOR: '1' }, tty: false, level: 1 },
    { env: { FORCE_COLOR: 'true', TERM: 'dumb' }, tty: false, level: 1 },
    { env: { FORCE_COLOR: '0' }, tty: true, level: 0 },
    { env: { FORCE_COLOR: 'false', CLICOLOR_FORCE: '1' }, tty: true, level: 0 },
    { env: { FORCE_COLOR: '' }, tty: false, level: 0 },
    { env: { CLICOLOR_FORCE: '1' }, tty: false, level: 1 },
    { env: { CLICOLOR_FORCE: '1', CLICOLOR: '0' }, tty: false, level: 1 },
    { env: { CLICOLOR_FORCE: '0' }, tty: false, level: 0 },
    { env: { CLICOLOR: '0' }, tty: true, level: 0 },
    { env: { CLICOLOR: '1' }, tty: true, level: 1 },
    { env: { TERM: 'dumb' }, tty: true, level: 0 },
  ])('$env on a terminal: $tty -> $level', ({ env, tty, level }) => {
    expect(colourLevel(env, tty)).toBe(level);
  });
});

describe('needsAscii', () => {
  it.each([
    { env: {}, ascii: false },
    { env: { LANG: 'en_GB.UTF-8' }, ascii: false },
    { env: { LANG: 'C.utf8' }, ascii: false },
    { env: { LANG: '' }, ascii: false },
    { env: { LANG: 'C' }, ascii: true },
    { env: { LANG: 'de_DE.ISO-8859-1' }, ascii: true },
    { env: { LC_ALL: 'C', LC_CTYPE: 'en_GB.UTF-8', LANG: 'en_GB.UTF-8' }, ascii: true },
    { env: { LC_CTYPE: 'en_GB.UTF-8', LANG: 'C' }, ascii: false },
    { env: { LC_ALL: '', LANG: 'POSIX' }, ascii: true },
    { env: { TERM: 'dumb', LANG: 'en_GB.UTF-8' }, ascii: true },
  ])('$env -> $ascii', ({ env, ascii }) => {
    expect(needsAscii(env)).toBe(ascii);
  });
});

function fakeProcess(): ProcessLike & { readonly stdin: PassThrough; readonly stdout: PassThrough } {
  return {
    stdin: new PassThrough(),
    stdout: new PassThrough(),
    stderr: new PassThrough(),
    env: {},
    cwd: () => '/work',
  };
}

describe('processIo', () => {
  it('writes data to stdout and reads all of stdin', async () => {
    const process = fakeProcess();
    const io = processIo(process);
    io.out('one\n');
    process.stdin.end('typed ü');
    expect(process.stdout.read().toString()).toBe('one\n');
    expect(await io.readStdin()).toBe('typed ü');
    expect(io.cwd).toBe('/work');
  });

  it('names the AWS profile to what reads the environment by itself', () => {
    const process = fakeProcess();
    processIo(process).useProfile('prod');
    expect(process.env.AWS_PROFILE).toBe('prod');
  });

  it('keeps a character whole that arrives in two pieces', async () => {
    const process = fakeProcess();
    const bytes = Buffer.from('ü');
    process.stdin.write(bytes.subarray(0, 1));
    process.stdin.end(bytes.subarray(1));
    expect(await processIo(process).readStdin()).toBe('ü');
  });

  it('is 120 columns wide in a pipe, as wide as the terminal in one', () => {
    const terminal = Object.assign(new PassThrough(), { isTTY: true, columns: 97 });
    expect(processIo(fakeProcess()).width).toBe(120);
    expect(processIo({ ...fakeProcess(), stdout: terminal }).width).toBe(97);
  });

  it('decides colour for each stream by itself', () => {
    const terminal = Object.assign(new PassThrough(), { isTTY: true });
    expect(processIo({ ...fakeProcess(), stderr: terminal }).colour).toEqual({ stdout: 0, stderr: 1 });
  });

  it('goes quiet when the reader has gone away', () => {
    const process = fakeProcess();
    const io = processIo(process);
    io.out('read');
    process.stdout.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    io.out('nobody reads this');
    expect(String(process.stdout.read())).toBe('read');
  });

  it('writes to a pipe or file by its descriptor, and stops when the reader has gone away', () => {
    const process = fakeProcess();
    const written: string[] = [];
    const io = processIo(process, { isTerminal: () => false, write: (at, text) => written.push(`${at} ${text}`) < 2 });
    io.out('first');
    io.out('last');
    io.out('nobody reads this');
    expect(written).toEqual(['1 first', '1 last']);
    expect(process.stdout.read()).toBeNull();
  });

  it('does not hide any other failure to write', () => {
    const process = fakeProcess();
    processIo(process).out('first');
    const failure = Object.assign(new Error('disk full'), { code: 'ENOSPC' });
    expect(() => process.stdout.emit('error', failure)).toThrow('disk full');
  });
});

describe('a program that is to stop', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('waits for %s and then leaves the next one to Node', async (signal) => {
    const signals = new EventEmitter();
    signals.once('SIGINT', () => expect.unreachable('what was to happen before must not happen now'));
    const process = {
      ...fakeProcess(),
      once: (name: string, listener: () => void) => signals.once(name, listener),
      removeAllListeners: (name: string) => signals.removeAllListeners(name),
    };
    const stopped = processIo(process).stopped();
    signals.emit(signal);
    await stopped;
    expect([signals.listenerCount('SIGINT'), signals.listenerCount('SIGTERM')]).toEqual([0, 0]);
  });
});

describe('withoutColour', () => {
  it('turns both streams off and leaves the rest', () => {
    const io = testIo({ tty: { stdout: true, stderr: true }, width: 70 });
    const plain = withoutColour(io);
    plain.out('x');
    expect(io.colour).toEqual({ stdout: 1, stderr: 1 });
    expect(plain.colour).toEqual({ stdout: 0, stderr: 0 });
    expect([plain.width, plain.tty.stdout, io.stdout]).toEqual([70, true, 'x']);
  });
});

describe('testIo', () => {
  it('is a pipe at a fixed time unless told otherwise', async () => {
    const io = testIo({ stdin: 'data' });
    io.err('note');
    expect([io.tty, io.width, io.stderr]).toEqual([{ stdin: false, stdout: false, stderr: false }, 120, 'note']);
    expect(new Date(io.now()).toISOString()).toBe('2026-11-21T03:00:00.000Z');
    expect(await io.readStdin()).toBe('data');
  });

  it('takes a terminal, its width, the time and ids', () => {
    const io = testIo({ tty: { stdout: true }, width: 60, now: 5, ids: () => 'f00' });
    expect([io.colour.stdout, io.width, io.now(), io.ids?.()]).toEqual([1, 60, 5, 'f00']);
  });
});
