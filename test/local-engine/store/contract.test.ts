import { copyFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase, type Params } from '../../../src/local-engine/store/database.ts';
import { newFile, storeErrorOf } from './folder.ts';

/**
 * What the store promises whichever engine runs it. SQLite engines for Node differ in most of these rows: some abort
 * the process, some store NULL without a word. CI runs the table on Node 20 (the package) and 24 (the built-in one).
 */
const MIGRATIONS = ['CREATE TABLE item (key INTEGER PRIMARY KEY, name TEXT UNIQUE, count INTEGER, bytes BLOB) STRICT'];
const NAMED = 'INSERT INTO item (name) VALUES ($name)';

let file: string;
let db: Database;

beforeEach(() => {
  file = newFile();
  db = openDatabase(file, { migrations: MIGRATIONS, busyTimeoutMs: 0 });
});

afterEach(() => db.close());

/** Hands the store what a caller without types could. */
function loose(value: unknown): Params {
  return { name: JSON.parse('null', () => value) };
}

describe('what a value becomes', () => {
  it.each<[probe: string, sql: string, params: Params, row: object]>([
    ['true', 'SELECT $a AS a, typeof($a) AS t', { a: true }, { a: 1, t: 'integer' }],
    ['false', 'SELECT $a AS a, typeof($a) AS t', { a: false }, { a: 0, t: 'integer' }],
    ['null', 'SELECT $a AS a, typeof($a) AS t', { a: null }, { a: null, t: 'null' }],
    ['a whole number without a column', 'SELECT $a AS a, typeof($a) AS t', { a: 3 }, { a: 3, t: 'integer' }],
    ['a whole number that is divided', 'SELECT $a / 2 AS a', { a: 3 }, { a: 1 }],
    ['a whole number in JSON', 'SELECT json_array($a) AS a', { a: 3 }, { a: '[3]' }],
    ['a fraction', 'SELECT $a AS a, typeof($a) AS t', { a: 0.5 }, { a: 0.5, t: 'real' }],
    ['the largest exact number', 'SELECT $a AS a', { a: 9007199254740991 }, { a: 9007199254740991 }],
    ['a small bigint', 'SELECT $a AS a, typeof($a) AS t', { a: 5n }, { a: 5, t: 'integer' }],
    ['text', 'SELECT $a AS a', { a: 'licência ✓' }, { a: 'licência ✓' }],
    ['empty text', 'SELECT $a AS a', { a: '' }, { a: '' }],
    ['text that ends in a column of numbers', 'SELECT $a + 1 AS a', { a: '2' }, { a: 3 }],
  ])('%s', (_probe, sql, params, row) => {
    expect({ ...db.get(sql, params) }).toEqual(row);
  });

  it('bytes come back as bytes', () => {
    const bytes = db.get('SELECT $a AS a', { a: new Uint8Array([0, 255]) })?.a;
    expect(bytes).toBeInstanceOf(Uint8Array);
    expect([...(bytes instanceof Uint8Array ? bytes : [])]).toEqual([0, 255]);
  });

  it('text with a damaged byte comes back with a replacement character', () => {
    expect(db.get("SELECT CAST(x'61ff62' AS TEXT) AS a")?.a).toBe('a\ufffdb');
  });
});

describe('what never reaches an engine', () => {
  it.each<[probe: string, value: unknown]>([
    ['undefined', undefined],
    ['a function', () => 1],
    ['a Date', new Date(0)],
    ['an object', { a: 1 }],
    ['an empty byte array', new Uint8Array()],
    ['text with NUL', 'a\0b'],
    ['an integer beyond 2^53', 2 ** 53],
    ['NaN', Number.NaN],
  ])('%s', (_probe, value) => {
    expect(storeErrorOf(() => db.run(NAMED, loose(value))).kind).toBe('bind');
    expect(db.all('SELECT * FROM item')).toEqual([]);
  });

  it.each<[probe: string, sql: string, params: Params | undefined]>([
    ['a missing parameter', NAMED, undefined],
    ['an unknown parameter', NAMED, { name: 'a', other: 'b' }],
    ['a positional parameter', 'INSERT INTO item (name) VALUES (?)', undefined],
    ['a second statement', `${NAMED}; DELETE FROM item`, { name: 'a' }],
  ])('%s', (_probe, sql, params) => {
    expect(storeErrorOf(() => db.run(sql, params)).kind).toBe('bind');
    expect(db.all('SELECT * FROM item')).toEqual([]);
  });
});

describe('what comes back', () => {
  it('is a row of columns only', () => {
    db.run(NAMED, { name: 'a' });
    expect(Object.keys(db.get('SELECT key, name FROM item') ?? {})).toEqual(['key', 'name']);
  });

  it('of a write is the number of rows and the last key', () => {
    expect(db.run(NAMED, { name: 'a' })).toEqual({ changes: 1, lastRowId: 1 });
  });

  it('is refused when it is an integer that a number cannot hold, not rounded', () => {
    for (const how of ['get', 'all'] as const) {
      expect(storeErrorOf(() => db[how]('SELECT 9007199254740993 AS a')).kind).toBe('other');
    }
    expect(db.get('SELECT 9007199254740991 AS a')?.a).toBe(9007199254740991);
  });
});

describe('RETURNING', () => {
  const RETURNING = `${NAMED} RETURNING key`;

  it('is refused in run, before anything is written', () => {
    expect(storeErrorOf(() => db.run(RETURNING, { name: 'a' })).kind).toBe('bind');
    expect(db.all('SELECT * FROM item')).toEqual([]);
  });

  it.each(['get', 'all'] as const)(
    'through %s leaves no statement open: COMMIT passes, and others may write',
    (how) => {
      db.begin('immediate');
      expect([db[how](RETURNING, { name: 'a' })].flat()).toEqual([{ key: 1 }]);
      db.commit();
      const other = openDatabase(file, { migrations: MIGRATIONS, busyTimeoutMs: 0 });
      expect(other.run(NAMED, { name: 'b' }).changes).toBe(1);
      other.close();
    },
  );

  it('through get writes every row, though it gives one', () => {
    const sql = 'INSERT INTO item (name) SELECT value FROM json_each($names) RETURNING name';
    expect(db.get(sql, { names: '["a","b","c"]' })).toEqual({ name: 'a' });
    expect(db.all('SELECT name FROM item')).toHaveLength(3);
  });
});

describe('all engines alike', () => {
  it('write sets by json_each', () => {
    const names = JSON.stringify(Array.from({ length: 1000 }, (_, index) => `item ${index}`));
    const sql = 'INSERT INTO item (name, count) SELECT value, key FROM json_each($names)';
    expect(db.run(sql, { names }).changes).toBe(1000);
  });

  it('keep STRICT tables strict', () => {
    const sql = 'INSERT INTO item (count) VALUES ($count)';
    expect(storeErrorOf(() => db.run(sql, { count: 'many' })).kind).toBe('constraint');
    expect(storeErrorOf(() => db.run(sql, { count: 0.5 })).kind).toBe('constraint');
    expect(db.run(sql, { count: '7' }).changes).toBe(1);
    expect(db.get('SELECT count FROM item')).toEqual({ count: 7 });
  });

  it('go on after a statement failed', () => {
    db.run(NAMED, { name: 'a' });
    expect(storeErrorOf(() => db.run(NAMED, { name: 'a' })).kind).toBe('constraint');
    expect(db.run(NAMED, { name: 'b' }).changes).toBe(1);
  });

  it('tell errors apart by number in every call', () => {
    const returning = `${NAMED} RETURNING key`;
    db.run(NAMED, { name: 'a' });
    const failures = [
      () => db.run(NAMED, { name: 'a' }),
      () => db.get(returning, { name: 'a' }),
      () => db.all(returning, { name: 'a' }),
      () => db.exec("INSERT INTO item (name) VALUES ('a')"),
    ];
    expect(failures.map((fail) => storeErrorOf(fail).kind)).toEqual(failures.map(() => 'constraint'));
    db.exec('PRAGMA query_only = ON');
    expect(storeErrorOf(() => db.all(returning, { name: 'b' }))).toMatchObject({ kind: 'readonly', code: 8 });
  });

  it('use a prepared statement again after the schema changed', () => {
    const sql = 'SELECT * FROM item';
    db.run(NAMED, { name: 'a' });
    expect(Object.keys(db.get(sql) ?? {})).not.toContain('note');
    db.exec('ALTER TABLE item ADD COLUMN note TEXT');
    expect(Object.keys(db.get(sql) ?? {})).toContain('note');
  });

  it('know SAVEPOINT, json_extract, jsonb and bigint', () => {
    db.begin('immediate');
    db.savepoint('one');
    db.run(NAMED, { name: 'a' });
    db.rollbackTo('one');
    db.release('one');
    db.commit();
    expect(db.all('SELECT * FROM item')).toEqual([]);
    expect(db.get("SELECT json_extract(jsonb($json), '$.a') AS a", { json: '{"a":7}' })).toEqual({ a: 7 });
  });

  it('have all that was committed in the one file when the last connection closes', () => {
    db.run(NAMED, { name: 'a' });
    db.close();
    const copy = newFile();
    copyFileSync(file, copy);
    const opened = openDatabase(copy, { migrations: MIGRATIONS });
    expect(opened.get('SELECT name FROM item')).toEqual({ name: 'a' });
    opened.close();
  });

  it('let go of the lock of a transaction that is open when they close, and drop what it wrote', () => {
    db.begin('immediate');
    db.run(NAMED, { name: 'half' });
    db.close();
    const other = openDatabase(file, { migrations: MIGRATIONS, busyTimeoutMs: 0 });
    expect(other.run(NAMED, { name: 'b' }).changes).toBe(1);
    expect(other.all('SELECT name FROM item')).toEqual([{ name: 'b' }]);
    other.close();
  });

  it('close while another connection writes, without waiting for it', () => {
    const other = openDatabase(file, { migrations: MIGRATIONS });
    db.run(NAMED, { name: 'a' });
    db.begin('immediate');
    db.run(NAMED, { name: 'b' });
    other.close();
    db.commit();
    expect(db.all('SELECT name FROM item')).toEqual([{ name: 'a' }, { name: 'b' }]);
  });
});
