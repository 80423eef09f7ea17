import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a folder is made for; its name begins with that. */
export type Purpose = '.migrating-' | '.saving-';

/** No copy takes so long: a folder of this age belongs to a process that was killed. */
const ABANDONED_MS = 3_600_000;

/** Works in a new folder of its own that goes afterwards. @param parent where it is made; it exists */
export function inScratch<T>(parent: string, purpose: Purpose, work: (scratch: string) => T): T {
  const scratch = mkdtempSync(join(parent, purpose));
  try {
    return work(scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * Removes what killed processes left behind. Another process may be doing the same: what is gone is gone.
 * @param wall the machine's clock, milliseconds since 1970
 */
export function clearAbandoned(parent: string, purpose: Purpose, wall: number): void {
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(purpose)) continue;
    const folder = join(parent, name);
    const found = statSync(folder, { throwIfNoEntry: false });
    if (found?.isDirectory() && wall - found.mtimeMs > ABANDONED_MS) rmSync(folder, { recursive: true, force: true });
  }
}
