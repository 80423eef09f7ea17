import type { Database } from './database.ts';
import { isBusy, newerSchema, storeError } from './errors.ts';

const PAUSE_MS = 5;

/**
 * Brings an open file to the schema that the migrations make: element n takes it from schema n to n + 1, and
 * `PRAGMA user_version` says where it stands. All of them run in one transaction. A current file costs one read.
 * @param patienceMs how long another process that is creating the same file is waited for
 * @throws StoreError (newer-schema) before anything is written; (not-a-database) for a file that something else made
 */
export function migrate(db: Database, migrations: readonly string[], patienceMs: number): void {
  const isCurrent = schemaOf(db, migrations.length) === migrations.length;
  if (!isCurrent) within(db, 'deferred', () => refuseForeignTables(db, migrations.length));
  setWriteAheadLog(db, patienceMs);
  if (isCurrent) return;
  within(db, 'immediate', () => {
    // Another process may have migrated the file since: the version counts that holds under the write lock.
    const from = schemaOf(db, migrations.length);
    for (const script of migrations.slice(from)) db.exec(script);
    db.exec(`PRAGMA user_version = ${migrations.length}`);
  });
}

/**
 * Looks, inside a transaction, whether the file still has the schema that it was opened with: a newer `lm` may have
 * migrated it while this process had it open.
 * @throws StoreError (newer-schema)
 */
export function requireSchema(db: Database, known: number): void {
  schemaOf(db, known);
}

function within(db: Database, mode: 'deferred' | 'immediate', work: () => void): void {
  db.begin(mode);
  try {
    work();
    db.commit();
  } catch (error) {
    db.rollback();
    throw error;
  }
}

function schemaOf(db: Database, known: number): number {
  const found = Number(db.get('PRAGMA user_version')?.user_version);
  if (found < 0) throw storeError('not-a-database', db.file, '');
  if (found > known) throw newerSchema(db.file, found, known);
  return found;
}

/**
 * A file that has tables but no schema version was made by another program, and is left alone. Both are read in one
 * transaction, or a process that is just making the same sandbox could be taken for such a program.
 */
function refuseForeignTables(db: Database, known: number): void {
  const isUnversioned = schemaOf(db, known) === 0;
  const hasTables = db.get('SELECT 1 FROM sqlite_master LIMIT 1') !== undefined;
  if (isUnversioned && hasTables) throw storeError('not-a-database', db.file, '');
}

/** The switch to WAL does not wait for locks as statements do, so a process that creates the same file can refuse it. */
function setWriteAheadLog(db: Database, patienceMs: number): void {
  for (let waited = 0; ; waited += PAUSE_MS) {
    try {
      db.exec('PRAGMA journal_mode=WAL');
      return;
    } catch (error) {
      if (!isBusy(error) || waited >= patienceMs) throw error;
      pause();
    }
  }
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
}
