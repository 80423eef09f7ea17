import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Database, openDatabase } from './database.ts';
import { StoreError, type StoreErrorKind } from './errors.ts';
import { intoNewFile } from './file.ts';
import { requireSchema } from './migrate.ts';
import { inScratch } from './scratch.ts';

export interface LoadOptions {
  /** Element n takes a file from schema n to n + 1; the open database has them all. */
  readonly migrations: readonly string[];
  /** Where the copy of an older snapshot may be kept while it is migrated. */
  readonly folder: string;
}

/**
 * Puts what a snapshot holds in place of all that the open database holds, in one transaction inside the open file:
 * another process that has it open sees the one or the other. The snapshot is only read; an older one is migrated in a copy.
 * @throws StoreError (not-a-database, corrupt, newer-schema, …); then nothing was changed
 */
export function loadSnapshot(db: Database, file: string, options: LoadOptions): void {
  const known = options.migrations.length;
  const isCurrent = attached(db, file, () => {
    const found = versionOf(db, file);
    if (found > known) throw refusal('newer-schema', file, `has schema ${found}, and this lm knows up to ${known}`);
    if (found === known) replaceAll(db, file, known);
    return found === known;
  });
  if (!isCurrent) migrated(db, file, options, (copy) => attached(db, copy, () => replaceAll(db, file, known)));
}

/** A snapshot's tables under the name `snapshot` for as long as the work lasts; a transaction it leaves is undone. */
function attached<T>(db: Database, file: string, work: () => T): T {
  blaming(file, () => db.run('ATTACH $uri AS snapshot', { uri: `${pathToFileURL(file).href}?mode=ro` }));
  try {
    return work();
  } finally {
    db.rollback();
    db.run('DETACH snapshot');
  }
}

/** Every snapshot was a sandbox once, so it has a schema version. */
function versionOf(db: Database, file: string): number {
  const found = Number(blaming(file, () => db.get('PRAGMA snapshot.user_version'))?.user_version);
  if (found < 1) throw refusal('not-a-database', file, NOT_A_SNAPSHOT);
  return found;
}

function migrated(db: Database, file: string, { migrations, folder }: LoadOptions, work: (copy: string) => void): void {
  inScratch(folder, '.migrating-', (scratch) => {
    const copy = join(scratch, 'snapshot.db');
    attached(db, file, () => {
      refuseDamage(db, file);
      intoNewFile(copy, () => db.run('VACUUM snapshot INTO $copy', { copy }));
    });
    bringUp(copy, file, migrations);
    work(copy);
  });
}

/** A file whose tables the migrations do not fit was never a sandbox. */
function bringUp(copy: string, file: string, migrations: readonly string[]): void {
  blaming(file, () => {
    try {
      openDatabase(copy, { migrations }).close();
    } catch (error) {
      if (error instanceof StoreError && error.kind === 'other') throw refusal('not-a-database', file, NOT_A_SNAPSHOT);
      throw error;
    }
  });
}

function replaceAll(db: Database, file: string, known: number): void {
  db.begin('immediate');
  requireSchema(db, known);
  refuseForeign(db, file);
  refuseDamage(db, file);
  // So that the order of the tables does not matter: COMMIT looks whether every reference holds.
  db.exec('PRAGMA defer_foreign_keys=ON');
  const tables = tablesOf(db);
  for (const table of tables) db.run(`DELETE FROM main."${table}"`);
  for (const table of tables) db.run(`INSERT INTO main."${table}" SELECT * FROM snapshot."${table}"`);
  db.commit();
}

/** Without SQLite's own: the counter of keys that are never used twice only rises. */
function tablesOf(db: Database): readonly string[] {
  const rows = db.all(`SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'`);
  return rows.map(({ name }) => String(name));
}

/** What either side has and the other has not, or not the same. */
const DIFFERENCE = `
  SELECT name FROM (
    SELECT * FROM (SELECT name, sql FROM main.sqlite_master EXCEPT SELECT name, sql FROM snapshot.sqlite_master)
    UNION ALL
    SELECT * FROM (SELECT name, sql FROM snapshot.sqlite_master EXCEPT SELECT name, sql FROM main.sqlite_master)
  ) WHERE name NOT LIKE 'sqlite%' LIMIT 1`;

/** The same tables, made by the same migrations, with a sandbox in them. */
function refuseForeign(db: Database, file: string): void {
  const isSandbox = blaming(
    file,
    () => db.get(DIFFERENCE) === undefined && db.get('SELECT 1 FROM snapshot.sandbox') !== undefined,
  );
  if (!isSandbox) throw refusal('not-a-database', file, NOT_A_SNAPSHOT);
}

/** Looks at every page, index, type and reference: half of a damaged snapshot must not replace a sound sandbox. */
function refuseDamage(db: Database, file: string): void {
  const isSound = blaming(file, () => {
    const found = db.get('PRAGMA snapshot.integrity_check(1)')?.integrity_check;
    return found === 'ok' && db.get('PRAGMA snapshot.foreign_key_check') === undefined;
  });
  if (!isSound) throw refusal('corrupt', file, 'is damaged');
}

const NOT_A_SNAPSHOT = 'is not a snapshot of lm';

const FIX: Readonly<Partial<Record<StoreErrorKind, string>>> = {
  'newer-schema': 'Update lm, then load it again',
  'not-a-database': 'Name a file that lm local snapshot save wrote',
  corrupt: 'Load another one: lm local snapshot list shows those there are',
};

function refusal(kind: StoreErrorKind, file: string, what: string, cause?: unknown): StoreError {
  const fix = FIX[kind] ?? 'Check that you may read it';
  return new StoreError(kind, `The snapshot ${file} ${what}. The sandbox was not changed. ${fix}.`, { cause });
}

/** What fails while a snapshot is looked at is its own fault, not the sandbox's. */
function blaming<T>(file: string, look: () => T): T {
  try {
    return look();
  } catch (error) {
    if (!(error instanceof StoreError) || error.kind === 'busy') throw error;
    if (error.kind === 'not-a-database') throw refusal(error.kind, file, NOT_A_SNAPSHOT, error);
    if (error.kind === 'corrupt') throw refusal(error.kind, file, 'is damaged', error);
    throw refusal(error.kind, file, `cannot be read (${error.code ?? error.kind})`, error);
  }
}
