import { expect, test } from 'vitest';
import type { Violation } from '../../src/contract/decision.ts';
import { Fault } from '../../src/contract/fault.ts';
import { CORE_ROLE } from '../../src/validation/conversion.ts';
import {
  consumptions,
  dump,
  groupsPlace,
  hardLimitsHold,
  invariants,
  nothingUnlawful,
  placements,
  REFUSAL_LEAVES,
  sound,
  unlawful,
} from './scenario/invariants.ts';
import { LOOKS, type Look } from './scenario/looks.ts';
import { duration, type Expected, type Row, readRows } from './scenario/rows.ts';
import { Stage } from './scenario/stage.ts';
import { CONVERT_VERBS } from './scenario/verbs-convert.ts';
import { EC2_VERBS } from './scenario/verbs-ec2.ts';
import { GROUP_LOOKS, GROUP_VERBS } from './scenario/verbs-groups.ts';
import { LICENCE_VERBS, type Verb } from './scenario/verbs-licence.ts';
import { ORG_LOOKS, ORG_VERBS } from './scenario/verbs-org.ts';
import { bucket, REPORT_LOOKS, REPORT_VERBS } from './scenario/verbs-report.ts';
import { ROLE_LOOKS, ROLE_VERBS } from './scenario/verbs-roles.ts';
import { SHARE_LOOKS, SHARE_VERBS } from './scenario/verbs-share.ts';
import { TOPIC_LOOKS, TOPIC_VERBS } from './scenario/verbs-topics.ts';

/**
 * A test written as a ledger: rows of words that a licence administrator could read. Every row that calls AWS is first
 * rehearsed (which must leave no byte changed and predict the answer), then done, and after every row all invariants hold.
 */
export function scenario(title: string, text: string): void {
  test(title, () => play(text));
}

/**
 * Plays the rows of a scenario. Rejects with the first row that does not go as it says.
 * @param ending looks at what the last row has left
 */
export async function play(text: string, ending: (stage: Stage) => Promise<void> = async () => {}): Promise<void> {
  const stage = new Stage();
  // A new sandbox fills itself at its first call, which must not look like a change made by that call.
  stage.admin.advanceClock(0);
  await playOn(stage, text, invariants);
  await ending(stage);
  sound(stage.sandbox.database);
  stage.sandbox.engine.close();
}

/** Plays rows on a stage that is set already. @param holds looks at it after each row */
export async function playOn(stage: Stage, text: string, holds: (stage: Stage) => Promise<void>): Promise<void> {
  for (const row of readRows(text)) {
    try {
      await step(stage, row);
      await holds(stage);
    } catch (error) {
      if (error instanceof Error) error.message = `line ${row.line}, "${row.text}": ${error.message}`;
      throw error;
    }
  }
}

/** Words of several files; the same word in two of them would silently mean the last. */
function together<T>(...parts: readonly Readonly<Record<string, T>>[]): Readonly<Record<string, T>> {
  const words = parts.flatMap((part) => Object.keys(part));
  const twice = words.filter((word, at) => words.indexOf(word) < at);
  if (twice.length > 0) throw new Error(`words of scenarios that mean two things: ${twice.join(', ')}`);
  return Object.assign({}, ...parts);
}

const VERBS = together<Verb>(
  LICENCE_VERBS,
  EC2_VERBS,
  GROUP_VERBS,
  ORG_VERBS,
  SHARE_VERBS,
  CONVERT_VERBS,
  ROLE_VERBS,
  TOPIC_VERBS,
  REPORT_VERBS,
);
const SEEN = together<Look>(LOOKS, GROUP_LOOKS, ORG_LOOKS, SHARE_LOOKS, ROLE_LOOKS, TOPIC_LOOKS, REPORT_LOOKS);

/** Rows that set the stage: who acts, where, when, and what the sandbox is set to. */
const SETTINGS: Readonly<Record<string, (stage: Stage, words: readonly string[]) => void>> = {
  account: (stage, [name = '', id = '']) => {
    stage.admin.addAccount(id, name);
    stage.name(name, id);
  },
  as: (stage, [name = '']) => {
    stage.scope = { ...stage.scope, account: stage.id(name) };
  },
  region: (stage, [region = '']) => {
    stage.scope = { ...stage.scope, region };
  },
  charging: (stage, [way = '']) => stage.admin.setting('charging', way),
  quota: (stage, [name = '', value = '']) => stage.admin.setting(name, Number(value)),
  /** `fail maybe HOST` leaves a host alone that is not available. */
  fail: (stage, words) => {
    try {
      stage.admin.failHost(stage.scope, stage.id(words.at(-1) ?? ''));
    } catch (fault) {
      if (words[0] !== 'maybe' || !(fault instanceof Fault)) throw fault;
    }
  },
  /** The host that was allocated last: the replacement of one that failed. */
  newest: (stage, [name = '']) => {
    const row = stage.sandbox.database.get('SELECT id FROM host ORDER BY key DESC LIMIT 1');
    stage.name(name, String(row?.id));
  },
  /** `role deleted` or `role there`: License Manager's core role of the account that acts. */
  role: (stage, [state]) => {
    const { account } = stage.scope;
    stage.sandbox.engine.change(({ tx, now }) => tx.roles.set(account, CORE_ROLE, state === 'there', now));
  },
  bucket,
  deny: (stage, [action = '']) => stage.admin.permission(action, false),
  allow: (stage, [action = '']) => stage.admin.permission(action, true),
  /** `agent INSTANCE reachable|unreachable`, `kms reachable|unreachable` */
  agent: (stage, [name = '', state]) => stage.admin.agent(stage.id(name), state === 'reachable'),
  kms: (stage, [state = '']) => stage.admin.setting('kms', state),
  tick: (stage, words) => {
    stage.sandbox.tick(duration(words));
    stage.admin.advanceClock(0);
  },
};

async function step(stage: Stage, row: Row): Promise<void> {
  const setting = SETTINGS[row.verb];
  if (setting !== undefined) return setting(stage, row.words);
  const look = SEEN[row.verb];
  if (look !== undefined) {
    const { seen, wanted } = await look(stage, row);
    return void expect(seen.trim()).toBe(wanted.trim());
  }
  const verb = VERBS[row.verb];
  if (verb === undefined) throw new Error(`no verb is called "${row.verb}"`);
  await act(stage, row, verb);
}

/** Verbs that a hard limit can refuse. Updates and reactivation may leave more in use than the limit says. */
const TAKES = ['launch', 'start', 'attach', 'swap'];

/** What a call led to, in a form that can be compared. */
interface Outcome {
  readonly answers: string;
  readonly code: string | undefined;
  readonly broken: readonly Violation[];
  readonly outcome: 'ok' | 'alert' | 'refused';
}

async function act(stage: Stage, row: Row, verb: Verb): Promise<void> {
  const { engine, database } = stage.sandbox;
  const before = dump(database);
  const consumption = consumptions(database);
  const lawless = unlawful(database);
  const placed = placements(database);
  const foretold = await outcomeOf(stage, () => engine.rehearse(() => verb(stage, row)));
  expect(dump(database), 'a rehearsal leaves no byte changed').toEqual(before);
  const done = await outcomeOf(stage, () => verb(stage, row));
  expect(foretold, 'a rehearsal predicts what is then done').toEqual(done);
  if (row.expected.outcome !== 'any') compare(stage, done, row.expected);
  if (TAKES.includes(row.verb)) hardLimitsHold(consumption, consumptions(database));
  if (TAKES.includes(row.verb)) nothingUnlawful(lawless, unlawful(database));
  groupsPlace(placed, placements(database));
  if (done.outcome !== 'refused') return;
  const kept = Object.entries(before).filter(([table]) => !REFUSAL_LEAVES.includes(table));
  expect(dump(database, REFUSAL_LEAVES), 'a refused call changes nothing').toEqual(Object.fromEntries(kept));
}

async function outcomeOf(stage: Stage, work: () => Promise<void>): Promise<Outcome> {
  stage.answers = [];
  stage.sandbox.engine.takeAlerts();
  try {
    await work();
    const broken = stage.sandbox.engine.takeAlerts();
    const outcome = broken.length > 0 ? 'alert' : 'ok';
    return { answers: JSON.stringify(stage.answers), code: undefined, broken, outcome };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { code, violations } = error;
    return { answers: JSON.stringify(stage.answers), code, broken: violations, outcome: 'refused' };
  }
}

function compare(stage: Stage, done: Outcome, expected: Expected): void {
  const ids = done.broken.length > 0 ? done.broken.map((one) => one.id) : [done.code ?? []].flat();
  expect([done.outcome, ...ids].join(' ')).toBe([expected.outcome, ...expected.broken.map((one) => one.id)].join(' '));
  for (const [index, { id, args }] of expected.broken.entries()) {
    for (const [name, value] of args) {
      const found = done.broken[index]?.args[name];
      const seen = (Array.isArray(found) ? found : [found]).map((one) => stage.nameOf(String(one))).join(',');
      expect(seen, `${name} of ${id}`).toBe(value);
    }
  }
}
