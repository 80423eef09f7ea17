import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/run.ts';
import { type Io, type TestIo, testIo } from '../../src/io.ts';
import { ENTER, terminal } from '../prompts/terminal.ts';
import { withAccount } from './account.ts';
import { argumentsOf } from './words.ts';

/** Who reads: a person at a terminal, or a pipe. */
export type Reader = 'terminal' | 'pipe';
export const READERS: readonly Reader[] = ['pipe', 'terminal'];

/** What is asked before something is destroyed. */
export const QUESTION = 'Go on?';

const START = Date.UTC(2026, 10, 21, 3);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const HOME_LENGTH = 80;
const MAY_FAIL = / \|\| true$/;

/** A command line and what it said. */
export interface Played {
  readonly line: string;
  readonly stdout: string;
  readonly stderr: string;
  /** Both, as they come one after the other on a screen. */
  readonly screen: string;
  /** Whether the question came up whether to go on; it was answered with yes. */
  readonly asked: boolean;
  readonly exit: number;
}

/** What was there before the first line, and who sits at the terminal. */
export interface Setting {
  /** A folder that `prepared` made; without it the sandbox is fresh. */
  readonly world?: string;
  /** Lines that prepare and are not written down. */
  readonly silent?: readonly string[];
  /** Changes files of the folder before the first line. */
  readonly tamper?: (home: string) => void;
  /** Looks at the folder after the last line. */
  readonly afterwards?: (home: string) => void;
  /** Whether somebody at the terminal says yes when asked; without it nobody can be asked. */
  readonly agrees?: boolean;
}

/** Plays command lines one after the other, one minute apart, with ids that count, in a folder of their own. */
export async function play(
  lines: readonly string[],
  reader: Reader,
  setting: Setting = {},
): Promise<readonly Played[]> {
  const home = await prepared(setting.silent ?? [], setting.world);
  try {
    setting.tamper?.(home);
    const played: Played[] = [];
    for (const [index, line] of lines.entries()) {
      const scene = { reader, home, now: START + index * MINUTE, agrees: setting.agrees ?? false };
      played.push(await playOne(line, scene));
    }
    setting.afterwards?.(home);
    return played;
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/**
 * Plays lines that prepare, in the hours before the first line of a transcript, and returns the folder they leave; the
 * caller removes it. A line must succeed, unless it ends with `|| true`.
 * @param from a folder to start from, which stays as it is
 */
export async function prepared(lines: readonly string[], from?: string): Promise<string> {
  const home = await newHome();
  try {
    // Closing a database empties its log; the empty file goes when the garbage collector comes, perhaps just now.
    const filter = (file: string) => !/-(wal|shm)$/.test(file);
    if (from !== undefined) await cp(from, home, { recursive: true, filter });
    // A copied world has its own past: what prepares further comes after it.
    const start = START - (from === undefined ? 2 : 1) * HOUR;
    for (const [index, line] of lines.entries()) await playSilently(line, home, start + index * MINUTE);
    return home;
  } catch (error) {
    await rm(home, { recursive: true, force: true });
    throw error;
  }
}

async function playSilently(given: string, home: string, now: number): Promise<void> {
  const [line = '', file] = given.split(' > ');
  const { exit, stderr, stdout } = await playOne(line.replace(MAY_FAIL, ''), {
    reader: 'pipe',
    home,
    now,
    agrees: false,
  });
  if (exit !== 0 && !MAY_FAIL.test(line)) throw new Error(`A line that prepares failed: ${line}\n${stderr}`);
  if (file !== undefined) await writeFile(join(home, file), stdout);
}

/** Texts break at the width, so the path is as long on every machine, whatever its folder for temporary files. */
function newHome(): Promise<string> {
  const random = 6;
  return mkdtemp(join(tmpdir(), 'lm-golden-'.padEnd(HOME_LENGTH - tmpdir().length - 1 - random, '-')));
}

interface Scene {
  readonly reader: Reader;
  readonly home: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly agrees: boolean;
}

/** A line that reads an AWS account finds one: the sandbox `default` of the same folder, served. */
const playOne = (line: string, scene: Scene): Promise<Played> =>
  line.startsWith('lm local import')
    ? withAccount(scene, (account) => playHere(line, scene, account))
    : playHere(line, scene, {});

async function playHere(
  line: string,
  { reader, home, now, agrees }: Scene,
  account: Readonly<Record<string, string>>,
): Promise<Played> {
  const tty = reader === 'terminal';
  const person = terminal([QUESTION, `y${ENTER}`]);
  const io = testIo({
    env: { LM_HOME: home, ...(tty ? { TERM: 'xterm-256color', FORCE_COLOR: '1' } : {}), ...account },
    tty: { stdin: tty && agrees, stdout: tty, stderr: tty },
    streams: person.io.streams,
    width: 120,
    cwd: home,
    now,
    ids: () => '0',
    // Nobody presses Ctrl-C while something is waited for; a program that stays is told at once to end.
    ...(line.includes('--wait') ? { stopped: () => new Promise<void>(() => undefined) } : {}),
  });
  const { shown, text } = onOneScreen(io);
  const exit = await run(argumentsOf(line), shown, { version: '0.0.0' });
  const settled = (text: string) => settle(text, home);
  return {
    line,
    stdout: settled(io.stdout),
    stderr: settled(io.stderr),
    screen: settled(text()),
    asked: person.drawn.includes(QUESTION),
    exit,
  };
}

/** The same world, and what was written to both streams in the order of writing. */
function onOneScreen(io: TestIo): { readonly shown: Io; text(): string } {
  let text = '';
  const both = (write: (part: string) => void) => (part: string) => {
    text += part;
    write(part);
  };
  const shown: Io = Object.create(io, { out: { value: both(io.out) }, err: { value: both(io.err) } });
  return { shown, text: () => text };
}

/** What differs from machine to machine is left out: the folder, how large a database file is, which port was free. */
const settle = (text: string, home: string): string =>
  text
    .replaceAll(home, '$LM_HOME')
    .replaceAll(/\d+(\s+)KiB/g, 'N$1KiB')
    .replaceAll(/(KiB,\s+schema |knows up to |"schemaVersion": )\d+/g, '$1N')
    .replaceAll(/(127\.0\.0\.1:|"port":)\d+/g, '$1PORT');
