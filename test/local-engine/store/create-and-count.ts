import { createInterface } from 'node:readline';
import { openDatabase } from '../../../src/local-engine/store/database.ts';

/**
 * A process of its own for `faults.test.ts`: for every path on stdin it opens that sandbox, creating it if it is the
 * first, adds one to its counter as a read and a write, and answers with "ok" or what went wrong.
 */
const MIGRATIONS = [
  'CREATE TABLE counter (only INTEGER PRIMARY KEY, value INTEGER NOT NULL) STRICT; INSERT INTO counter VALUES (1, 0)',
  'CREATE TABLE second (a INTEGER) STRICT',
];

function addOne(file: string): string {
  try {
    const db = openDatabase(file, { migrations: MIGRATIONS });
    db.begin('immediate');
    const value = Number(db.get('SELECT value FROM counter')?.value);
    db.run('UPDATE counter SET value = $value', { value: value + 1 });
    db.commit();
    db.close();
    return 'ok';
  } catch (error) {
    return `failed: ${error instanceof Error ? error.message : String(error)}`;
  }
}

createInterface({ input: process.stdin }).on('line', (file) => process.stdout.write(`${addOne(file)}\n`));
