import { describe, expect, it } from 'vitest';
import { median } from '../../bench/process.ts';
import { keepsBudget, type Row, table } from '../../bench/row.ts';

const row = (value: number, budget?: Row['budget']): Row => ({ what: 'lm --version', value, unit: '×', budget });

describe('a budget', () => {
  it.each([
    ['at most, met exactly', row(1.25, { most: 1.25 }), true],
    ['at most, missed by a hair', row(1.26, { most: 1.25 }), false],
    ['at least, met exactly', row(20_000, { least: 20_000 }), true],
    ['at least, missed by a hair', row(19_999, { least: 20_000 }), false],
    ['none', row(99), true],
  ])('%s', (_, measured, kept) => {
    expect(keepsBudget(measured)).toBe(kept);
  });
});

describe('the median', () => {
  it.each([
    ['an odd number of values', [3, 1, 2], 2],
    ['an even number', [4, 1, 3, 2], 2.5],
    ['an outlier', [1, 1, 1, 900], 1],
  ])('of %s', (_, values, middle) => {
    expect(median(values)).toBe(middle);
  });
});

describe('the table', () => {
  it('is Markdown that also lines up in a terminal', () => {
    const rows: Row[] = [
      row(1.2, { most: 1.25 }),
      { what: 'launches in calls of 1,000', value: 21_345.6, unit: 'launches/s', budget: { least: 25_000 } },
      { what: 'open', value: 0.31, unit: 'ms' },
    ];
    expect(table(rows)).toBe(
      [
        '| what                       |          measured |              budget |        |',
        '| -------------------------- | ----------------: | ------------------: | -----: |',
        '| lm --version               |             1.20× |             ≤ 1.25× |   kept |',
        '| launches in calls of 1,000 | 21,346 launches/s | ≥ 25,000 launches/s | MISSED |',
        '| open                       |            0.3 ms |                     |        |',
      ].join('\n'),
    );
  });
});
