import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it, vi } from 'vitest';
import { type Database, openDatabase, withSynchronous } from '../../../src/local-engine/store/database.ts';
import { withoutSqliteWarning } from '../../../src/local-engine/store/sqlite.ts';
import { newFile, newFolder, storeErrorOf } from './folder.ts';

const MIGRATIONS = ['CREATE TABLE host (id TEXT PRIMARY KEY, cores INTEGER NOT NULL) STRICT'];
const INSERT = 'INSERT INTO host (id, cores) VALUES ($id, $cores)';

const open = (file: string) => openDatabase(file, { migrations: MIGRATIONS });
const modeOf = (path: string) => statSync(path).mode & 0o777;
const ids = (db: Database) => db.all('SELECT id FROM host ORDER BY id').map((row) => row.id);
const pragma = (db: Database, name: string) => Object.values(db.get(`PRAGMA ${name}`) ?? {})[0];

describe('opening', () => {
  it('creates the folders and the files for their owner only', () => {
    const folder = join(newFolder(), 'lm', 'sandboxes');
    const db = open(join(folder, 'default.db'));
    db.run(INSERT, { id: 'h-1', cores: 48 });
    expect(modeOf(folder)).toBe(0o700);
    expect(modeOf(join(folder, 'default.db'))).toBe(0o600);
    expect(modeOf(join(folder, 'default.db-wal'))).toBe(0o600);
    expect(modeOf(join(folder, 'default.db-shm'))).toBe(0o600);
    db.close();
  });

  it('sets what a sandbox relies on, each time', () => {
    const file = newFile();
    open(file).close();
    const db = openDatabase(file, { migrations: MIGRATIONS, busyTimeoutMs: 1234 });
    expect(pragma(db, 'journal_mode')).toBe('wal');
    expect(pragma(db, 'synchronous')).toBe(2);
    expect(pragma(db, 'busy_timeout')).toBe(1234);
    expect(pragma(db, 'foreign_keys')).toBe(1);
    db.close();
  });

  it('waits a minute for other processes unless told otherwise', () => {
    const db = open(newFile());
    expect(pragma(db, 'busy_timeout')).toBe(60_000);
    db.close();
  });

  it('takes a file back to WAL that another tool switched away', () => {
    const file = newFile();
    const first = open(file);
    first.exec('PRAGMA journal_mode=DELETE');
    first.close();
    const db = open(file);
    expect(pragma(db, 'journal_mode')).toBe('wal');
    db.close();
  });

  it('finds what was written before', () => {
    const file = newFile();
    const first = open(file);
    first.run(INSERT, { id: 'h-1', cores: 48 });
    first.close();
    const again = open(file);
    expect(again.get('SELECT id, cores FROM host')).toEqual({ id: 'h-1', cores: 48 });
    again.close();
  });

  it('can do without a file', () => {
    const db = open(':memory:');
    db.run(INSERT, { id: 'h-1', cores: 48 });
    expect(ids(db)).toEqual(['h-1']);
    db.close();
  });
});

describe('statements', () => {
  it('run with what they changed', () => {
    const db = open(':memory:');
    expect(db.run(INSERT, { id: 'h-1', cores: 48 })).toEqual({ changes: 1, lastRowId: 1 });
    expect(db.run('UPDATE host SET cores = $cores', { cores: 24 })).toMatchObject({ changes: 1 });
    expect(db.run('DELETE FROM host WHERE id = $id', { id: 'h-2' })).toMatchObject({ changes: 0 });
    db.close();
  });

  it('give one row, none, or all', () => {
    const db = open(':memory:');
    expect(db.get('SELECT id FROM host')).toBeUndefined();
    expect(db.all('SELECT id FROM host')).toEqual([]);
    db.run(INSERT, { id: 'h-2', cores: 1 });
    db.run(INSERT, { id: 'h-1', cores: 1 });
    expect(db.get('SELECT id FROM host ORDER BY id')).toEqual({ id: 'h-1' });
    expect(ids(db)).toEqual(['h-1', 'h-2']);
    db.close();
  });

  it('are told to the listener before they run, all of them', () => {
    const told: string[] = [];
    const db = openDatabase(newFile(), { migrations: MIGRATIONS, onStatement: (sql) => told.push(sql) });
    expect(told).toContain(MIGRATIONS[0]);
    told.length = 0;
    db.begin('immediate');
    db.savepoint('call');
    db.run(INSERT, { id: 'h-1', cores: 1 });
    db.rollbackTo('call');
    db.release('call');
    db.get('SELECT 1');
    db.exec('PRAGMA optimize');
    db.commit();
    expect(told).toEqual([
      'BEGIN IMMEDIATE',
      'SAVEPOINT call',
      INSERT,
      'ROLLBACK TO call',
      'RELEASE call',
      'SELECT 1',
      'PRAGMA optimize',
      'COMMIT',
    ]);
    db.close();
  });

  it('do not run when the listener throws, which is how a kill is rehearsed', () => {
    let armed = false;
    const onStatement = () => {
      if (armed) throw new Error('killed');
    };
    const db = openDatabase(newFile(), { migrations: MIGRATIONS, onStatement });
    armed = true;
    expect(() => db.run(INSERT, { id: 'h-1', cores: 1 })).toThrow('killed');
    armed = false;
    expect(ids(db)).toEqual([]);
    db.close();
  });
});

describe('a transaction', () => {
  it('keeps what is committed and drops what is rolled back', () => {
    const db = open(':memory:');
    db.begin('immediate');
    expect(db.inTransaction).toBe(true);
    db.run(INSERT, { id: 'kept', cores: 1 });
    db.commit();
    expect(db.inTransaction).toBe(false);
    db.begin('deferred');
    db.run(INSERT, { id: 'dropped', cores: 1 });
    db.rollback();
    expect(ids(db)).toEqual(['kept']);
    db.close();
  });

  it('can be undone to a savepoint and go on', () => {
    const db = open(':memory:');
    db.begin('immediate');
    db.run(INSERT, { id: 'before', cores: 1 });
    db.savepoint('call');
    db.run(INSERT, { id: 'undone', cores: 1 });
    db.rollbackTo('call');
    db.run(INSERT, { id: 'after', cores: 1 });
    db.release('call');
    db.commit();
    expect(ids(db)).toEqual(['after', 'before']);
    db.close();
  });

  it('that is not there can be rolled back without harm, so that the first error is the one that shows', () => {
    const db = open(':memory:');
    db.rollback();
    db.rollbackTo('call');
    expect(db.inTransaction).toBe(false);
    db.close();
  });

  it.each(['a b', '1a', '', "x'; DROP TABLE host; --"])('has no savepoint called %j', (name) => {
    const db = open(':memory:');
    db.begin('immediate');
    for (const use of ['savepoint', 'release', 'rollbackTo'] as const) {
      expect(storeErrorOf(() => db[use](name)).kind).toBe('bind');
    }
    db.close();
  });
});

describe('withSynchronous', () => {
  it('commits without forcing the disk, for as long as the work lasts', () => {
    const db = open(newFile());
    const during = withSynchronous(db, 'NORMAL', () => {
      db.run(INSERT, { id: 'read event', cores: 0 });
      return pragma(db, 'synchronous');
    });
    expect(during).toBe(1);
    expect(pragma(db, 'synchronous')).toBe(2);
    expect(ids(db)).toEqual(['read event']);
    db.close();
  });

  it('is durable again after work that fails in the middle of a transaction, which is rolled back', () => {
    const db = open(newFile());
    const work = () => {
      db.begin('immediate');
      db.run(INSERT, { id: 'half', cores: 0 });
      throw new Error('halfway');
    };
    expect(() => withSynchronous(db, 'NORMAL', work)).toThrow('halfway');
    expect(pragma(db, 'synchronous')).toBe(2);
    expect(ids(db)).toEqual([]);
    db.close();
  });

  it('is refused inside a transaction', () => {
    const db = open(newFile());
    db.begin('deferred');
    expect(storeErrorOf(() => withSynchronous(db, 'NORMAL', () => 1)).kind).toBe('bind');
    expect(db.inTransaction).toBe(true);
    db.close();
  });
});

describe('vacuumInto', () => {
  it('writes a whole copy for its owner only', () => {
    const folder = newFolder();
    const db = open(join(folder, 'sandbox.db'));
    db.run(INSERT, { id: 'h-1', cores: 48 });
    const copy = join(folder, "it's a copy.db");
    db.vacuumInto(copy);
    expect(modeOf(copy)).toBe(0o600);
    const opened = open(copy);
    expect(ids(opened)).toEqual(['h-1']);
    opened.close();
    db.close();
  });

  it('refuses a file that exists, and leaves it', () => {
    const folder = newFolder();
    const taken = join(folder, 'taken');
    writeFileSync(taken, 'precious');
    const db = open(join(folder, 'sandbox.db'));
    const error = storeErrorOf(() => db.vacuumInto(taken));
    expect(error.kind).toBe('cannot-open');
    expect(error.message).toContain(`${taken} exists already`);
    expect(readFileSync(taken, 'utf8')).toBe('precious');
    db.close();
  });

  it('leaves no half copy when it fails', () => {
    const folder = newFolder();
    const db = open(join(folder, 'sandbox.db'));
    db.begin('immediate');
    const copy = join(folder, 'copy.db');
    expect(storeErrorOf(() => db.vacuumInto(copy)).kind).toBe('other');
    expect(statSync(copy, { throwIfNoEntry: false })).toBeUndefined();
    db.close();
  });

  it('says so when the folder is missing', () => {
    const db = open(':memory:');
    expect(storeErrorOf(() => db.vacuumInto(join(newFolder(), 'missing', 'copy.db'))).kind).toBe('cannot-open');
    db.close();
  });
});

describe('closing', () => {
  it('twice is harmless, and a closed database says that it is closed', () => {
    const db = open(newFile());
    db.close();
    db.close();
    expect(db.inTransaction).toBe(false);
    expect(storeErrorOf(() => db.get('SELECT 1')).kind).toBe('other');
    expect(storeErrorOf(() => db.exec('SELECT 1')).kind).toBe('other');
  });
});

describe('the warning that node:sqlite is experimental', () => {
  const emitted = (work: () => void) => {
    const spy = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
    try {
      work();
      return spy.mock.calls.map(([warning]) => String(warning));
    } finally {
      spy.mockRestore();
    }
  };
  const SQLITE = 'SQLite is an experimental feature and might change at any time';

  it('is kept back while the engine loads', () => {
    expect(emitted(() => withoutSqliteWarning(() => process.emitWarning(SQLITE, 'ExperimentalWarning')))).toEqual([]);
  });

  it('is the only one kept back', () => {
    const others = () =>
      withoutSqliteWarning(() => {
        process.emitWarning('VM Modules is an experimental feature', 'ExperimentalWarning');
        process.emitWarning(SQLITE, 'DeprecationWarning');
        process.emitWarning('SQLite is old');
        process.emitWarning(new Error('SQLite'));
      });
    expect(emitted(others)).toHaveLength(4);
  });

  it('is kept back no longer than that, even if loading fails', () => {
    const after = () => {
      expect(() =>
        withoutSqliteWarning(() => {
          throw new Error('no such module');
        }),
      ).toThrow('no such module');
      process.emitWarning(SQLITE, 'ExperimentalWarning');
    };
    expect(emitted(after)).toEqual([SQLITE]);
  });
});

describe('a mark', () => {
  const add = (db: Database, id: string) => db.run(INSERT, { id, cores: 1 });

  it('stays while the file is only read', () => {
    const db = open(newFile());
    const before = db.mark();
    db.begin('deferred');
    db.savepoint('call');
    expect(ids(db)).toEqual([]);
    db.release('call');
    db.rollback();
    expect(db.mark()).toBe(before);
    db.close();
  });

  it.each<[string, (db: Database) => unknown]>([
    ['a statement', (db) => add(db, 'h-1')],
    ['a statement whose rows are fetched', (db) => db.get(`${INSERT} RETURNING id`, { id: 'h-1', cores: 1 })],
    ['several of them', (db) => db.all(`${INSERT} RETURNING id`, { id: 'h-1', cores: 1 })],
    ['a script', (db) => db.exec("INSERT INTO host VALUES ('h-1', 1)")],
  ])('changes with %s of this connection', (_, change) => {
    const db = open(newFile());
    const before = db.mark();
    change(db);
    expect(db.mark()).not.toBe(before);
    db.close();
  });

  it('changes with a commit of another connection, not before it', () => {
    const file = newFile();
    const [db, other] = [open(file), open(file)];
    const before = db.mark();
    other.begin('immediate');
    add(other, 'h-1');
    expect(db.mark()).toBe(before);
    other.commit();
    expect(db.mark()).not.toBe(before);
    db.close();
    other.close();
  });

  it('stays when another connection takes its change back', () => {
    const file = newFile();
    const [db, other] = [open(file), open(file)];
    const before = db.mark();
    other.begin('immediate');
    add(other, 'h-1');
    other.rollback();
    expect(db.mark()).toBe(before);
    db.close();
    other.close();
  });

  it('is, inside a transaction, that of what the transaction sees', () => {
    const file = newFile();
    const [db, other] = [open(file), open(file)];
    db.begin('deferred');
    expect(ids(db)).toEqual([]);
    add(other, 'h-1');
    const within = db.mark();
    expect(ids(db)).toEqual([]);
    db.rollback();
    expect(db.mark()).not.toBe(within);
    db.close();
    other.close();
  });

  it('is one look for all questions of a glance, which the first of them takes', () => {
    const file = newFile();
    const [db, other] = [open(file), open(file)];
    const glance = db.glance();
    add(other, 'h-1');
    const first = glance();
    expect(first).toBe(db.mark());
    add(other, 'h-2');
    expect(glance()).toBe(first);
    expect(db.mark()).not.toBe(first);
    add(db, 'h-3');
    expect(glance()).not.toBe(first);
    db.close();
    other.close();
  });

  it('never comes back, though the file is again as it was', () => {
    const file = newFile();
    const [db, other] = [open(file), open(file)];
    const marks = [db.mark()];
    add(other, 'h-1');
    marks.push(db.mark());
    other.run('DELETE FROM host');
    marks.push(db.mark());
    expect(new Set(marks).size).toBe(3);
    db.close();
    other.close();
  });
});
