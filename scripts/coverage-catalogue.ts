/**
 * Prints how much of the domain is implemented, by area: `npm run coverage:catalogue` (or bundle this file with rolldown
 * to CommonJS and run it with node, from the project's folder). `-- --missing AREA` lists what an area lacks.
 *
 * A fact that blocks or warns is implemented when the catalogue has a constraint that can break, or a pointer to one
 * that can; any other fact when a test under test/ mentions its id.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { areaOf, CATALOGUE, constraint } from '../src/validation/catalogue/index.ts';
import { POINTERS } from '../src/validation/catalogue/pointers.ts';
import { FACTS, type FactRow } from './facts.ts';

const tests = testTexts('test');
const isJudged = (id: string): boolean => (constraint(id)?.operations.length ?? 0) > 0;
const pointers: Readonly<Record<string, readonly string[]>> = POINTERS;

function isImplemented([id, severity]: FactRow): boolean {
  if (severity === 'info') return tests.some((text) => new RegExp(`\\b${id}\\b(?!-)`).test(text));
  return isJudged(id) || (Object.hasOwn(pointers, id) && (pointers[id] ?? []).every(isJudged));
}

function testTexts(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return testTexts(path);
    return entry.name.endsWith('.test.ts') ? [readFileSync(path, 'utf8')] : [];
  });
}

function table(rows: readonly FactRow[]): readonly string[] {
  const areas = [...new Set(rows.map(([id]) => areaOf(id)))];
  return areas.map((area) =>
    line(
      area,
      rows.filter(([id]) => areaOf(id) === area),
    ),
  );
}

function line(title: string, rows: readonly FactRow[]): string {
  const count = (some: readonly FactRow[]) => `${some.filter(isImplemented).length}/${some.length}`.padStart(8);
  const blocking = rows.filter(([, severity]) => severity === 'block');
  const warning = rows.filter(([, severity]) => severity === 'warn');
  const others = rows.filter(([, severity]) => severity === 'info');
  return `${title.padEnd(12)}${count(blocking)}${count(warning)}${count(others)}${count(rows)}`;
}

const wanted = process.argv.indexOf('--missing');
const area = process.argv[wanted + 1] ?? '';
const lines =
  wanted > 0
    ? FACTS.filter((fact) => areaOf(fact[0]) === area && !isImplemented(fact)).map(
        ([id, severity]) => `${severity}  ${id}`,
      )
    : [
        `${'area'.padEnd(12)}${['block', 'warn', 'other', 'all'].map((word) => word.padStart(8)).join('')}`,
        ...table(FACTS),
        line('all', FACTS),
        `constraints beyond these facts: ${Object.keys(CATALOGUE).filter((id) => !FACTS.some(([fact]) => fact === id)).length}`,
      ];
process.stdout.write(`${lines.join('\n')}\n`);
