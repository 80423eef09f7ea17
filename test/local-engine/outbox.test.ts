import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { alertFile, emptyOutbox } from '../../src/local-engine/outbox.ts';
import { openDatabase } from '../../src/local-engine/store/database.ts';
import { MIGRATIONS } from '../../src/local-engine/store/schema.ts';
import { put, waiting } from '../../src/local-engine/store/tables/outbox.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lm-outbox-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const alert = (subject: string) => ({ kind: 'alert', subject, body: '{"account":"111122223333"}', at: 0 });
const lines = () =>
  readFileSync(join(folder, 'alerts.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('the outbox', () => {
  it('appends what waits to a file that only its owner reads, and then holds nothing', () => {
    const db = openDatabase(':memory:', { migrations: MIGRATIONS });
    put(db, alert('launch-soft-alert'));
    put(db, alert('launch-hard-block'));
    emptyOutbox(db, alertFile(join(folder, 'alerts.jsonl')));
    expect(lines().map(({ key, subject }) => [key, subject])).toEqual([
      [1, 'launch-soft-alert'],
      [2, 'launch-hard-block'],
    ]);
    expect(statSync(join(folder, 'alerts.jsonl')).mode & 0o777).toBe(0o600);
    expect(waiting(db)).toEqual([]);
  });

  it('writes a message once that is delivered again after a crash', () => {
    const db = openDatabase(':memory:', { migrations: MIGRATIONS });
    const file = alertFile(join(folder, 'alerts.jsonl'));
    put(db, alert('first'));
    file.deliver(waiting(db));
    put(db, alert('second'));
    emptyOutbox(db, file);
    expect(lines().map(({ subject }) => subject)).toEqual(['first', 'second']);
  });

  it('finds the last key behind a line that is longer than what it reads at first', () => {
    const db = openDatabase(':memory:', { migrations: MIGRATIONS });
    const file = alertFile(join(folder, 'alerts.jsonl'));
    put(db, alert('first'));
    put(db, { ...alert('long'), body: JSON.stringify({ message: '\u0001'.repeat(262_144) }) });
    file.deliver(waiting(db));
    emptyOutbox(db, file);
    expect(lines().map(({ subject }) => subject)).toEqual(['first', 'long']);
  });

  it('keeps what could not be delivered', () => {
    const db = openDatabase(':memory:', { migrations: MIGRATIONS });
    put(db, alert('first'));
    expect(() => emptyOutbox(db, alertFile(join(folder, 'no', 'such', 'folder')))).toThrow('ENOENT');
    expect(waiting(db).map(({ subject }) => subject)).toEqual(['first']);
  });

  it('never uses a key twice', () => {
    const db = openDatabase(':memory:', { migrations: MIGRATIONS });
    put(db, alert('first'));
    emptyOutbox(db, alertFile(join(folder, 'alerts.jsonl')));
    put(db, alert('second'));
    expect(waiting(db).map(({ key }) => key)).toEqual([2]);
  });
});
