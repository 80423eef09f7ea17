import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from '../contract/usage.ts';
import type { Io } from '../io.ts';

/**
 * Reads `--input FILE` or `--input -`: one JSON or YAML object with AWS's field names.
 * @throws UsageError when it cannot be read, does not parse or is no object
 */
export async function readInput(source: string, io: Io): Promise<Readonly<Record<string, unknown>>> {
  if (source === '-' && io.tty.stdin) {
    throw new UsageError(
      '--input - reads standard input, but that is a terminal',
      'pipe a file in, or name it: --input FILE',
    );
  }
  const label = source === '-' ? 'standard input' : source;
  const text = source === '-' ? await io.readStdin() : await readText(resolve(io.cwd, source), source);
  const value = /^\s*[[{]/.test(text) ? parseJson(text, label) : await parseYaml(text, label);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UsageError(`${label} holds no object`, '--input wants one, such as {"Name": "win-dc"} or Name: win-dc');
  }
  return Object.fromEntries(Object.entries(value));
}

async function readText(file: string, named: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const why = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`;
    throw new UsageError(`--input ${named}: ${why}`);
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
