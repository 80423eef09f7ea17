import { createRequire, isBuiltin } from 'node:module';

/** A value as an engine takes it; what callers may give is decided by `bind.ts`. */
export type EngineValue = string | number | bigint | null | Uint8Array;
export type EngineParams = Readonly<Record<string, EngineValue>>;
export type EngineRow = Readonly<Record<string, EngineValue>>;

export interface EngineStatement {
  run(params?: EngineParams): { readonly changes: number | bigint; readonly lastInsertRowid: number | bigint };
  get(params?: EngineParams): EngineRow | undefined;
  all(params?: EngineParams): readonly EngineRow[];
}

/** The part of `DatabaseSync` (nodejs.org/api/sqlite.html) that the store uses; both engines have it. */
export interface Engine {
  readonly isTransaction: boolean;
  exec(sql: string): void;
  prepare(sql: string): EngineStatement;
  close(): void;
}

interface EngineModule {
  readonly DatabaseSync: new (file: string, options?: { readonly open?: boolean }) => Engine;
}

let chosen: EngineModule | undefined;

/**
 * Opens a file with SQLite: the runtime's own where it has a complete one, else the package that was extracted from
 * it. This is the only place that knows there are two.
 * @throws what the engine throws when it cannot open the file
 */
export function openEngine(file: string): Engine {
  chosen ??= builtIn() ?? requireFromHere('@photostructure/sqlite');
  return new chosen.DatabaseSync(file);
}

/**
 * Closes a file so that nothing of it stays behind: no lock, and all that was committed in the one file. The built-in
 * engine does this by itself. The package keeps a closed connection, its open transaction included, until the garbage
 * collector comes for its statements, so the transaction is ended and the write-ahead log folded in first.
 * @throws what the engine throws when it cannot close
 */
export function closeEngine(engine: Engine): void {
  try {
    if (engine.isTransaction) engine.exec('ROLLBACK');
    // Without a timeout: if another process is busy with the file, folding in is left to it.
    engine.exec('PRAGMA busy_timeout=0; PRAGMA wal_checkpoint(TRUNCATE)');
  } catch {
    // The disk may be full or the file damaged: what was committed stands in the log, and the next process folds it in.
  }
  engine.close();
}

/**
 * What SQLite calls its result codes (`sqlite3_errstr`), which have read the same for many years. The package gives
 * only this text, without the number, for what fails in `all`.
 */
const CODE_OF_TEXT: ReadonlyMap<string, number> = new Map([
  ['database is locked', 5],
  ['database table is locked', 6],
  ['attempt to write a readonly database', 8],
  ['disk I/O error', 10],
  ['database disk image is malformed', 11],
  ['database or disk is full', 13],
  ['unable to open database file', 14],
  ['locking protocol', 15],
  ['file is not a database', 26],
]);
const CONSTRAINT_CODE = 19;

/** SQLite's result code in what an engine threw; undefined if it has none (a closed file, a number too large to read). */
export function codeOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'ERR_SQLITE_ERROR') return undefined;
  if ('errcode' in error && typeof error.errcode === 'number') return error.errcode;
  return CODE_OF_TEXT.get(error.message) ?? (/ constraint failed/.test(error.message) ? CONSTRAINT_CODE : undefined);
}

/** Loads synchronously and only now: an import would load an engine at start-up, and the wrong one on some runtimes. */
function requireFromHere(name: string): EngineModule {
  return createRequire(__filename)(name);
}

/** node:sqlite, if this runtime has one that tells whether a transaction is open (Node 22.16 and later). */
function builtIn(): EngineModule | undefined {
  if (!isBuiltin('node:sqlite')) return undefined;
  try {
    const found = withoutSqliteWarning(() => requireFromHere('node:sqlite'));
    return 'isTransaction' in new found.DatabaseSync(':memory:', { open: false }) ? found : undefined;
  } catch {
    // Node 22 before 22.13: the module is there only behind a flag.
    return undefined;
  }
}

/** Node 22 warns that node:sqlite is experimental when it is first loaded. Keeps that one warning back, and no other. */
export function withoutSqliteWarning<T>(load: () => T): T {
  // Not imported: a default import of the process copies each of its members, at every start.
  const process: NodeJS.Process = createRequire(__filename)('node:process');
  const emitWarning = process.emitWarning;
  process.emitWarning = (warning: string | Error, ...rest: unknown[]): void => {
    const about = typeof warning === 'string' ? warning : warning.message;
    if (rest[0] === 'ExperimentalWarning' && about.startsWith('SQLite ')) return;
    Reflect.apply(emitWarning, process, [warning, ...rest]);
  };
  try {
    return load();
  } finally {
    process.emitWarning = emitWarning;
  }
}
