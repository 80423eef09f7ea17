import { bind, type Params, type StatementShape, shapeOf } from './bind.ts';
import { bindError, fromEngine } from './errors.ts';
import { ensureFile, intoNewFile } from './file.ts';
import { migrate } from './migrate.ts';
import { closeEngine, type Engine, type EngineParams, type EngineStatement, openEngine } from './sqlite.ts';

export type { Param, Params } from './bind.ts';

/** A row as the engine gives it; only the tables beside this file see one. */
export type RawRow = Readonly<Record<string, string | number | bigint | null | Uint8Array>>;

/** The mark of a file, for questions that had all been put before it is first asked for: the file is looked at once. */
export type Glance = () => string;

/** One open SQLite file. Every member throws StoreError and nothing else. */
export interface Database {
  readonly file: string;
  readonly inTransaction: boolean;
  /** Runs a statement without rows; one with RETURNING goes through `get` or `all`. */
  run(sql: string, params?: Params): { readonly changes: number; readonly lastRowId: number };
  get(sql: string, params?: Params): RawRow | undefined;
  all(sql: string, params?: Params): readonly RawRow[];
  /** Runs a script: migrations and PRAGMAs, never values. */
  exec(sql: string): void;
  begin(mode: 'deferred' | 'immediate'): void;
  commit(): void;
  /** Does nothing outside a transaction: after a full disk and the like SQLite has rolled back by itself. */
  rollback(): void;
  savepoint(name: string): void;
  release(name: string): void;
  /** Undoes what was done since the savepoint, which stays open; does nothing outside a transaction, as `rollback`. */
  rollbackTo(name: string): void;
  /** Writes a complete copy into a new file. Refused if the file exists. */
  vacuumInto(path: string): void;
  /**
   * Equal marks mean that nobody changed the file between them, neither this connection nor another one. Inside a
   * transaction it is the mark of what the transaction sees.
   */
  mark(): string;
  /** Marks that share one look at what other connections did; this one's own changes show in each. */
  glance(): Glance;
  /** Rolls back an open transaction. Closing twice is harmless. */
  close(): void;
}

export interface OpenOptions {
  /** Element n takes the file from schema n to n + 1. */
  readonly migrations: readonly string[];
  /** Told of every statement before it runs. */
  readonly onStatement?: (sql: string) => void;
  /** How long a statement waits for another process's lock, in milliseconds. */
  readonly busyTimeoutMs?: number;
}

const DEFAULT_BUSY_TIMEOUT_MS = 60_000;

/**
 * Opens a sandbox file, creating and migrating it as needed. `:memory:` opens one without a file.
 * @throws StoreError; a file that is refused (newer, damaged, read-only, not ours) is left as it was
 */
export function openDatabase(file: string, options: OpenOptions): Database {
  const patience = options.busyTimeoutMs ?? DEFAULT_BUSY_TIMEOUT_MS;
  ensureFile(file);
  const db = new SqliteDatabase(file, options.onStatement);
  try {
    // Set on each open, not assumed: the engines' defaults differ (one is built with NORMAL for WAL files).
    db.exec(`PRAGMA busy_timeout=${patience}; PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL`);
    migrate(db, options.migrations, patience);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Runs work whose transactions need not survive a loss of power: at NORMAL a commit is not forced to disk, though it is
 * still all or nothing and survives the death of the process. Afterwards commits are durable (FULL) again.
 * A transaction that the work leaves open is rolled back.
 * @throws StoreError (bind) inside a transaction, where SQLite cannot change this
 */
export function withSynchronous<T>(db: Database, level: 'NORMAL' | 'FULL', work: () => T): T {
  if (db.inTransaction) throw bindError('synchronous cannot change inside a transaction');
  db.exec(`PRAGMA synchronous=${level}`);
  try {
    return work();
  } finally {
    db.rollback();
    db.exec('PRAGMA synchronous=FULL');
  }
}

interface Prepared extends StatementShape {
  readonly statement: EngineStatement;
}

class SqliteDatabase implements Database {
  private readonly engine: Engine;
  private readonly prepared = new Map<string, Prepared>();
  private open = true;
  /** Statements of this connection that may have changed something, which SQLite's own count of changes leaves out. */
  private edits = 0;

  constructor(
    readonly file: string,
    private readonly onStatement: ((sql: string) => void) | undefined,
  ) {
    this.engine = this.guard(() => openEngine(file));
  }

  get inTransaction(): boolean {
    return this.open && this.engine.isTransaction;
  }

  run(sql: string, params?: Params) {
    this.edits += 1;
    const done = this.execute(sql, params, ({ statement, returning }, bound) => {
      if (returning) throw bindError('a statement with RETURNING must be fetched with get or all');
      return bound === undefined ? statement.run() : statement.run(bound);
    });
    return { changes: Number(done.changes), lastRowId: Number(done.lastInsertRowid) };
  }

  get(sql: string, params?: Params): RawRow | undefined {
    return this.execute(sql, params, ({ statement, returning }, bound) => {
      if (returning) this.edits += 1;
      return bound === undefined ? statement.get() : statement.get(bound);
    });
  }

  all(sql: string, params?: Params): readonly RawRow[] {
    return this.execute(sql, params, ({ statement, returning }, bound) => {
      if (returning) this.edits += 1;
      return bound === undefined ? statement.all() : statement.all(bound);
    });
  }

  exec(sql: string): void {
    this.edits += 1;
    this.onStatement?.(sql);
    this.guard(() => this.engine.exec(sql));
  }

  begin(mode: 'deferred' | 'immediate'): void {
    this.control(mode === 'immediate' ? 'BEGIN IMMEDIATE' : 'BEGIN DEFERRED');
  }

  commit(): void {
    this.control('COMMIT');
  }

  rollback(): void {
    if (this.inTransaction) this.control('ROLLBACK');
  }

  savepoint(name: string): void {
    this.control(`SAVEPOINT ${plainName(name)}`);
  }

  release(name: string): void {
    this.control(`RELEASE ${plainName(name)}`);
  }

  rollbackTo(name: string): void {
    if (this.inTransaction) this.control(`ROLLBACK TO ${plainName(name)}`);
  }

  vacuumInto(path: string): void {
    intoNewFile(path, () => this.run('VACUUM INTO $path', { path }));
  }

  mark(): string {
    return this.glance()();
  }

  glance(): Glance {
    let version: RawRow[string] | undefined;
    return () => {
      version ??= this.get('PRAGMA data_version')?.data_version;
      return `${version} ${this.edits}`;
    };
  }

  close(): void {
    if (!this.open) return;
    this.open = false;
    this.prepared.clear();
    this.guard(() => closeEngine(this.engine));
  }

  /** Opens and closes transactions, which change nothing by themselves. */
  private control(sql: string): void {
    this.execute(sql, undefined, ({ statement }) => statement.run());
  }

  private execute<T>(
    sql: string,
    params: Params | undefined,
    run: (prepared: Prepared, bound: EngineParams | undefined) => T,
  ): T {
    this.onStatement?.(sql);
    return this.guard(() => {
      const prepared = this.prepare(sql);
      return run(prepared, bind(sql, prepared.names, params));
    });
  }

  private prepare(sql: string): Prepared {
    const known = this.prepared.get(sql);
    if (known !== undefined) return known;
    const shape = shapeOf(sql);
    const prepared = { statement: this.engine.prepare(sql), ...shape };
    this.prepared.set(sql, prepared);
    return prepared;
  }

  private guard<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw fromEngine(error, this.file);
    }
  }
}

function plainName(name: string): string {
  if (/^[A-Za-z_]\w*$/.test(name)) return name;
  throw bindError(`${JSON.stringify(name)} is no name for a savepoint`);
}
