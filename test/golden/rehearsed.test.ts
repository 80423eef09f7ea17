import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOUNS } from '../../src/commands/manifest.ts';
import { openDatabase } from '../../src/local-engine/store/database.ts';
import { MIGRATIONS } from '../../src/local-engine/store/schema.ts';
import { BEFORE, EXAMPLE_WORLD } from './example-world.ts';
import { play, prepared } from './play.ts';

const FILES = join(import.meta.dirname, '../fixtures/examples');
/** Nouns whose changes are no calls of AWS: they have no dry run, or one of their own (`lm local import`). */
const OWN = new Set(['local', 'context']);

const changing: readonly string[] = (
  await Promise.all(
    NOUNS.filter(({ name }) => !OWN.has(name)).map(async ({ load }) =>
      (
        await load()
      ).verbs
        .filter(({ mutates }) => mutates)
        .flatMap(({ examples }) => examples.map(({ command }) => command)),
    ),
  )
).flat();

const before = (line: string): readonly string[] =>
  Object.entries(BEFORE)
    .filter(([beginning]) => line.startsWith(beginning))
    .sort(([a], [b]) => b.length - a.length)[0]?.[1] ?? [];

/** Whatever is due comes due before, since a dry run lets the clock go on as every call does. */
const SETTLED = 'lm local clock advance 2h';

/** Every row of every table, in words. */
function rowsOf(home: string): Readonly<Record<string, string>> {
  const database = openDatabase(join(home, 'sandboxes', 'default.db'), { migrations: MIGRATIONS });
  try {
    const tables = database.all("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", {});
    return Object.fromEntries(
      tables.map(({ name }) => [String(name), JSON.stringify(database.all(`SELECT * FROM ${name}`, {}))]),
    );
  } finally {
    database.close();
  }
}

describe('a dry run of every example that changes something', () => {
  let world = '';
  beforeAll(async () => {
    world = await prepared(EXAMPLE_WORLD);
    await cp(FILES, world, { recursive: true });
  });
  afterAll(() => rm(world, { recursive: true, force: true }));

  it.each(changing)('%s: changes no row', async (line) => {
    const found: Readonly<Record<string, string>>[] = [];
    const look = (home: string) => void found.push(rowsOf(home));
    const rehearsed = `${line.replace(/ --dry-run/, '')} --dry-run`;
    const silent = [...before(line), SETTLED];
    const [played] = await play([rehearsed], 'pipe', { world, silent, tamper: look, afterwards: look });
    expect([played?.exit, played?.stderr]).toEqual([0, expect.stringContaining('dry run: nothing was changed')]);
    const [was = {}, is = {}] = found;
    const changed = Object.keys(is).filter((table) => is[table] !== was[table]);
    expect(changed).toEqual([]);
  });
});
