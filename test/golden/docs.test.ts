import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bindValues } from '../../src/cli/bind.ts';
import { understand } from '../../src/cli/understand.ts';
import { NOUNS } from '../../src/commands/manifest.ts';
import { testIo } from '../../src/io.ts';
import { argumentsOf } from './words.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const filesOf = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file));

const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', ...filesOf('docs').filter((file) => file.endsWith('.md'))];

/** Every line of `lm` in a block of code, without what the shell keeps for itself: comments, pipes, redirections, `&`. */
const LINES: readonly string[] = DOCUMENTS.flatMap((document) =>
  [...read(document).matchAll(/^```(?:sh|console)\n(.*?)^```$/gms)].flatMap(([, block = '']) =>
    [...block.matchAll(/^(?:\$ )?(lm .*)$/gm)].map(([, line = '']) =>
      line.replace(/ +#.*$/, '').replace(/ (?:\| .*|> \S+|&)$/, ''),
    ),
  ),
);

describe('the documents', () => {
  it.each([...new Set(LINES)])('say what lm understands: %s', async (line) => {
    const deps = { version: '1.2.3', nouns: NOUNS, open: () => Promise.reject(new Error('nothing is run here')) };
    const understood = await understand(argumentsOf(line), testIo(), deps);
    if (understood.kind === 'verb') expect(bindValues(understood.verb, understood.given, {})).toBeDefined();
    else expect(understood.text).not.toBe('');
  });

  it.each(DOCUMENTS)('%s links to files that exist', (document) => {
    const links = [...read(document).matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target);
    expect(links.filter((target) => !existsSync(join(ROOT, dirname(document), target)))).toEqual([]);
  });

  it('explain every reading that a comment cites', () => {
    const explained = new Set([...read('docs/RULINGS.md').matchAll(/^\| (\d+) \|/gm)].map(([, number]) => number));
    const cited = filesOf('src')
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) =>
        [...read(file).matchAll(/RULINGS (\d+(?:, \d+)*)/g)].flatMap(([, list = '']) => list.split(', ')),
      );
    expect(cited.length).toBeGreaterThan(10);
    expect(cited.filter((number) => !explained.has(number))).toEqual([]);
  });
});
