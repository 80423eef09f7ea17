import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const filesOf = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file));

const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', ...filesOf('docs').filter((file) => file.endsWith('.md'))];

describe('the documents', () => {
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
