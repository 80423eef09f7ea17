import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A fixture with parts of its text replaced: real plans carry ids that only their account has. */
export function fixtureWith(name: string, replaced: Readonly<Record<string, string>>): string {
  const text = readFileSync(join(import.meta.dirname, '../../fixtures', name), 'utf8');
  return Object.entries(replaced).reduce((so, [from, to]) => so.replaceAll(from, to), text);
}

/** Puts a text into a folder under a name. */
export const put = (folder: string, name: string, text: string): void => writeFileSync(join(folder, name), text);

/** What a file of a folder holds. */
export const got = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');
