import type { Violation } from '../contract/decision.ts';
import type { Input, OperationName, Output } from '../contract/operations.ts';
import type { Scope } from '../contract/ports.ts';
import { inputShape } from '../contract/shapes/index.ts';
import { checkShape } from '../validation/shape.ts';
import { requireAccount } from './accounts.ts';
import { attempt, noWorld, type Request, recordOf } from './attempt.ts';
import { type Answer, hasShape, type Malformed, type Outer } from './call.ts';
import { withToken } from './idempotency.ts';
import type { RandomHex } from './ids.ts';
import { operationNamed } from './operations/index.ts';
import { type Delivery, emptyOutbox } from './outbox.ts';
import { type Kept, Reads } from './reads.ts';
import { recordCall } from './record.ts';
import { loadWording, type Settled, worded } from './refusal.ts';
import type { Database, Glance } from './store/database.ts';
import type { Disk } from './store/disk.ts';
import type { Tx } from './store/store.ts';
import type { SandboxRow } from './store/tables/sandbox.ts';
import { type Moment, type Prepared, Timeline } from './timeline.ts';
import { Writes } from './writes.ts';

export type { Kept } from './reads.ts';
export type { Moment } from './timeline.ts';

export interface EngineOptions {
  readonly database: Database;
  /** The machine's clock, in milliseconds since 1970. */
  readonly wall: () => number;
  readonly random: RandomHex;
  /** Where alerts go once their transaction is committed; without one they wait. */
  readonly delivery?: Delivery;
  /** The schedule and the seed, where they are loaded already. */
  readonly prepared?: Prepared;
}

/**
 * One call = one transaction. A write: the schedule catches up to now, SAVEPOINT, constraints and operation, RELEASE (or
 * ROLLBACK TO when refused), then the trail, the failures and the alerts, COMMIT. So a refused call changes nothing but
 * those. A read takes the write lock only when something is due; its events are written after the answer.
 */
export class Engine {
  readonly #db: Database;
  readonly #timeline: Timeline;
  readonly #reads: Reads;
  readonly #writes: Writes;
  #alerts: Violation[] = [];
  #outer: Outer | undefined;

  constructor(private readonly options: EngineOptions) {
    this.#db = options.database;
    this.#timeline = new Timeline({ ...options, caughtUp: () => this.#deliver() });
    this.#reads = new Reads(options.database, this.#timeline);
    this.#writes = new Writes(options.database, this.#timeline, () => this.#deliver());
  }

  /**
   * Calls an operation; one that demands a client token need not be given any.
   * @throws Fault as AWS would; StoreError when the sandbox file cannot be used
   */
  async call<K extends OperationName>(name: K, input: Input<K>, scope: Scope): Promise<Output<K>> {
    return (await this.answer(name, withToken(await inputShape(name), input), scope)).output;
  }

  /**
   * The same for a request that came over the wire, whose members nobody has typed.
   * @param known whether the account must be in the sandbox still when the call runs
   * @returns the answer, and the request id that the trail keeps
   */
  async answer<K extends OperationName>(name: K, input: object, scope: Scope, known = false): Promise<Answer<K>> {
    const [operation, shape] = await Promise.all([operationNamed(name), inputShape(name)]);
    const worldOf = operation.decides ? (await import('../world/sql.ts')).sqlWorld : noWorld;
    const malformed = checkShape(name, shape, input);
    if (!hasShape<K>(input, malformed))
      return this.#timeline.scheduled(() => this.#malformed({ operation, input, scope, known }, malformed));
    const request: Request<K> = { operation, input, scope, worldOf, known };
    if (this.#outer !== undefined) return this.#inside(this.#outer, request);
    return this.#timeline.scheduled(() => (operation.access === 'read' ? this.#read(request) : this.#write(request)));
  }

  /** A read once more, where nothing changed. @returns its request id, or nothing where it must be made anew */
  again(kept: Kept, glance = this.glance()): string | undefined {
    return this.#outer === undefined ? this.#reads.again(kept, glance) : undefined;
  }

  /** One look at the file for several reads that were all asked for before the first of them is made once more. */
  glance(): Glance {
    return this.#db.glance();
  }

  /** As `ask`, whether or not the schedule is loaded. */
  asking<T>(question: (moment: Moment) => T): Promise<T> {
    return this.#timeline.scheduled(() => this.ask(question));
  }

  /** Loads the schedule and the seed: needed before `ask` and `change` by whoever does not know that neither is wanted. */
  ready(): Promise<void> {
    return this.#timeline.ready();
  }

  /** Runs a question about the present world in a read transaction. */
  ask<T>(question: (moment: Moment) => T): T {
    return this.#outer === undefined ? this.#timeline.reading(question) : question(this.#outer.moment);
  }

  /** Runs a change of the sandbox itself (clock, accounts, settings) as a write; inside a rehearsal, without `row`. */
  change<T>(edit: (moment: Moment) => T, row: (moment: Moment) => Partial<SandboxRow> = () => ({})): T {
    if (this.#outer !== undefined) return edit(this.#outer.moment);
    return this.#timeline.transaction((moment) => {
      const answer = edit(moment);
      this.#timeline.keep(moment, row(moment));
      return answer;
    });
  }

  /**
   * Empties the sandbox and fills it anew, as one transaction inside the same file.
   * @param refill empties it; may fill it as well and return the first row, which else is that of a fresh sandbox
   */
  startOver(refill: (tx: Tx) => SandboxRow | undefined): void {
    this.#timeline.transaction(({ tx }) => tx.sandbox.write(refill(tx) ?? this.#timeline.fresh(tx)));
  }

  /** Several calls as one: all stay, or none; a refused one is still on the trail. */
  async atomically<T>(steps: () => Promise<T>): Promise<T> {
    if (this.#outer !== undefined) return steps();
    const outer: Outer = { moment: await this.#begin(), records: [] };
    this.#outer = outer;
    try {
      const answer = await steps();
      for (const record of outer.records) recordCall(outer.moment.tx, record);
      this.#timeline.keep(outer.moment);
      this.#db.commit();
      this.#deliver();
      return answer;
    } catch (error) {
      this.#db.rollback();
      this.#alerts = [];
      const refused = outer.records.at(-1);
      if (refused?.fault !== undefined) {
        this.change(({ tx }) => recordCall(tx, refused));
        this.#deliver();
      }
      throw error;
    } finally {
      this.#outer = undefined;
    }
  }

  /** Several calls for real, and then none of them: no change, no event, no failure. */
  async rehearse<T>(steps: () => Promise<T>): Promise<T> {
    this.#outer = { moment: await this.#begin(), records: [] };
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

  /** Writes the events of reads, which nobody waits for. */
  flush(): void {
    this.#reads.flush();
  }

  /** From now on, writes that come over the wire are forced to disk together. */
  share(disk: Disk): void {
    this.#writes.share(disk);
  }

  /** Writes what may be written after the answer, and closes the file. */
  close(): void {
    this.flush();
    this.#writes.close();
    this.#db.close();
  }

  #begin(): Promise<Moment> {
    return this.#timeline.scheduled(() => this.#timeline.beginWrite());
  }

  async #write<K extends OperationName>(request: Request<K>): Promise<Answer<K>> {
    return this.#answer(await this.#writes.run(request));
  }

  async #read<K extends OperationName>(request: Request<K>): Promise<Answer<K>> {
    const { outcome, kept } = this.#reads.run(request);
    const settled = outcome.ok ? outcome : worded(outcome, await loadWording());
    this.#reads.tell(settled.call);
    return { ...this.#answer(settled), kept };
  }

  async #inside<K extends OperationName>(outer: Outer, request: Request<K>): Promise<Answer<K>> {
    const outcome = attempt(request, outer.moment);
    const settled = outcome.ok ? outcome : worded(outcome, await loadWording());
    outer.records.push(settled.call);
    return this.#answer(settled);
  }

  /** A request that does not have the operation's shape is refused before anything is looked at. */
  async #malformed<K extends OperationName>(request: Malformed<K>, violations: readonly Violation[]): Promise<never> {
    const wording = await loadWording();
    const call = this.ask((moment) => {
      if (request.known) requireAccount(moment.tx, request.scope.account);
      return recordOf(request, moment, []);
    });
    const settled = worded({ ok: false, violations, call }, wording);
    if (this.#outer !== undefined) this.#outer.records.push(settled.call);
    else if (call.access === 'read') this.#reads.tell(settled.call);
    else this.change(({ tx }) => recordCall(tx, settled.call));
    throw settled.fault;
  }

  /** After COMMIT: nothing is sent for a change that was undone. */
  #deliver(): void {
    try {
      if (this.options.delivery !== undefined) emptyOutbox(this.#db, this.options.delivery);
    } catch {
      // The call is done and must say so. What could not be sent stays in the outbox and goes with the next.
    }
  }

  #answer<T>(outcome: Settled<T>): { readonly output: T; readonly requestId: string } {
    if (!outcome.ok) throw outcome.fault;
    this.#alerts.push(...outcome.call.alerts);
    return { output: outcome.output, requestId: outcome.call.requestId };
  }
}
