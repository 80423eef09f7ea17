import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CODE_RULES } from './tidy/code-rules.ts';
import { IMPORT_RULES } from './tidy/import-rules.ts';
import type { Rule } from './tidy/rule.ts';
import { filesBelow, isGenerated, parse, readSource } from './tidy/source.ts';
import { TEST_RULES } from './tidy/test-rules.ts';

/** The habits of the house, kept by a program: each failure names the file and the line and says how to mend it. */

const src = filesBelow('src', '.ts').filter((path) => !isGenerated(path));
const sources = src.map(readSource);
const tests = filesBelow('test', '.ts').map(readSource);
const tooling = ['bench', 'scripts'].flatMap((folder) => filesBelow(folder, '.ts')).map(readSource);
const everything = [...sources, ...tests, ...tooling];

const offences = ({ find }: Rule, files: typeof sources) =>
  files.flatMap((source) => find(source).map(({ line, what }) => `${source.path}:${line} ${what}`));

const SCOPES = [
  { rules: IMPORT_RULES, files: everything.filter(({ path }) => path.startsWith('src/')) },
  { rules: CODE_RULES, files: everything },
  { rules: TEST_RULES, files: tests },
];

describe.each(SCOPES)('in $files.length files', ({ rules, files }) => {
  it.each(rules)('$name', (rule) => {
    expect(offences(rule, files), rule.mend).toEqual([]);
  });
});

describe('each rule', () => {
  const all = [...IMPORT_RULES, ...CODE_RULES, ...TEST_RULES];

  it.each(all)('notices what breaks it: $name', (rule) => {
    for (const [path, text] of rule.breaks) expect(rule.find(parse(path, text)), text).not.toEqual([]);
  });

  it.each(all)('lets the near miss pass: $name', (rule) => {
    for (const [path, text] of rule.passes) expect(rule.find(parse(path, text)), text).toEqual([]);
  });
});

describe('the house as a whole', () => {
  /** Files that are longer than they should be, with the length they may keep. A number here only ever falls. */
  const LONG: Readonly<Record<string, number>> = {};
  const FILE_LINES = 250;

  it('has no long file', () => {
    const long = sources
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ path, lines }) => lines > (LONG[path] ?? FILE_LINES))
      .map(({ path, lines }) => `${path} has ${lines} lines`);
    expect(long, 'Split the file by idea; a reader should see one at a time.').toEqual([]);
  });

  it('keeps no permission that is no longer needed', () => {
    const stale = Object.entries(LONG).filter(([path, most]) => {
      const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n').length - 1 : 0;
      return lines <= FILE_LINES || lines < most;
    });
    expect(stale, 'Lower the number in LONG, or remove the line.').toEqual([]);
  });

  it('has no file that the program never reaches', () => {
    const importsOf = new Map(
      [...filesBelow('src', '.ts'), ...filesBelow('bench', '.ts')].map((path) => [path, readSource(path).imports]),
    );
    const reached = new Set<string>();
    const visit = (path: string) => {
      if (reached.has(path)) return;
      reached.add(path);
      for (const { target } of importsOf.get(path) ?? []) visit(target);
    };
    // The benchmarks decide plans of many launches, as the program's plan checks will.
    for (const entry of ['src/main.ts', 'bench/main.ts']) visit(entry);
    expect(
      src.filter((path) => !reached.has(path)),
      'Import it from where it is used, or delete it.',
    ).toEqual([]);
  });

  it('has one file for each operation of the contract', () => {
    const lists = filesBelow('src/contract', '.ts').filter((path) => /\/operations[\w-]*\.ts$/.test(path));
    const names = lists.flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/^ {2}'([\w-]+):(\w+)'/gm)]);
    expect(names.length).toBeGreaterThan(0);
    const files = names.map(([, service, operation]) => `src/local-engine/operations/${service}/${operation}.ts`);
    expect(
      files.filter((path) => !existsSync(path)),
      'npm run new:operation -- SERVICE:Operation writes the skeleton.',
    ).toEqual([]);
  });

  it('names no folder of one machine', () => {
    const texts = [
      'README.md',
      'CONTRIBUTING.md',
      'CHANGELOG.md',
      ...filesBelow('docs', '.md'),
      ...filesBelow('test', '.md'),
    ];
    const paths = [...texts, ...filesBelow('completions', ''), ...everything.map(({ path }) => path)];
    const found = paths.filter((path) =>
      /(^|[\s"'`(=])\/(work|home|Users|root|mnt)\/\w/m.test(readFileSync(path, 'utf8')),
    );
    expect(found, 'Write the path from the root of the project.').toEqual([]);
  });
});
