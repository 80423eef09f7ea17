import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../src/cli/run.ts';
import { testIo } from '../../src/io.ts';
import { openLocal } from '../../src/local-engine/index.ts';
import { openDatabase } from '../../src/local-engine/store/database.ts';
import { MIGRATIONS } from '../../src/local-engine/store/schema.ts';
import { serve } from '../../src/server/index.ts';
import { prepared } from '../golden/play.ts';
import { argumentsOf } from '../golden/words.ts';

/** What a line came to, as a program reads it. */
export interface Answer {
  readonly exit: number;
  /** What JSON says: the data on stdout, or the error on stderr. */
  readonly data: unknown;
}

/** What lines came to, and what they left in the sandbox. */
export interface Session {
  readonly answers: readonly Answer[];
  readonly left: Readonly<Record<string, unknown>>;
}

const START = Date.UTC(2026, 10, 21, 3);
const MINUTE = 60_000;
const ACCOUNT = '111122223333';

/** What is played: lines one after the other, in a copy of a world, after lines that prepare it further. */
export interface Scene {
  readonly lines: readonly string[];
  readonly world: string;
  readonly silent?: readonly string[];
}

/** Plays lines with the embedded engine, one minute apart, with ids that count. */
export async function playLocal({ lines, world, silent = [] }: Scene): Promise<Session> {
  const home = await prepared(silent, world);
  try {
    const answers: Answer[] = [];
    for (const [at, line] of lines.entries()) answers.push(await say(line, home, START + at * MINUTE));
    return { answers, left: left(home) };
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** The same through the SDK, against a server on a copy of the same world that has the same clock and ids. */
export async function playAws({ lines, world, silent = [] }: Scene): Promise<Session> {
  const home = await prepared(silent, world);
  try {
    const answers = await answersOfServer(lines, home);
    return { answers, left: left(home) };
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

async function answersOfServer(lines: readonly string[], home: string): Promise<readonly Answer[]> {
  const clock = { now: START };
  const local = await openLocal({
    home: join(home, 'sandboxes'),
    sandbox: 'default',
    wall: () => clock.now,
    random: (digits) => '0'.repeat(digits),
  });
  const troubles: unknown[] = [];
  const onTrouble = (error: unknown) => void troubles.push(error);
  const served = await serve(local.service, { address: '127.0.0.1', port: 0, onTrouble });
  try {
    const answers: Answer[] = [];
    for (const [at, line] of lines.entries()) {
      clock.now = START + at * MINUTE;
      answers.push(await say(line, home, clock.now, served.endpoint));
    }
    if (troubles.length > 0) throw new AggregateError(troubles, 'the server had trouble of its own');
    return answers;
  } finally {
    await served.stop();
    local.backend.close();
  }
}

/** Credentials that the SDK finds before it looks at this machine; the key id names the account. */
const credentials = (line: string) => ({
  AWS_ACCESS_KEY_ID: /--account (\d{12})/.exec(line)?.[1] ?? ACCOUNT,
  AWS_SECRET_ACCESS_KEY: 'nobody-looks-at-it',
  AWS_REGION: 'us-east-1',
});

async function say(line: string, home: string, now: number, endpoint?: string): Promise<Answer> {
  const env = { LM_HOME: home, ...(endpoint === undefined ? {} : credentials(line)) };
  const io = testIo({ env, cwd: home, now, ids: () => '0' });
  const backend = endpoint === undefined ? [] : ['--backend', 'aws', '--endpoint-url', endpoint];
  const words = [...withoutFormat(argumentsOf(line)), '-o', 'json', ...backend];
  const exit = await run(words, io, { version: '0.0.0' });
  return { exit, data: io.stdout === '' ? errorIn(io.stderr) : JSON.parse(io.stdout) };
}

/** A line may ask for a format of its own; compared is what a program reads. */
function withoutFormat(words: readonly string[]): readonly string[] {
  const at = words.indexOf('-o');
  return at < 0 ? words : words.filter((_, index) => index !== at && index !== at + 1);
}

/** The JSON of an error, which stands below the lines for people. */
function errorIn(stderr: string): unknown {
  const at = stderr.search(/^\{$/m);
  return at < 0 ? stderr : JSON.parse(stderr.slice(at));
}

/** What belongs to the way a call came: its trail, its token, and ids of requests that it used up. */
const ASIDE = ['event', 'client_token', 'sandbox', 'outbox', 'sqlite_sequence'];

function left(home: string): Session['left'] {
  const db = openDatabase(join(home, 'sandboxes', 'default.db'), { migrations: MIGRATIONS });
  try {
    const tables = db.all(`SELECT name FROM sqlite_master WHERE type = 'table'`).map(({ name }) => String(name));
    const kept = tables.filter((table) => !ASIDE.includes(table));
    return Object.fromEntries(kept.map((table) => [table, db.all(`SELECT * FROM "${table}" ORDER BY 1, 2`)]));
  } finally {
    db.close();
  }
}
