import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../src/local-engine/store/database.ts';
import { openEngine } from '../../../src/local-engine/store/sqlite.ts';
import { newFile, storeErrorOf } from './folder.ts';

const FIRST = 'CREATE TABLE host (id TEXT PRIMARY KEY) STRICT; CREATE INDEX host_by_id ON host (id);';
const SECOND = "ALTER TABLE host ADD COLUMN zone TEXT NOT NULL DEFAULT 'a';";
const THIRD = 'CREATE TABLE grants (id TEXT PRIMARY KEY) STRICT;';

const open = (file: string, migrations: readonly string[]) => openDatabase(file, { migrations });
const version = (db: Database) => db.get('PRAGMA user_version')?.user_version;
const tables = (db: Database) =>
  db.all("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").map((row) => row.name);

describe('a file is brought to the schema that this lm knows', () => {
  it('from nothing', () => {
    const db = open(newFile(), [FIRST, SECOND, THIRD]);
    expect(version(db)).toBe(3);
    expect(tables(db)).toEqual(['grants', 'host']);
    expect(db.inTransaction).toBe(false);
    db.close();
  });

  it('from an empty file that is already there', () => {
    const file = newFile();
    writeFileSync(file, '');
    const db = open(file, [FIRST]);
    expect(version(db)).toBe(1);
    db.close();
  });

  it('from an older schema, with its rows', () => {
    const file = newFile();
    const old = open(file, [FIRST]);
    old.run('INSERT INTO host (id) VALUES ($id)', { id: 'h-1' });
    old.close();
    const db = open(file, [FIRST, SECOND, THIRD]);
    expect(db.all('SELECT id, zone FROM host')).toEqual([{ id: 'h-1', zone: 'a' }]);
    expect(version(db)).toBe(3);
    db.close();
  });

  it('once: a current file runs no migration and opens no transaction', () => {
    const file = newFile();
    open(file, [FIRST]).close();
    const told: string[] = [];
    openDatabase(file, { migrations: [FIRST], onStatement: (sql) => told.push(sql) }).close();
    expect(told).toEqual([
      'PRAGMA busy_timeout=60000; PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL',
      'PRAGMA user_version',
      'PRAGMA journal_mode=WAL',
    ]);
  });

  it('wholly or not at all: one that fails undoes those before it', () => {
    const file = newFile();
    open(file, [FIRST]).close();
    expect(storeErrorOf(() => open(file, [FIRST, SECOND, 'CREATE TABLE host (id TEXT) STRICT;'])).kind).toBe('other');
    const db = open(file, [FIRST]);
    expect(version(db)).toBe(1);
    expect(db.all('SELECT name FROM pragma_table_info($table)', { table: 'host' })).toEqual([{ name: 'id' }]);
    db.close();
  });
});

describe('while a process migrates, another may have done it', () => {
  /** Opens with `mine`; the other process opens with `theirs` just before this one takes the write lock. */
  const overtaken = (file: string, mine: readonly string[], theirs: readonly string[]) => {
    let before = true;
    const onStatement = (sql: string) => {
      if (!before || sql !== 'BEGIN IMMEDIATE') return;
      before = false;
      open(file, theirs).close();
    };
    return openDatabase(file, { migrations: mine, onStatement });
  };

  it('to the same schema: then there is nothing left to do', () => {
    const db = overtaken(newFile(), [FIRST, SECOND], [FIRST, SECOND]);
    expect(version(db)).toBe(2);
    expect(tables(db)).toEqual(['host']);
    db.close();
  });

  it('to a part of it: then the rest is done', () => {
    const db = overtaken(newFile(), [FIRST, SECOND, THIRD], [FIRST]);
    expect(version(db)).toBe(3);
    expect(tables(db)).toEqual(['grants', 'host']);
    db.close();
  });

  it('to a newer one: then this lm refuses the file', () => {
    const file = newFile();
    expect(storeErrorOf(() => overtaken(file, [FIRST], [FIRST, SECOND])).kind).toBe('newer-schema');
    const db = open(file, [FIRST, SECOND]);
    expect(version(db)).toBe(2);
    db.close();
  });
});

describe('a file that is not for this lm is left as it was', () => {
  /** A file that another program, or a later lm, made; not in WAL mode, so that the switch to it would show. */
  const made = (script: string) => {
    const file = newFile();
    const engine = openEngine(file);
    engine.exec(script);
    engine.close();
    return { file, bytes: readFileSync(file) };
  };

  it('when it is newer, and says which schema it has and which are known', () => {
    const { file, bytes } = made('CREATE TABLE later (a); PRAGMA user_version = 7');
    const error = storeErrorOf(() => open(file, [FIRST, SECOND, THIRD]));
    expect(error.kind).toBe('newer-schema');
    expect(error.message).toBe(
      `The sandbox file ${file} has schema 7; this lm knows up to 3. Update lm, or use another sandbox with --sandbox NAME. Nothing was changed.`,
    );
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it.each([
    ['has tables but no schema version', 0],
    ['has a version that lm never gives', -1],
  ])('when it %s', (_what, version) => {
    const { file, bytes } = made(`CREATE TABLE bookmarks (url TEXT); PRAGMA user_version = ${version}`);
    const error = storeErrorOf(() => open(file, [FIRST]));
    expect(error.kind).toBe('not-a-database');
    expect(error.message).toContain(`${file} is not a sandbox of lm`);
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });
});
