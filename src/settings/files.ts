import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NamedContext, StoredSettings } from '../contract/settings.ts';
import { UsageError } from '../contract/usage.ts';
import { checked } from './keys.ts';
import { upwards } from './paths.ts';

export const PROJECT_FILE = '.lm.json';

/** What a settings file holds; a file that does not exist holds nothing. */
export interface SettingsFile {
  readonly file: string;
  readonly values: StoredSettings;
  /** The context that the file chooses. */
  readonly context?: string;
  readonly contexts: readonly NamedContext[];
}

/** The user's settings and contexts, read directly: `conf` costs more than the whole start and is only for writing. */
export function readUserFile(file: string): SettingsFile {
  return parseFile(file) ?? { file, values: {}, contexts: [] };
}

/** The nearest `.lm.json` in the folder or above it. */
export function readProjectFile(cwd: string): SettingsFile | undefined {
  for (const folder of upwards(cwd)) {
    const found = parseFile(join(folder, PROJECT_FILE));
    if (found !== undefined) return found;
  }
  return undefined;
}

function parseFile(file: string): SettingsFile | undefined {
  const text = readIfThere(file);
  if (text === undefined) return undefined;
  const { context, contexts, ...values } = members(parseJson(text, file), file);
  if (context !== undefined && typeof context !== 'string')
    throw damaged(file, '"context" must be the name of a context');
  return {
    file,
    values: checked(values, (key) => `${key} in ${file}`),
    ...(context === undefined ? {} : { context }),
    contexts: Object.entries(members(contexts ?? {}, file)).map(([name, kept]) => ({
      name,
      values: checked(members(kept, file), (key) => `${key} of context ${name} in ${file}`),
    })),
  };
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new UsageError(
      `the settings file ${file} cannot be read (${String(code)})`,
      'mend its permissions, or set LM_HOME',
    );
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw damaged(file, error instanceof Error ? error.message : 'it is not JSON');
  }
}

function members(value: unknown, file: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw damaged(file, 'it must hold JSON objects');
  return Object.fromEntries(Object.entries(value));
}

function damaged(file: string, why: string): UsageError {
  return new UsageError(
    `the settings file ${file} cannot be understood: ${why}`,
    'mend it, or delete it to start afresh',
  );
}
