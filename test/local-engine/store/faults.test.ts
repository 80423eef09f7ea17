import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { createInterface, type Interface } from 'node:readline';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../src/local-engine/store/database.ts';
import { fromEngine, fromFileSystem, StoreError, type StoreErrorKind } from '../../../src/local-engine/store/errors.ts';
import { newFile, newFolder, storeErrorOf } from './folder.ts';

const MIGRATIONS = ['CREATE TABLE item (key INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT'];
const INSERT = 'INSERT INTO item (text) VALUES ($text)';

const open = (file: string) => openDatabase(file, { migrations: MIGRATIONS, busyTimeoutMs: 0 });
const count = (db: Database) => db.get('SELECT count(*) AS n FROM item')?.n;

describe('a full disk', () => {
  /** A database that cannot grow beyond what it has, with one row in it. */
  const full = () => {
    const db = open(newFile());
    db.run(INSERT, { text: 'first' });
    db.exec(`PRAGMA max_page_count = ${Number(db.get('PRAGMA page_count')?.page_count)}`);
    return db;
  };
  const large = { text: 'x'.repeat(100_000) };

  it('is reported as such, and the transaction leaves nothing behind', () => {
    const db = full();
    db.begin('immediate');
    db.run(INSERT, { text: 'second' });
    const error = storeErrorOf(() => db.run(INSERT, large));
    expect(error.kind).toBe('full');
    expect(error.message).toMatch(/no space left for the sandbox file .*changed nothing\. Free some disk space/);
    db.rollbackTo('call');
    db.rollback();
    expect(count(db)).toBe(1);
    db.close();
  });

  it('is over when there is space again', () => {
    const db = full();
    expect(storeErrorOf(() => db.run(INSERT, large)).kind).toBe('full');
    db.exec('PRAGMA max_page_count = 1000000');
    expect(db.run(INSERT, large).changes).toBe(1);
    db.close();
  });
});

describe('a damaged file', () => {
  /** A closed sandbox of many pages, some bytes of which are overwritten. */
  const damaged = (from: number, bytes: number) => {
    const file = newFile();
    const db = open(file);
    const texts = JSON.stringify(Array.from({ length: 2000 }, (_, index) => `row ${index} ${'x'.repeat(50)}`));
    db.run('INSERT INTO item (text) SELECT value FROM json_each($texts)', { texts });
    db.close();
    const content = readFileSync(file).fill(0xa5, from, from + bytes);
    writeFileSync(file, content);
    return { file, content };
  };

  it('without a header is no sandbox, and is left as it is', () => {
    const { file, content } = damaged(0, 16);
    const error = storeErrorOf(() => open(file));
    expect(error.kind).toBe('not-a-database');
    expect(error.message).toContain('`lm local reset` cannot use it. Move the file away');
    expect(readFileSync(file).equals(content)).toBe(true);
  });

  it('with a damaged page is reported when the page is read, and is left as it is', () => {
    const { file, content } = damaged(4096 * 2, 4096 * 4);
    const db = open(file);
    const error = storeErrorOf(() => db.all('SELECT text FROM item'));
    expect(error.kind).toBe('corrupt');
    expect(error.message).toContain('`lm local reset` cannot repair it. Move the file away');
    expect(error.message).toContain('--sandbox NAME');
    db.rollback();
    db.close();
    expect(readFileSync(file).equals(content)).toBe(true);
  });

  it('that is sound again is read again', () => {
    const { file } = damaged(0, 0);
    const db = open(file);
    expect(count(db)).toBe(2000);
    db.close();
  });
});

describe('a file that cannot be opened or written', () => {
  it('says so when a file stands where its folder should be', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'file'), 'precious');
    const error = storeErrorOf(() => open(join(folder, 'file', 'sandbox.db')));
    expect(error.kind).toBe('cannot-open');
    expect(error.message).toContain('LM_HOME=DIR');
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('precious');
  });

  it('says so when it is a folder', () => {
    const folder = join(newFolder(), 'sandbox.db');
    mkdirSync(folder);
    expect(storeErrorOf(() => open(folder)).kind).toBe('cannot-open');
  });

  it('says so when SQLite may not write it', () => {
    const db = open(newFile());
    db.exec('PRAGMA query_only = ON');
    expect(storeErrorOf(() => db.run(INSERT, { text: 'a' })).kind).toBe('readonly');
    db.exec('PRAGMA query_only = OFF');
    expect(db.run(INSERT, { text: 'a' }).changes).toBe(1);
    db.close();
  });

  // Permissions do not bind root.
  const isRoot = process.getuid?.() === 0;

  it.skipIf(isRoot)('says so when its permissions forbid it, and leaves it', () => {
    const file = newFile();
    open(file).close();
    const content = readFileSync(file);
    chmodSync(file, 0o400);
    const error = storeErrorOf(() => open(file));
    expect(error.kind).toBe('readonly');
    expect(readFileSync(file).equals(content)).toBe(true);
    chmodSync(file, 0o600);
    open(file).close();
  });

  it.skipIf(isRoot)('says so when the permissions of its folder forbid it', () => {
    const folder = newFolder();
    chmodSync(folder, 0o500);
    expect(storeErrorOf(() => open(join(folder, 'sandbox.db'))).kind).toBe('readonly');
    chmodSync(folder, 0o700);
    open(join(folder, 'sandbox.db')).close();
  });
});

describe('errors are told apart by number', () => {
  it.each<[name: string, code: number, kind: StoreErrorKind]>([
    ['SQLITE_ERROR', 1, 'other'],
    ['SQLITE_PERM', 3, 'readonly'],
    ['SQLITE_BUSY', 5, 'busy'],
    ['SQLITE_BUSY_SNAPSHOT', 517, 'busy'],
    ['SQLITE_LOCKED', 6, 'busy'],
    ['SQLITE_NOMEM', 7, 'other'],
    ['SQLITE_READONLY', 8, 'readonly'],
    ['SQLITE_READONLY_DIRECTORY', 1544, 'readonly'],
    ['SQLITE_IOERR', 10, 'io'],
    ['SQLITE_IOERR_FSYNC', 1034, 'io'],
    ['SQLITE_CORRUPT', 11, 'corrupt'],
    ['SQLITE_CORRUPT_INDEX', 779, 'corrupt'],
    ['SQLITE_FULL', 13, 'full'],
    ['SQLITE_CANTOPEN', 14, 'cannot-open'],
    ['SQLITE_PROTOCOL', 15, 'busy'],
    ['SQLITE_CONSTRAINT_UNIQUE', 2067, 'constraint'],
    ['SQLITE_NOTADB', 26, 'not-a-database'],
  ])('%s (%d) is %s', (name, errcode, kind) => {
    const cause = Object.assign(new Error(name), { code: 'ERR_SQLITE_ERROR', errcode });
    const error = fromEngine(cause, '/data/sandbox.db');
    expect(error).toMatchObject({ kind, code: errcode, cause });
    expect(error.message).toContain('/data/sandbox.db');
  });

  it('the number counts, not the text', () => {
    const cause = Object.assign(new Error('database is locked'), { code: 'ERR_SQLITE_ERROR', errcode: 11 });
    expect(fromEngine(cause, 'f').kind).toBe('corrupt');
  });

  it.each<[text: string, kind: StoreErrorKind]>([
    ['database is locked', 'busy'],
    ['database table is locked', 'busy'],
    ['attempt to write a readonly database', 'readonly'],
    ['disk I/O error', 'io'],
    ['database disk image is malformed', 'corrupt'],
    ['database or disk is full', 'full'],
    ['unable to open database file', 'cannot-open'],
    ['locking protocol', 'busy'],
    ['file is not a database', 'not-a-database'],
    ['UNIQUE constraint failed: item.key', 'constraint'],
    ['no such table: item', 'other'],
  ])('a number that the engine lost is found again: %s is %s', (text, kind) => {
    expect(fromEngine(Object.assign(new Error(text), { code: 'ERR_SQLITE_ERROR' }), 'f').kind).toBe(kind);
  });

  it('what SQLite did not say is other, and one of ours stays itself', () => {
    expect(fromEngine(new Error('database is locked'), 'f').kind).toBe('other');
    expect(fromEngine('odd', 'f')).toMatchObject({ kind: 'other', code: undefined });
    const ours = new StoreError('busy', 'ours');
    expect(fromEngine(ours, 'f')).toBe(ours);
  });

  it.each<[code: string, kind: StoreErrorKind]>([
    ['EACCES', 'readonly'],
    ['EPERM', 'readonly'],
    ['EROFS', 'readonly'],
    ['ENOSPC', 'full'],
    ['EDQUOT', 'full'],
    ['EIO', 'io'],
    ['ENOTDIR', 'cannot-open'],
    ['ENAMETOOLONG', 'cannot-open'],
  ])('%s of the file system is %s', (code, kind) => {
    const cause = Object.assign(new Error(`${code}: open`), { code });
    expect(fromFileSystem(cause, '/data/sandbox.db')).toMatchObject({ kind, cause });
  });
});

describe('another process', () => {
  it('that holds the lock makes a write busy, and its commit sets it free', () => {
    const file = newFile();
    const holder = open(file);
    const waiter = open(file);
    holder.begin('immediate');
    const error = storeErrorOf(() => waiter.begin('immediate'));
    expect(error.kind).toBe('busy');
    expect(error.message).toContain(`${file} stayed locked by another program`);
    expect(count(waiter)).toBe(0);
    holder.commit();
    waiter.begin('immediate');
    waiter.commit();
    holder.close();
    waiter.close();
  });

  it('that wrote since a deferred transaction read makes its first write busy; begun again it passes', () => {
    const file = newFile();
    const reader = open(file);
    const writer = open(file);
    reader.begin('deferred');
    count(reader);
    writer.run(INSERT, { text: 'meanwhile' });
    expect(storeErrorOf(() => reader.run(INSERT, { text: 'late' }))).toMatchObject({ kind: 'busy', code: 517 });
    reader.rollback();
    reader.begin('immediate');
    reader.run(INSERT, { text: 'late' });
    reader.commit();
    expect(count(reader)).toBe(2);
    reader.close();
    writer.close();
  });
});

describe('processes that create the same sandbox at once', () => {
  const PROCESSES = 4;
  const ROUNDS = 10;
  let folder: string;
  let script: string;
  const running: { child: ChildProcessWithoutNullStreams; answers: Interface }[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lm-store-race-'));
    script = join(folder, 'create-and-count.js');
    const input = join(import.meta.dirname, 'create-and-count.ts');
    const bundle = await rolldown({ input, platform: 'node', external: ['@photostructure/sqlite'] });
    await bundle.write({ file: script, format: 'cjs' });
    await bundle.close();
    // The bundle stands outside the project, so it is told where the project's packages are.
    const env = { ...process.env, NODE_PATH: resolve('node_modules') };
    for (let index = 0; index < PROCESSES; index++) {
      const child = spawn(process.execPath, [script], { env });
      running.push({ child, answers: createInterface({ input: child.stdout }) });
    }
  });

  afterAll(() => {
    for (const { child } of running) child.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = ({ child, answers }: (typeof running)[number], file: string) =>
    new Promise<string>((answered) => {
      answers.once('line', answered);
      child.stdin.write(`${file}\n`);
    });

  it('all succeed, and the file is whole, private and migrated once', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const file = join(folder, `round-${round}`, 'sandbox.db');
      const answers = await Promise.all(running.map((process) => ask(process, file)));
      expect(answers).toEqual(Array.from({ length: PROCESSES }, () => 'ok'));
      expect(statSync(file).mode & 0o777).toBe(0o600);
      const db = openDatabase(file, { migrations: ['', ''] });
      expect(db.get('SELECT value FROM counter')).toEqual({ value: PROCESSES });
      expect(db.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
      db.close();
    }
  });
});
