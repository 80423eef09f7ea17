import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE_WORLD } from './example-world.ts';
import { MISTAKES } from './mistakes.ts';
import { type Played, play, prepared, READERS } from './play.ts';
import { expectTranscript } from './transcript.ts';

describe('bad input', () => {
  let world = '';
  beforeAll(async () => {
    world = await prepared([...EXAMPLE_WORLD, 'lm context create lab --region us-east-1']);
  });
  afterAll(() => rm(world, { recursive: true, force: true }));

  describe.each(Object.entries(MISTAKES))('%s', (name, mistakes) => {
    it.each(READERS)('is answered with what is wrong and how to go on (%s)', async (reader) => {
      const played: Played[] = [];
      for (const { line } of mistakes) played.push(...(await play([line], reader, { world })));
      expectTranscript(played, `bad-input/${name.replaceAll(' ', '-')}`, reader);
      for (const [at, { line, exit, says }] of mistakes.entries()) {
        const { exit: found, stdout = '', stderr = '' } = played[at] ?? {};
        expect({ line, exit: found }).toEqual({ line, exit });
        expect(unwrapped(stdout + stderr), line).toMatch(says);
      }
    });
  });
});

/** A text without colours and without the breaks at the width. */
const unwrapped = (text: string): string => stripVTControlCharacters(text).replaceAll(/\n {2,}/g, ' ');

describe('a database that cannot be used', () => {
  const LINES = ['lm config list', 'lm config create x --type core', 'lm local status', 'lm config list -o json'];
  const file = (home: string) => join(home, 'sandboxes', 'default.db');
  const changed = (home: string, change: (content: Buffer) => void) => {
    const content = readFileSync(file(home));
    change(content);
    writeFileSync(file(home), content);
  };
  /** Where SQLite keeps `user_version`, and how long its first page is (sqlite.org/fileformat.html). */
  const USER_VERSION = 60;
  const PAGE = 4096;

  const HARM: readonly (readonly [name: string, says: string, harm: (home: string) => void])[] = [
    ['no database', 'is not a sandbox of lm', (home) => writeFileSync(file(home), 'Dear aunt, '.repeat(1000))],
    ['damaged', 'is damaged', (home) => changed(home, (content) => content.fill(0xaa, PAGE))],
    [
      'newer than the program',
      'Update lm',
      (home) => changed(home, (content) => content.writeInt32BE(99, USER_VERSION)),
    ],
  ];

  it.each(HARM)('%s: every command says so, and it stays as it is', async (name, says, harm) => {
    const contents: Buffer[] = [];
    const keep = (home: string) => void contents.push(readFileSync(file(home)));
    const played = await play(LINES, 'pipe', {
      silent: ['lm local init'],
      tamper(home) {
        harm(home);
        keep(home);
      },
      afterwards: keep,
    });
    expectTranscript(played, `bad-input/database-${name.replaceAll(' ', '-')}`, 'pipe');
    expect(played.map(({ exit }) => exit)).toEqual(LINES.map(() => 1));
    for (const { stderr } of played) expect(unwrapped(stderr)).toContain(says);
    expect(contents[1]?.equals(contents[0] ?? Buffer.alloc(0))).toBe(true);
  });

  // Permissions do not bind root.
  it.skipIf(process.getuid?.() === 0)('read-only: a change is refused and says what is needed', async () => {
    const [refused] = await play(['lm config create x --type core'], 'pipe', {
      silent: ['lm local init'],
      tamper: (home) => chmodSync(file(home), 0o400),
    });
    expect(refused?.exit).toBe(1);
    expect(unwrapped(refused?.stderr ?? '')).toContain('Give yourself write permission');
  });
});
