import { describe, expect, test } from 'vitest';
import {
  activationOf,
  broughtBy,
  CONVERSION_ACTIONS,
  CONVERSION_CODES,
  codeOf,
  exclusionsOf,
  isConvertible,
  leavesAfter,
  licensingOf,
  licensingWords,
} from '../../src/validation/conversion.ts';

const code = (digits: string) => `RunInstances:${digits}`;

describe('billing codes and what they stand for', () => {
  test.each([
    // convert-code-windows-li, and convert-code-windows-li-sql-byol: a brought SQL Server changes no code (convert-code-ambiguous-byol-sql)
    ['0002', 'included', 'byol', 'Windows included'],
    // convert-code-windows-byol, convert-code-windows-byol-sql-byol
    ['0800', 'byol', 'byol', 'Windows BYOL'],
    ['0006', 'included', 'standard', 'Windows included, SQL Server Standard included'],
    ['0102', 'included', 'enterprise', 'Windows included, SQL Server Enterprise included'],
    ['0202', 'included', 'web', 'Windows included, SQL Server Web included'],
    // convert-pair-byol-sql-li-later: a later guide calls it unsupported, lm takes it
    ['0804', 'byol', 'standard', 'Windows BYOL, SQL Server Standard included'],
  ] as const)('%s: Windows %s, SQL Server %s', (digits, windows, sql, words) => {
    expect(licensingOf(code(digits))).toEqual({ windows, sql });
    expect(codeOf({ windows, sql })).toBe(code(digits));
    expect(licensingWords(code(digits))).toBe(words);
  });

  test('these six, and no other', () => {
    expect(CONVERSION_CODES.map((one) => one.slice(-4)).sort()).toEqual([
      '0002',
      '0006',
      '0102',
      '0202',
      '0800',
      '0804',
    ]);
    expect([code('0010'), 'RunInstances', code('9999')].map(isConvertible)).toEqual([false, false, false]);
    expect(licensingOf(code('0010'))).toBeUndefined();
    expect(licensingWords(code('0010'))).toBe('Red Hat Enterprise Linux');
    expect(licensingWords(code('9999'))).toBe(code('9999'));
  });

  test('brought Windows with another included SQL Server than Standard has no code (convert-code-0804)', () => {
    expect([codeOf({ windows: 'byol', sql: 'enterprise' }), codeOf({ windows: 'byol', sql: 'web' })]).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('there are seventeen actions, each once', () => {
    expect([CONVERSION_ACTIONS.length, new Set(CONVERSION_ACTIONS).size]).toEqual([17, 17]);
  });
});

describe('what a conversion changes', () => {
  test.each<[from: string, to: string, brought: readonly string[], activation: string]>([
    ['0002', '0800', ['Windows Server'], 'by-hand'],
    ['0800', '0002', [], 'automatic'],
    ['0006', '0800', ['Windows Server', 'SQL Server Standard'], 'by-hand'],
    ['0006', '0002', ['SQL Server Standard'], 'unchanged'],
    ['0006', '0102', [], 'unchanged'],
    ['0002', '0804', ['Windows Server'], 'by-hand'],
    ['0804', '0002', ['SQL Server Standard'], 'automatic'],
    ['0010', '0002', [], 'automatic'],
  ])('%s to %s: brought %j, activation %s', (from, to, brought, activation) => {
    expect(broughtBy(code(from), code(to))).toEqual(brought);
    expect(activationOf(code(from), code(to))).toBe(activation);
  });
});

describe('automated discovery', () => {
  const rule = (comparator?: string, ...values: string[]) => ({
    ProductInformationFilterList: [
      { ProductInformationFilterName: 'Application Name', ProductInformationFilterValue: ['x'] },
      ...(comparator === undefined
        ? []
        : [
            {
              ProductInformationFilterName: 'License Included',
              ProductInformationFilterComparator: comparator,
              ProductInformationFilterValue: values,
            },
          ]),
    ],
  });
  const WINDOWS = 'windows-server-datacenter';
  const SQL = 'sql-server-standard';

  test('exclusions are read rule by rule', () => {
    expect(exclusionsOf([rule('NOT_EQUALS', WINDOWS, SQL), rule('EQUALS', WINDOWS), rule(), {}])).toEqual([
      [WINDOWS, SQL],
      [],
      [],
      [],
    ]);
  });

  test.each<[what: string, from: string, to: string, exclusions: readonly (readonly string[])[], leaves: boolean]>([
    ['every rule excludes it', '0800', '0002', [[WINDOWS], [WINDOWS]], true],
    ['one rule does not', '0800', '0002', [[WINDOWS], []], false],
    ['no rules', '0800', '0002', [], false],
    ['another licence is excluded', '0800', '0002', [[SQL]], false],
    ['each rule excludes another of the two that are new', '0800', '0006', [[SQL], [WINDOWS]], true],
    ['it was included before', '0002', '0006', [[WINDOWS]], false],
    ['towards brought nothing is newly included', '0002', '0800', [[WINDOWS]], false],
  ])('%s', (_what, from, to, exclusions, leaves) => {
    expect(leavesAfter(code(from), code(to), exclusions)).toBe(leaves);
  });
});
