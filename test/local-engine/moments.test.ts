import { expect, test } from 'vitest';
import { nextReportRun } from '../../src/local-engine/moments.ts';

const at = (text: string): number => Date.parse(`${text}Z`);
const runs = (period: 'DAY' | 'WEEK' | 'MONTH', first: string, count: number): readonly string[] => {
  const found = [at(first)];
  for (let run = 1; run < count; run += 1) found.push(nextReportRun(period, at(first), found.at(-1) ?? 0));
  return found.map((moment) => new Date(moment).toISOString().slice(0, 16));
};

test.each([
  ['DAY', '2026-12-31T23:59', ['2026-12-31T23:59', '2027-01-01T23:59', '2027-01-02T23:59']],
  ['WEEK', '2027-02-25T00:00', ['2027-02-25T00:00', '2027-03-04T00:00', '2027-03-11T00:00']],
  ['MONTH', '2026-11-15T12:30', ['2026-11-15T12:30', '2026-12-15T12:30', '2027-01-15T12:30']],
  // The 31st goes on at the end of each month, and does not stay on the 28th; 2028 is a leap year.
  ['MONTH', '2027-12-31T03:59', ['2027-12-31T03:59', '2028-01-31T03:59', '2028-02-29T03:59', '2028-03-31T03:59']],
] as const)('report-periodic-run: each %s from %s', (period, first, wanted) => {
  expect(runs(period, first, wanted.length)).toEqual(wanted);
});
