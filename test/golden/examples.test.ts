import { readdirSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOUNS } from '../../src/commands/manifest.ts';
import type { Verb } from '../../src/commands/types.ts';
import { ASKS, BEFORE, EXAMPLE_WORLD } from './example-world.ts';
import { type Played, play, prepared, READERS, type Reader } from './play.ts';
import { expectTranscript } from './transcript.ts';

const FOLDER = join(import.meta.dirname, 'examples');
/** What stands in the folder where the examples are typed. */
const FILES = join(import.meta.dirname, '../fixtures/examples');

/** A verb with the name of its transcript: `config-create`, `local-clock-advance`, `whoami`. */
interface Shown {
  readonly file: string;
  readonly commands: readonly string[];
}

const shown: readonly Shown[] = (
  await Promise.all(
    NOUNS.map(async ({ name, load }) => {
      const { verbs, self } = await load();
      const file = (verb: Verb) => (verb === self ? name : `${name}-${verb.name}`).replaceAll(' ', '-');
      return [...verbs, ...(self ? [self] : [])].map((verb) => ({
        file: file(verb),
        commands: verb.examples.map(({ command }) => command),
      }));
    }),
  )
).flat();

/** The longest beginning of the line for which something is to be prepared. */
const before = (line: string): readonly string[] =>
  Object.entries(BEFORE)
    .filter(([beginning]) => line.startsWith(beginning))
    .sort(([a], [b]) => b.length - a.length)[0]?.[1] ?? [];

/** An example that asks first is agreed to at the terminal, and refused where nobody can be asked; all others succeed. */
function endOf(line: string, reader: Reader): Pick<Played, 'line' | 'asked' | 'exit'> {
  const asks = ASKS.includes(line);
  return { line, asked: asks && reader === 'terminal', exit: asks && reader === 'pipe' ? 2 : 0 };
}

describe('every example of the help', () => {
  let world = '';
  beforeAll(async () => {
    world = await prepared(EXAMPLE_WORLD);
    await cp(FILES, world, { recursive: true });
  });
  afterAll(() => rm(world, { recursive: true, force: true }));

  describe.each(shown)('of $file', ({ file, commands }) => {
    it.each(READERS)('works, and reads the same as its transcript (%s)', async (reader) => {
      const played: Played[] = [];
      for (const line of commands) {
        played.push(...(await play([line], reader, { world, silent: before(line), agrees: ASKS.includes(line) })));
      }
      expectTranscript(played, `examples/${file}`, reader);
      expect(played.map(({ line, asked, exit }) => ({ line, asked, exit }))).toEqual(
        commands.map((line) => endOf(line, reader)),
      );
    });
  });

  it('no transcript is left of a verb that is gone', () => {
    const expected = shown.flatMap(({ file }) => READERS.map((reader) => `${file}.${reader}.txt`));
    expect(readdirSync(FOLDER).sort()).toEqual(expected.sort());
  });

  it('nothing is prepared for an example that is gone', () => {
    const all = shown.flatMap(({ commands }) => commands);
    expect(Object.keys(BEFORE).filter((beginning) => !all.some((line) => line.startsWith(beginning)))).toEqual([]);
  });
});
