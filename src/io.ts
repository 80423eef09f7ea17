import { pause, type Signals, signalled } from './signals.ts';

/** 0 none, 1 sixteen colours, 2 two hundred and fifty-six, 3 all. */
export type ColourLevel = 0 | 1 | 2 | 3;
export type Environment = Readonly<Record<string, string | undefined>>;

/** Everything the program may know or touch of the world outside: streams, terminal, environment, wall clock. */
export interface Io {
  /** Data: what a pipe wants to read. */
  out(text: string): void;
  /** Everything else: errors, notes, prompts. */
  err(text: string): void;
  readonly tty: { readonly stdin: boolean; readonly stdout: boolean; readonly stderr: boolean };
  /** Columns of stdout; 120 when it is not a terminal, so that a pipe reads the same everywhere. */
  readonly width: number;
  readonly colour: { readonly stdout: ColourLevel; readonly stderr: ColourLevel };
  /** Whether only ASCII signs may be drawn. */
  readonly ascii: boolean;
  readonly env: Environment;
  readonly cwd: string;
  /** Wall clock, milliseconds since 1970. */
  now(): number;
  /** Names the AWS profile to parts of the AWS SDK that read the environment alone, such as its search for endpoints. */
  useProfile(name: string): void;
  /** All of stdin as text, by its byte order mark; UTF-8 without one. */
  readStdin(): Promise<string>;
  /** For prompts and spinners only. */
  readonly streams: { readonly stdin: NodeJS.ReadableStream; readonly stderr: NodeJS.WritableStream };
  /** From this call on SIGINT and SIGTERM do not kill: the first of them ends the wait, and the next one kills. */
  stopped(): Promise<void>;
  /** Returns after so many milliseconds, or sooner when the promise is kept. */
  pause(milliseconds: number, sooner: Promise<void>): Promise<void>;
  /** Set in tests: a generator of id tails that replaces randomness. */
  readonly ids?: () => string;
}

/** A writable stream as far as `processIo` uses it. */
interface Output extends NodeJS.WritableStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** The part of node's `process` that is used; a test passes its own. */
export interface ProcessLike extends Signals {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Record<string, string | undefined>;
  cwd(): string;
}

export const PIPE_WIDTH = 120;
const TERMINAL_WIDTH = 80;

/** Stdout and stderr as file descriptors, where they are no terminals. */
export interface Descriptors {
  isTerminal(descriptor: number): boolean;
  /** Writes everything, waiting where the reader is slow. Returns false once the reader is gone. */
  write(descriptor: number, text: string): boolean;
}

/**
 * The real world. A stream is opened only when it is used, and for a pipe or a file not at all when `descriptors` are
 * given: Node's streams cost a tenth of a bare start each. A reader that goes away (`lm … | head -1`) ends the output quietly.
 */
export function processIo(process: ProcessLike, descriptors?: Descriptors): Io {
  const isTerminal = (descriptor: 1 | 2, stream: () => Output): boolean =>
    (descriptors === undefined || descriptors.isTerminal(descriptor)) && stream().isTTY === true;
  const tty = {
    get stdin(): boolean {
      return process.stdin.isTTY === true;
    },
    get stdout(): boolean {
      return isTerminal(1, () => process.stdout);
    },
    get stderr(): boolean {
      return isTerminal(2, () => process.stderr);
    },
  };
  const writer = (descriptor: 1 | 2, stream: () => Output): ((text: string) => void) =>
    descriptors === undefined || isTerminal(descriptor, stream)
      ? quietWriter(stream())
      : quietDescriptor(descriptors, descriptor);
  return {
    out: onFirstUse(() => writer(1, () => process.stdout)),
    err: onFirstUse(() => writer(2, () => process.stderr)),
    tty,
    get width() {
      return tty.stdout ? process.stdout.columns || TERMINAL_WIDTH : PIPE_WIDTH;
    },
    colour: {
      get stdout() {
        return colourLevel(process.env, () => tty.stdout);
      },
      get stderr() {
        return colourLevel(process.env, () => tty.stderr);
      },
    },
    ascii: needsAscii(process.env),
    env: process.env,
    get cwd() {
      return process.cwd();
    },
    now: () => Date.now(),
    useProfile: (name) => {
      process.env.AWS_PROFILE = name;
    },
    readStdin: async () => (await import('./decoded.ts')).readAll(process.stdin),
    streams: {
      get stdin() {
        return process.stdin;
      },
      get stderr() {
        return process.stderr;
      },
    },
    stopped: () => signalled(process),
    pause,
  };
}

function onFirstUse(make: () => (text: string) => void): (text: string) => void {
  let write: ((text: string) => void) | undefined;
  return (text) => {
    if (text === '') return;
    write ??= make();
    write(text);
  };
}

function quietDescriptor(descriptors: Descriptors, descriptor: number): (text: string) => void {
  let open = true;
  return (text) => {
    if (open) open = descriptors.write(descriptor, text);
  };
}

/** The same world without colour: what `--no-color` asks for. */
export function withoutColour(io: Io): Io {
  const colour = { stdout: 0, stderr: 0 } as const;
  return Object.create(io, { colour: { value: colour, enumerable: true } });
}

/** What a test may set; all else is a pipe in an empty environment at 2026-11-21 03:00 UTC. */
export interface TestIoOptions {
  readonly stdin?: string;
  readonly tty?: { readonly stdin?: boolean; readonly stdout?: boolean; readonly stderr?: boolean };
  readonly width?: number;
  readonly env?: Environment;
  readonly cwd?: string;
  readonly now?: number;
  readonly ids?: () => string;
  readonly streams?: Io['streams'];
  /** Told of stdout as it is written: for a program that stays. */
  readonly told?: (text: string) => void;
  /** When a signal comes; at once, if not given. */
  readonly stopped?: () => Promise<void>;
}

export interface TestIo extends Io {
  /** What was written so far. */
  readonly stdout: string;
  readonly stderr: string;
}

/** A world in memory for tests; what is written can be read from `stdout` and `stderr`. */
export function testIo(options: TestIoOptions = {}): TestIo {
  const written = { stdout: '', stderr: '' };
  const env = options.env ?? {};
  const tty = { stdin: false, stdout: false, stderr: false, ...options.tty };
  let now = options.now ?? Date.UTC(2026, 10, 21, 3);
  return {
    out(text) {
      written.stdout += text;
      options.told?.(text);
    },
    err(text) {
      written.stderr += text;
    },
    get stdout() {
      return written.stdout;
    },
    get stderr() {
      return written.stderr;
    },
    tty,
    width: options.width ?? (tty.stdout ? TERMINAL_WIDTH : PIPE_WIDTH),
    colour: { stdout: colourLevel(env, tty.stdout), stderr: colourLevel(env, tty.stderr) },
    ascii: needsAscii(env),
    env,
    cwd: options.cwd ?? '/',
    now: () => now,
    useProfile: () => undefined,
    readStdin: () => Promise.resolve(options.stdin ?? ''),
    get streams() {
      return options.streams ?? noStreams();
    },
    stopped: options.stopped ?? (() => Promise.resolve()),
    pause: async (milliseconds) => {
      now += milliseconds;
    },
    ...(options.ids ? { ids: options.ids } : {}),
  };
}

/**
 * How many colours a stream gets: NO_COLOR, then FORCE_COLOR, then CLICOLOR_FORCE, then CLICOLOR=0 and TERM=dumb, then
 * whether the stream is a terminal. An empty variable counts as absent (no-color.org, force-color.org, bixense.com/clicolors).
 */
export function colourLevel(env: Environment, isTty: boolean | (() => boolean)): ColourLevel {
  if (env.NO_COLOR) return 0;
  if (env.FORCE_COLOR) return forcedLevel(env.FORCE_COLOR, env);
  if (env.CLICOLOR_FORCE && env.CLICOLOR_FORCE !== '0') return terminalLevel(env);
  if (env.CLICOLOR === '0' || env.TERM === 'dumb') return 0;
  return (typeof isTty === 'function' ? isTty() : isTty) ? terminalLevel(env) : 0;
}

function forcedLevel(value: string, env: Environment): ColourLevel {
  const named: Readonly<Record<string, ColourLevel>> = { '0': 0, false: 0, '1': 1, '2': 2, '3': 3 };
  return named[value] ?? terminalLevel(env);
}

function terminalLevel(env: Environment): ColourLevel {
  if (env.COLORTERM === 'truecolor' || env.COLORTERM === '24bit') return 3;
  return env.TERM?.includes('256color') ? 2 : 1;
}

/** Whether the terminal or the locale cannot be trusted with more than ASCII; no locale at all is taken as UTF-8. */
export function needsAscii(env: Environment): boolean {
  if (env.TERM === 'dumb') return true;
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || 'UTF-8';
  return !/utf-?8/i.test(locale);
}

function noStreams(): never {
  throw new Error('testIo() has no streams: pass { streams } to a test that prompts');
}

function quietWriter(stream: Output): (text: string) => void {
  let gone = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    gone = true;
  });
  return (text) => {
    if (!gone) stream.write(text);
  };
}
