import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { type Played, QUESTION, type Reader } from './play.ts';

/** Characters of the longest output that is written down as a whole, and lines of a longer one that are. */
const LONGEST = 8_000;
const SHOWN = 4;

/** What a person would see: each line, what it said, its exit code. Escape bytes stand as `\e`, to be read in any editor. */
export function transcript(played: readonly Played[]): string {
  return played.map(written).join('\n').replaceAll('\x1b', '\\e');
}

/**
 * Compares with the transcript kept in `NAME.READER.txt` beside this file; `UPDATE_GOLDEN=1` writes it anew. Into a pipe
 * no escape byte goes, whatever the transcript says.
 */
export function expectTranscript(played: readonly Played[], name: string, reader: Reader): void {
  const file = join(import.meta.dirname, `${name}.${reader}.txt`);
  const shown = transcript(played);
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, shown);
  }
  expect(shown).toBe(existsSync(file) ? readFileSync(file, 'utf8') : `(there is no ${file})`);
  if (reader === 'pipe')
    expect(played.filter(({ stdout, stderr }) => `${stdout}${stderr}`.includes('\x1b'))).toEqual([]);
}

function written({ line, stdout, stderr, asked, exit }: Played): string {
  const errors = stderr === '' ? '' : `--- stderr\n${stderr}`;
  const question = asked ? `--- asked "${QUESTION}", answered "y"\n` : '';
  return `$ ${line}\n${beginning(stdout)}${errors}${question}--- exit ${exit}\n`;
}

/** A long output, such as a completion script (which completions/ has whole), is shown by its beginning. */
function beginning(text: string): string {
  return text.length <= LONGEST ? text : `${text.split('\n').slice(0, SHOWN).join('\n')}\n… and so on\n`;
}
