import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { StoreError } from '../../../src/local-engine/store/errors.ts';

const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A new folder that is removed after the test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lm-store-'));
  made.push(folder);
  return folder;
}

/** A path for a sandbox in a new folder; the file is not there yet. */
export function newFile(): string {
  return join(newFolder(), 'sandbox.db');
}

/** What the work throws, which must be a StoreError. */
export function storeErrorOf(work: () => unknown): StoreError {
  try {
    work();
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
