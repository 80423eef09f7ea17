import { accessSync, closeSync, constants, fsyncSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { fromFileSystem, StoreError } from './errors.ts';

/** A database without a file, for tests. */
export const IN_MEMORY = ':memory:';

const OWNER_ONLY = 0o600;
const OWNER_ONLY_FOLDER = 0o700;

/**
 * Sees to it that the file is there and may be written. A new one gets mode 0600 before SQLite opens it (its -wal and
 * -shm files inherit that), a new folder 0700.
 * @throws StoreError (readonly, full, io, cannot-open)
 */
export function ensureFile(file: string): void {
  if (file === IN_MEMORY) return;
  try {
    if (isWritable(file)) return;
    mkdirSync(dirname(file), { recursive: true, mode: OWNER_ONLY_FOLDER });
    create(file);
  } catch (error) {
    // Another process was faster: then the file is there, which is all that is wanted.
    if (errno(error) !== 'EEXIST') throw fromFileSystem(error, file);
  }
}

/**
 * Has `fill` write a copy into a new file of mode 0600, and forces it to disk. A copy that fails is removed.
 * @throws StoreError (cannot-open) if the file exists, or what `fill` throws
 */
export function intoNewFile(file: string, fill: () => void): void {
  try {
    create(file);
  } catch (error) {
    throw errno(error) === 'EEXIST' ? exists(file) : fromFileSystem(error, file);
  }
  try {
    fill();
    flush(file);
  } catch (error) {
    rmSync(file, { force: true });
    throw error instanceof StoreError ? error : fromFileSystem(error, file);
  }
}

function exists(file: string): StoreError {
  return new StoreError(
    'cannot-open',
    `The file ${file} exists already, and lm does not overwrite it. Nothing was changed. Give another name, or move it away.`,
  );
}

function create(file: string): void {
  closeSync(openSync(file, 'wx', OWNER_ONLY));
}

function flush(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** SQLite opens a file that it may not write without a word, and fails later: so this is asked first. */
function isWritable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK | constants.W_OK);
    return true;
  } catch (error) {
    if (errno(error) === 'ENOENT') return false;
    throw error;
  }
}

function errno(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
