import type { Violation } from '../contract/decision.ts';
import { Fault } from '../contract/fault.ts';
import type { Input, OperationName, Output } from '../contract/operations.ts';
import type { Scope } from '../contract/ports.ts';
import type { Shape } from '../contract/shape.ts';
import { SHAPES } from '../contract/shapes/index.ts';
import { sqlWorld } from '../world/sql.ts';
import { sandboxNow } from './clock.ts';
import { answered } from './idempotency.ts';
import { Ids, type RandomHex } from './ids.ts';
import type { Operation } from './operation.ts';
import { OPERATIONS } from './operations/index.ts';
import { type CallRecord, recordCall } from './record.ts';
import { type Applied, catchUp } from './schedule/index.ts';
import { DEFAULT_ACCOUNT, DEFAULT_REGION, seed } from './seed.ts';
import { guardShape } from './shape-guard.ts';
import { type Database, withSynchronous } from './store/database.ts';
import { Tx } from './store/store.ts';
import type { SandboxRow } from './store/tables/sandbox.ts';

export interface EngineOptions {
  readonly database: Database;
  /** The machine's clock, in milliseconds since 1970. */
  readonly wall: () => number;
  readonly random: RandomHex;
}

/** A transaction with its clock and ids. */
interface Moment {
  readonly tx: Tx;
  readonly now: number;
  readonly ids: Ids;
  readonly row: SandboxRow;
  readonly applied: readonly Applied[];
}

interface Outer {
  readonly kind: 'atomic' | 'rehearsal';
  readonly moment: Moment;
  readonly records: CallRecord[];
}

/**
 * One call = one transaction. A write: the schedule catches up to now, SAVEPOINT, shape and constraints and operation,
 * RELEASE (or ROLLBACK TO on a Fault), then the trail, the failures and the alerts, COMMIT. So a refused call changes
 * nothing but those. A read takes the write lock only when something is due; its events are written after the answer.
 */
export class Engine {
  readonly #db: Database;
  readonly #options: EngineOptions;
  readonly #readEvents: CallRecord[] = [];
  #alerts: Violation[] = [];
  #outer: Outer | undefined;

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#db = options.database;
  }

  /** @throws Fault as AWS would; StoreError when the sandbox file cannot be used */
  async call<K extends OperationName>(name: K, input: Input<K>, scope: Scope): Promise<Output<K>> {
    const [{ default: operation }, { input: shape }] = await Promise.all([OPERATIONS[name](), SHAPES[name]()]);
    if (this.#outer !== undefined) return this.#inside(this.#outer, operation, shape, input, scope);
    return operation.access === 'read'
      ? this.#read(operation, shape, input, scope)
      : this.#write(operation, shape, input, scope);
  }

  /** Runs a question about the present world in a read transaction. */
  ask<T>(question: (moment: Moment) => T): T {
    if (this.#outer !== undefined) return question(this.#outer.moment);
    const moment = this.#beginRead();
    try {
      return question(moment);
    } finally {
      this.#db.rollback();
    }
  }

  /** Runs a change of the sandbox itself (clock, accounts, settings) in a write transaction. */
  change<T>(edit: (moment: Moment) => T, row: (moment: Moment) => Partial<SandboxRow> = () => ({})): T {
    return this.#transaction((moment) => {
      const answer = edit(moment);
      this.#keep(moment, row(moment));
      return answer;
    });
  }

  /** Empties the sandbox and fills it anew, as one transaction inside the same file. */
  startOver(empty: (moment: Moment) => void): void {
    this.#transaction((moment) => {
      empty(moment);
      const { tx } = moment;
      const row = this.#fresh(tx);
      tx.sandbox.write(row);
    });
  }

  async atomically<T>(steps: () => Promise<T>): Promise<T> {
    if (this.#outer !== undefined) return steps();
    const outer: Outer = { kind: 'atomic', moment: this.#beginWrite(), records: [] };
    this.#outer = outer;
    try {
      const answer = await steps();
      for (const record of outer.records) recordCall(outer.moment.tx, record);
      this.#keep(outer.moment);
      this.#db.commit();
      return answer;
    } catch (error) {
      this.#db.rollback();
      const refused = outer.records.at(-1);
      if (error instanceof Fault && refused?.fault !== undefined)
        this.#transaction((moment) => recordCall(moment.tx, refused));
      throw error;
    } finally {
      this.#outer = undefined;
    }
  }

  async rehearse<T>(steps: () => Promise<T>): Promise<T> {
    this.#outer = { kind: 'rehearsal', moment: this.#beginWrite(), records: [] };
    try {
      return await steps();
    } finally {
      this.#outer = undefined;
      this.#db.rollback();
    }
  }

  /** Alerts raised since the last time they were taken. */
  takeAlerts(): readonly Violation[] {
    const taken = this.#alerts;
    this.#alerts = [];
    return taken;
  }

  /** Writes the events of reads, which nobody waits for, and closes the file. */
  close(): void {
    if (this.#readEvents.length > 0) {
      withSynchronous(this.#db, 'NORMAL', () =>
        this.#transaction(({ tx }) => this.#readEvents.forEach((record) => void recordCall(tx, record))),
      );
    }
    this.#db.close();
  }

  #write<K extends OperationName>(operation: Operation<K>, shape: Shape, input: Input<K>, scope: Scope): Output<K> {
    const outcome = this.#transaction((moment) => {
      const record = this.#attempt(operation, shape, input, scope, moment);
      recordCall(moment.tx, record.call);
      this.#keep(moment);
      return record;
    });
    return this.#answer(outcome);
  }

  #read<K extends OperationName>(operation: Operation<K>, shape: Shape, input: Input<K>, scope: Scope): Output<K> {
    const moment = this.#beginRead();
    try {
      const outcome = this.#attempt(operation, shape, input, scope, moment);
      this.#readEvents.push(outcome.call);
      return this.#answer(outcome);
    } finally {
      this.#db.rollback();
    }
  }

  #inside<K extends OperationName>(
    outer: Outer,
    operation: Operation<K>,
    shape: Shape,
    input: Input<K>,
    scope: Scope,
  ): Output<K> {
    const outcome = this.#attempt(operation, shape, input, scope, outer.moment);
    outer.records.push(outcome.call);
    return this.#answer(outcome);
  }

  /** The savepoint: guards, change and answer, or a Fault and no change. */
  #attempt<K extends OperationName>(
    operation: Operation<K>,
    shape: Shape,
    input: Input<K>,
    scope: Scope,
    moment: Moment,
  ): Attempt<Output<K>> {
    const { tx, now, ids } = moment;
    const alerts: Violation[] = [];
    const call = {
      operation: operation.name,
      access: operation.access,
      input,
      scope,
      at: now,
      requestId: ids.requestId(),
      alerts,
    };
    const context = {
      scope,
      here: tx.in(scope),
      now,
      ids,
      world: sqlWorld(tx, scope),
      alert: (raised: readonly Violation[]) => void alerts.push(...raised),
    };
    this.#db.savepoint('operation');
    try {
      guardShape(operation.name, shape, input);
      const output = answered(operation, tx, input, context, () => operation.run(tx, input, context));
      this.#db.release('operation');
      return { ok: true, output, call };
    } catch (error) {
      this.#db.rollbackTo('operation');
      if (!(error instanceof Fault)) throw error;
      const fault = new Fault({ ...error, message: error.message, requestId: call.requestId });
      return { ok: false, fault, call: { ...call, alerts: [], fault } };
    }
  }

  #answer<T>(outcome: Attempt<T>): T {
    if (!outcome.ok) throw outcome.fault;
    this.#alerts.push(...outcome.call.alerts);
    return outcome.output;
  }

  #transaction<T>(work: (moment: Moment) => T): T {
    const moment = this.#beginWrite();
    try {
      const answer = work(moment);
      this.#db.commit();
      return answer;
    } catch (error) {
      this.#db.rollback();
      throw error;
    }
  }

  #beginWrite(): Moment {
    this.#db.begin('immediate');
    try {
      return this.#caughtUp(new Tx(this.#db));
    } catch (error) {
      this.#db.rollback();
      throw error;
    }
  }

  #beginRead(): Moment {
    this.#db.begin('deferred');
    const tx = new Tx(this.#db);
    const row = tx.sandbox.read();
    const now = row === undefined ? 0 : this.#now(row);
    if (row !== undefined && (row.nextDue === undefined || row.nextDue > now))
      return { tx, row, now, ids: this.#ids(row, now), applied: [] };
    this.#db.rollback();
    this.#transaction((moment) => this.#keep(moment));
    return this.#beginRead();
  }

  /** Reads the sandbox's own row, filling an empty sandbox, and applies what is due. */
  #caughtUp(tx: Tx): Moment {
    const row = tx.sandbox.read() ?? this.#fresh(tx);
    const now = this.#now(row);
    const due = row.nextDue !== undefined && row.nextDue <= now;
    return { tx, row, now, ids: this.#ids(row, now), applied: due ? catchUp(tx, now) : [] };
  }

  #fresh(tx: Tx): SandboxRow {
    const now = this.#options.wall();
    const ids = new Ids(now, { time: 0, counter: 0 }, this.#options.random);
    seed(tx, ids, now);
    const { time: idTime, counter: idCounter } = ids.state;
    const defaults = { defaultAccount: DEFAULT_ACCOUNT, defaultRegion: DEFAULT_REGION, charging: 'per-host' } as const;
    return { clockOffset: 0, lastApplied: now, nextDue: undefined, idTime, idCounter, ...defaults };
  }

  #now(row: SandboxRow): number {
    return sandboxNow(this.#options.wall(), row.clockOffset, row.lastApplied);
  }

  #ids(row: SandboxRow, now: number): Ids {
    return new Ids(now, { time: row.idTime, counter: row.idCounter }, this.#options.random);
  }

  /** Keeps how far time and ids have come, and when the schedule is next needed. */
  #keep({ tx, row, now, ids }: Moment, edit: Partial<SandboxRow> = {}): void {
    const { time: idTime, counter: idCounter } = ids.state;
    tx.sandbox.write({ ...row, lastApplied: now, idTime, idCounter, ...edit, nextDue: tx.sandbox.earliestDue() });
  }
}

type Attempt<T> =
  | { readonly ok: true; readonly output: T; readonly call: CallRecord }
  | { readonly ok: false; readonly fault: Fault; readonly call: CallRecord };

export type { Moment };
