import { sandboxNow } from './clock.ts';
import { Ids, type RandomHex } from './ids.ts';
import type { Applied, CatchUp } from './schedule/index.ts';
import type { fresh } from './seed.ts';
import type { Database, Glance } from './store/database.ts';
import { requireSchema } from './store/migrate.ts';
import { MIGRATIONS } from './store/schema.ts';
import { Tx } from './store/store.ts';
import type { SandboxRow } from './store/tables/sandbox.ts';

/** A transaction with its clock and ids. */
export interface Moment {
  readonly tx: Tx;
  /** Milliseconds since 1970, by the sandbox's clock. */
  readonly now: number;
  readonly ids: Ids;
  readonly row: SandboxRow;
  /** What the schedule did when the transaction began. */
  readonly applied: readonly Applied[];
}

/** What a read stood on. */
export interface Ground {
  /** The mark of the file as the read saw it. */
  readonly mark: string;
  readonly row: SandboxRow;
}

/** What loads only when a transaction needs it: the schedule, and what fills an empty sandbox and returns its first row. */
export interface Prepared {
  readonly catchUp: CatchUp;
  readonly fresh: typeof fresh;
}

export interface TimelineOptions {
  readonly database: Database;
  /** The machine's clock, in milliseconds since 1970. */
  readonly wall: () => number;
  readonly random: RandomHex;
  /** Where it is loaded already. */
  readonly prepared?: Prepared;
  /** Called after the commit of a transaction in which the schedule did something: it may have raised alerts. */
  caughtUp(): void;
}

/**
 * Something is due and the schedule is not loaded, or the sandbox is empty and what fills it is not: most processes meet
 * neither, so they start without. Nothing was changed. Inside a transaction nothing may wait, so whoever can wait loads
 * both and tries again.
 */
class NotReady extends Error {}

/** Opens and closes transactions, each at its moment: time and ids go on where the last one stopped. */
export class Timeline {
  readonly #db: Database;
  #prepared: Prepared | undefined;

  constructor(private readonly options: TimelineOptions) {
    this.#db = options.database;
    this.#prepared = options.prepared;
  }

  /** Loads the schedule and what fills a new sandbox, for callers that cannot wait when they are needed. */
  async ready(): Promise<void> {
    if (this.#prepared !== undefined) return;
    const [{ catchUp }, { fresh }] = await Promise.all([import('./schedule/index.ts'), import('./seed.ts')]);
    this.#prepared = { catchUp, fresh };
  }

  /** Runs work that opens a transaction first of all; where it was not ready for that, makes it so and runs it again. */
  async scheduled<T>(work: () => T | Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof NotReady)) throw error;
      await this.ready();
      return work();
    }
  }

  /** Runs work in a write transaction: all of it is kept, or (when it throws) nothing. */
  transaction<T>(work: (moment: Moment) => T): T {
    const moment = this.beginWrite();
    try {
      const answer = work(moment);
      this.#db.commit();
      if (moment.applied.length > 0) this.options.caughtUp();
      return answer;
    } catch (error) {
      this.#db.rollback();
      throw error;
    }
  }

  /** Writes what stands apart from what is due: nothing is applied before. */
  append(work: (tx: Tx) => void): void {
    this.#db.begin('immediate');
    try {
      requireSchema(this.#db, MIGRATIONS.length);
      work(new Tx(this.#db));
      this.#db.commit();
    } catch (error) {
      this.#db.rollback();
      throw error;
    }
  }

  /** Runs a question in a read transaction. */
  reading<T>(question: (moment: Moment) => T): T {
    const moment = this.beginRead();
    try {
      return question(moment);
    } finally {
      this.#db.rollback();
    }
  }

  /** Takes the write lock; what is due is applied first. */
  beginWrite(): Moment {
    this.#db.begin('immediate');
    try {
      requireSchema(this.#db, MIGRATIONS.length);
      const tx = new Tx(this.#db);
      const row = tx.sandbox.read() ?? this.fresh(tx);
      const now = this.#now(row);
      const ids = this.#ids(row, now);
      return { tx, row, now, ids, applied: isDue(row, now) ? this.#apply(tx, now, ids) : [] };
    } catch (error) {
      this.#db.rollback();
      throw error;
    }
  }

  /** Reads without the write lock; only when something is due (or the sandbox is new) a write goes before. */
  beginRead(): Moment {
    this.#db.begin('deferred');
    try {
      requireSchema(this.#db, MIGRATIONS.length);
      const tx = new Tx(this.#db);
      const row = tx.sandbox.read();
      const now = row === undefined ? 0 : this.#now(row);
      if (row !== undefined && !isDue(row, now)) {
        return { tx, row, now, ids: this.#ids(row, now), applied: [] };
      }
    } catch (error) {
      this.#db.rollback();
      throw error;
    }
    this.#db.rollback();
    this.transaction((moment) => this.keep(moment));
    return this.beginRead();
  }

  /** What this read stands on, for asking later whether it still does. */
  ground({ row }: Moment): Ground {
    return { mark: this.#db.mark(), row };
  }

  /**
   * Whether a read of now would see what that one saw: nobody changed the file since, and nothing is due.
   * @param glance at the file, for one of several reads that were all asked for before
   * @returns the time and ids of now, or nothing where a read must look again
   */
  standing({ mark, row }: Ground, glance: Glance): Pick<Moment, 'now' | 'ids'> | undefined {
    const now = this.#now(row);
    if (isDue(row, now) || glance() !== mark) return undefined;
    return { now, ids: this.#ids(row, now) };
  }

  /** Keeps how far time and ids have come, and when the schedule is next needed. */
  keep({ tx, row, now, ids }: Moment, edit: Partial<SandboxRow> = {}): void {
    const { time: idTime, counter: idCounter } = ids.state;
    tx.sandbox.write({ ...row, lastApplied: now, idTime, idCounter, ...edit, nextDue: tx.sandbox.earliestDue() });
  }

  /** The first row of an empty sandbox, at the machine's own time. */
  fresh(tx: Tx): SandboxRow {
    if (this.#prepared === undefined) throw new NotReady('the sandbox is empty');
    return this.#prepared.fresh(tx, this.options.random, this.options.wall());
  }

  #apply(tx: Tx, now: number, ids: Ids): readonly Applied[] {
    if (this.#prepared === undefined) throw new NotReady('something is due');
    return this.#prepared.catchUp(tx, now, ids);
  }

  #now(row: SandboxRow): number {
    return sandboxNow(this.options.wall(), row.clockOffset, row.lastApplied);
  }

  #ids(row: SandboxRow, now: number): Ids {
    return new Ids(now, { time: row.idTime, counter: row.idCounter }, this.options.random);
  }
}

const isDue = ({ nextDue }: SandboxRow, now: number): boolean => nextDue !== undefined && nextDue <= now;
