import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from '../contract/usage.ts';
import { decoded } from '../decoded.ts';
import type { Io } from '../io.ts';

/**
 * Reads `--input FILE` or `--input -`: one JSON or YAML object with AWS's field names.
 * @throws UsageError when it cannot be read, does not parse or is no object
 */
export async function readInput(source: string, io: Io): Promise<Readonly<Record<string, unknown>>> {
  const label = source === '-' ? 'standard input' : source;
  const text = await readSource(source, `--input ${source}`, io);
  const value = /^\s*[[{]/.test(text) ? parseJson(text, label) : await parseYaml(text, label);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UsageError(`${label} holds no object`, '--input wants one, such as {"Name": "win-dc"} or Name: win-dc');
  }
  return Object.fromEntries(Object.entries(value));
}

/**
 * All of a file, or of standard input for `-`.
 * @param named how the command line names it, for messages
 * @throws UsageError when it cannot be read
 */
export async function readSource(source: string, named: string, io: Io): Promise<string> {
  if (source === '-' && io.tty.stdin) {
    throw new UsageError(`${named} reads standard input, but that is a terminal`, 'pipe a file in, or name it');
  }
  if (source === '-') return io.readStdin();
  try {
    return decoded(await readFile(resolve(io.cwd, source)));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const why = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`;
    throw new UsageError(`${named}: ${why}`);
  }
}

function parseJson(text: string, label: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw notUnderstood(label, 'JSON', error);
  }
}

async function parseYaml(text: string, label: string): Promise<unknown> {
  const { parse } = await import('yaml');
  try {
    return parse(text);
  } catch (error) {
    throw notUnderstood(label, 'YAML', error);
  }
}

function notUnderstood(label: string, format: string, error: unknown): UsageError {
  const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return new UsageError(`${label} cannot be read as ${format}: ${why}`);
}
