import { expect, it } from 'vitest';
import { drawMarkdownReport } from '../../../src/render/reports/markdown.ts';
import { REPORT } from './report.ts';

const text = drawMarkdownReport(REPORT);
const lines = text.split('\n');

it('begins with a mark to find the comment again, and the whole answer', () => {
  expect(lines[0]).toBe('<!-- lm check -->');
  expect(lines[2]).toMatch(/^### ❌ BLOCKED: plan\.json: 3 of 6 machines fit/);
});

it('has the licences as a table whose rows have as many cells as its head', () => {
  const rows = lines.filter((line) => line.startsWith('|'));
  const cells = rows.map((row) => row.replaceAll('\\|', '').split('|').length);
  expect(rows).toHaveLength(4);
  expect(new Set(cells).size).toBe(1);
  expect(rows[2]).toBe('| win\\|dc | cores | 20 hard | 19 | +3 | -2 |');
});

it('tells what is not allowed, and leaves out what fits', () => {
  expect(text).toContain(
    '**❌ `module.web.aws_instance.db["a,b:c"]`** (`infra/plan.json:12:5`): blocked, 1 of 3 machines fits',
  );
  expect(text).toContain('  - fix: buy 2 licences: lm config update win-dc --count 22');
  expect(text).not.toContain('aws_instance.fits');
});

it('lets nothing that a file says become markup', () => {
  expect(text).toContain('a \\<b\\> & "c" \'d\' \\| \\`e\\` 100%');
  expect(text).not.toMatch(/(?<!\\)<b>/);
});

it('stays short enough for a comment, and says what it left out', () => {
  const cases = REPORT.cases
    .slice(1, 2)
    .flatMap((one) => Array.from({ length: 60 }, (_, at) => ({ ...one, address: `a[${at}]` })));
  const long = drawMarkdownReport({ ...REPORT, cases });
  expect(long).toContain('… and 10 more; the report `json` has them all.');
  expect(long.length).toBeLessThan(65_536);
});
