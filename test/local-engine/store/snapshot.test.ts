import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../src/local-engine/store/database.ts';
import { MIGRATIONS } from '../../../src/local-engine/store/schema.ts';
import { loadSnapshot } from '../../../src/local-engine/store/snapshot.ts';
import { newFile, storeErrorOf } from './folder.ts';

const open = (file: string, migrations = MIGRATIONS) => openDatabase(file, { migrations, busyTimeoutMs: 0 });
const NEXT = [...MIGRATIONS, 'ALTER TABLE account ADD COLUMN note TEXT'];

/** Where SQLite keeps `user_version`, and how long its first page is (sqlite.org/fileformat.html). */
const USER_VERSION = 60;
const PAGE = 4096;

const addAccount = (db: Database, id: string) =>
  db.run('INSERT INTO account (id, name, created_at) VALUES ($id, $id, 0)', { id });

/** A sandbox of two accounts, one configuration, and a row that refers to it. */
function filled(file = newFile(), migrations = MIGRATIONS): Database {
  const db = open(file, migrations);
  db.run(`INSERT INTO sandbox VALUES (1, 0, 0, NULL, 0, 0, '111122223333', 'us-east-1', 'per-host')`);
  for (const id of ['111122223333', '222233334444']) addAccount(db, id);
  db.run(`INSERT INTO configuration
    VALUES (7, '111122223333', 'us-east-1', 'lic-1', 'win', NULL, 'vCPU', 1, 1, 'AVAILABLE', '[]', '[]', 0, NULL, 0)`);
  db.run(`INSERT INTO total VALUES (7, 'EC2_INSTANCE', 0, 0)`);
  db.run(`INSERT INTO outbox (kind, subject, body, at) VALUES ('a', 'b', 'c', 0)`);
  return db;
}

/** A snapshot in a file of its own. */
function saved(from: Database): string {
  const file = join(dirname(newFile()), 'saved 100%?.db');
  from.vacuumInto(file);
  return file;
}

const load = (db: Database, file: string, migrations = MIGRATIONS) =>
  loadSnapshot(db, file, { migrations, folder: dirname(db.file) });

/** Everything that a file holds, table by table. */
function dump(db: Database): object {
  const tables = db.all(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`);
  return Object.fromEntries(tables.map(({ name }) => [name, db.all(`SELECT * FROM "${name}" ORDER BY 1, 2`)]));
}

const accounts = (db: Database) => db.all('SELECT id FROM account ORDER BY id').map(({ id }) => id);

describe('loading a snapshot', () => {
  it('makes everything as it was, also what refers to something else', () => {
    const db = filled();
    const before = dump(db);
    const file = saved(db);
    db.run('DELETE FROM configuration');
    db.run('DELETE FROM outbox');
    addAccount(db, '333344445555');
    load(db, file);
    expect(dump(db)).toEqual(before);
    expect(db.get('PRAGMA foreign_key_check')).toBeUndefined();
    db.close();
  });

  it('leaves the snapshot as it is, so that it can be loaded again', () => {
    const db = filled();
    const file = saved(db);
    const content = readFileSync(file);
    for (const _ of [1, 2]) load(db, file);
    expect(readFileSync(file).equals(content)).toBe(true);
    db.close();
  });

  it('never gives a message a key again that another had', () => {
    const db = filled();
    const file = saved(db);
    const send = () => db.run(`INSERT INTO outbox (kind, subject, body, at) VALUES ('a', 'b', 'c', 0)`).lastRowId;
    const last = send();
    load(db, file);
    expect(send()).toBe(last + 1);
    db.close();
  });

  it('is seen at once by another connection that has the sandbox open, which goes on working', () => {
    const db = filled();
    const other = open(db.file);
    const file = saved(db);
    addAccount(other, '333344445555');
    load(db, file);
    expect(accounts(other)).toEqual(['111122223333', '222233334444']);
    addAccount(other, '444455556666');
    expect(accounts(db)).toContain('444455556666');
    for (const one of [db, other]) expect(one.get('PRAGMA integrity_check')).toMatchObject({ integrity_check: 'ok' });
    other.close();
    db.close();
  });

  it('does not change what another connection is in the middle of reading', () => {
    const db = filled();
    const other = open(db.file);
    const file = saved(db);
    addAccount(db, '333344445555');
    other.begin('deferred');
    expect(accounts(other)).toHaveLength(3);
    load(db, file);
    expect(accounts(other)).toHaveLength(3);
    other.commit();
    expect(accounts(other)).toHaveLength(2);
    other.close();
    db.close();
  });

  it('waits for nobody in vain: while another writes it is refused, and nothing is changed', () => {
    const db = filled();
    const file = saved(db);
    addAccount(db, '333344445555');
    const other = open(db.file);
    other.begin('immediate');
    expect(storeErrorOf(() => load(db, file)).kind).toBe('busy');
    other.rollback();
    expect(accounts(db)).toHaveLength(3);
    load(db, file);
    expect(accounts(db)).toHaveLength(2);
    other.close();
    db.close();
  });

  it('reads a sandbox that is in use too, with what stands in its log', () => {
    const source = filled();
    addAccount(source, '333344445555');
    const db = filled();
    load(db, source.file);
    expect(accounts(db)).toHaveLength(3);
    source.close();
    load(db, source.file);
    expect(accounts(db)).toHaveLength(3);
    db.close();
  });

  it('migrates an older snapshot in a copy', () => {
    const older = filled();
    const file = saved(older);
    const content = readFileSync(file);
    older.close();
    const db = filled(newFile(), NEXT);
    addAccount(db, '333344445555');
    load(db, file, NEXT);
    expect(db.all('SELECT id, note FROM account')).toHaveLength(2);
    expect(readFileSync(file).equals(content)).toBe(true);
    db.close();
  });
});

describe('what is no sound snapshot is refused, and the sandbox stays as it was', () => {
  const harmed = (change: (content: Buffer) => Buffer | string | undefined) => {
    const from = filled();
    const texts = JSON.stringify(Array.from({ length: 500 }, (_, index) => `${index} ${'x'.repeat(50)}`));
    from.run(
      `INSERT INTO event (account, region, at, operation, read_only, request_id, request)
       SELECT 'a', 'b', 0, value, 1, 'c', 'd' FROM json_each($texts)`,
      { texts },
    );
    const file = saved(from);
    from.close();
    const content = readFileSync(file);
    writeFileSync(file, change(content) ?? content);
    return file;
  };
  const made = (...migrations: readonly string[]) => {
    const file = newFile();
    const db = openDatabase(file, { migrations });
    db.close();
    return file;
  };

  it.each([
    ['a text', 'not-a-database', () => harmed(() => 'Dear aunt, '.repeat(1000))],
    ['an empty file', 'not-a-database', () => harmed(() => '')],
    ['a database of something else', 'not-a-database', () => made('CREATE TABLE recipe (name TEXT) STRICT')],
    [
      'tables that look alike',
      'not-a-database',
      () => made(...MIGRATIONS.map((script) => script.replaceAll('TEXT NOT NULL', 'TEXT'))),
    ],
    ['a sandbox in which nothing ever was', 'not-a-database', () => made(...MIGRATIONS)],
    ['a page overwritten', 'corrupt', () => harmed((content) => content.fill(0xa5, PAGE * 8, PAGE * 9))],
    ['cut short', 'corrupt', () => harmed((content) => content.subarray(0, content.length - 3 * PAGE))],
    ['no file', 'cannot-open', () => `${newFile()}.none`],
    ['newer than this lm', 'newer-schema', () => harmed((content) => void content.writeInt32BE(99, USER_VERSION))],
  ] as const)('%s', (_, kind, file) => {
    const db = filled();
    const before = dump(db);
    const error = storeErrorOf(() => load(db, file()));
    expect(error.kind).toBe(kind);
    expect(error.message).toMatch(/^The snapshot .*\. The sandbox was not changed\. [A-Z].*\.$/);
    expect(dump(db)).toEqual(before);
    addAccount(db, '999988887777');
    db.close();
  });

  it('an older one that is damaged', () => {
    const file = harmed((content) => content.fill(0xa5, PAGE * 8, PAGE * 9));
    const db = filled(newFile(), NEXT);
    expect(storeErrorOf(() => load(db, file, NEXT)).kind).toBe('corrupt');
    expect(accounts(db)).toHaveLength(2);
    db.close();
  });

  it('one whose rows refer to what is not there', () => {
    const from = filled();
    from.exec('PRAGMA foreign_keys=OFF');
    from.run('DELETE FROM configuration');
    const file = saved(from);
    from.close();
    const db = filled();
    expect(storeErrorOf(() => load(db, file)).kind).toBe('corrupt');
    db.close();
  });

  it('a sandbox that a newer lm has migrated meanwhile takes no snapshot', () => {
    const db = filled();
    const file = saved(db);
    db.exec('PRAGMA user_version = 99');
    const error = storeErrorOf(() => load(db, file));
    expect([error.kind, error.message.includes('The sandbox file')]).toEqual(['newer-schema', true]);
    db.close();
  });
});
