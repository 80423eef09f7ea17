import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../src/local-engine/store/database.ts';
import type { Row } from './row.ts';

/** A table as the engine's are: an integer key, a public id that rises, and an index that a query pays for. */
const MIGRATIONS = [
  `CREATE TABLE machine (
     key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, host TEXT NOT NULL, cores INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX machine_host ON machine (host, key);`,
];

const SIZES = [0, 10_000, 1_000_000] as const;
const BATCH = 1000;
const REPEATS = { open: 200, read: 5000, write: 500, insert: 30 } as const;

const INSERT = `INSERT INTO machine (id, host, cores)
  SELECT format('i-%016x', value), format('h-%06x', value % 5000), 4 FROM json_each($numbers)`;
const READ = 'SELECT id, host, cores FROM machine WHERE key = $key';
const UPDATE = 'UPDATE machine SET cores = $cores WHERE key = $key';

/** The store alone, without start-up: what opening, reading and writing cost as a sandbox grows. */
export async function run(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lm-bench-'));
  try {
    return SIZES.flatMap((size) => measure(join(folder, `${size}.db`), size));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measure(file: string, size: number): Row[] {
  const open = () => openDatabase(file, { migrations: MIGRATIONS });
  fill(open(), size);
  const opening = medianMicroseconds(REPEATS.open, () => readOne(open(), 1).close());
  const db = open();
  const key = () => 1 + Math.floor(Math.random() * Math.max(size, 1));
  const reading = medianMicroseconds(REPEATS.read, () => readOne(db, key()));
  const writing = medianMicroseconds(REPEATS.write, () => readModifyWrite(db, key()));
  let next = Math.max(size, 1);
  const inserting = medianMicroseconds(REPEATS.insert, () => {
    insert(db, next, BATCH);
    next += BATCH;
  });
  db.close();
  const at = (what: string) => `store, ${size.toLocaleString('en')} rows: ${what}`;
  return [
    { what: at('open, read one row, close'), value: opening, unit: 'µs' },
    { what: at('read one row'), value: reading, unit: 'µs' },
    { what: at('durable read-modify-write'), value: writing, unit: 'µs' },
    {
      what: at(`durable insert of ${BATCH.toLocaleString('en')} in one statement`),
      value: BATCH / (inserting / 1e6),
      unit: 'rows/s',
    },
  ];
}

/** An empty sandbox gets one row all the same, or there would be nothing to read and write. */
function fill(db: Database, size: number): void {
  if (size === 0) insert(db, 0, 1);
  for (let from = 0; from < size; from += 10 * BATCH) insert(db, from, 10 * BATCH);
  db.close();
}

function insert(db: Database, from: number, count: number): void {
  const numbers = JSON.stringify(Array.from({ length: count }, (_, index) => from + index));
  db.begin('immediate');
  db.run(INSERT, { numbers });
  db.commit();
}

function readOne(db: Database, key: number): Database {
  db.get(READ, { key });
  return db;
}

function readModifyWrite(db: Database, key: number): void {
  db.begin('immediate');
  const cores = Number(db.get(READ, { key })?.cores ?? 0);
  db.run(UPDATE, { key, cores: cores + 1 });
  db.commit();
}

function medianMicroseconds(repeats: number, work: () => unknown): number {
  const times = Array.from({ length: repeats }, () => {
    const start = process.hrtime.bigint();
    work();
    return Number(process.hrtime.bigint() - start) / 1000;
  });
  return times.sort((a, b) => a - b)[Math.floor(repeats / 2)] ?? 0;
}
