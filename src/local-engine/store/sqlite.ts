import { createRequire } from 'node:module';
import process from 'node:process';

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

/** Loads synchronously and only now: an import would load an engine at start-up, and the wrong one on some runtimes. */
function requireFromHere(name: string): EngineModule {
  return createRequire(__filename)(name);
}

/** node:sqlite, if this runtime has one that tells whether a transaction is open (Node 22.16 and later). */
function builtIn(): EngineModule | undefined {
  try {
    const found = withoutSqliteWarning(() => requireFromHere('node:sqlite'));
    return 'isTransaction' in new found.DatabaseSync(':memory:', { open: false }) ? found : undefined;
  } catch {
    // Node 20, or 22 before 22.13: the module is not there, or only behind a flag.
    return undefined;
  }
}

/** Node 22 warns that node:sqlite is experimental when it is first loaded. Keeps that one warning back, and no other. */
export function withoutSqliteWarning<T>(load: () => T): T {
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
