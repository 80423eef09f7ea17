import { describe, expect, it } from 'vitest';
import {
  includesSqlServer,
  judgePlacement,
  LICENSE_TYPE,
  licenseIncluded,
  type Placement,
  placementFor,
  placementsOf,
  platformOf,
  USAGE_OPERATIONS,
  usageOperation,
} from '../../src/validation/usage-operations.ts';

const PLACEMENTS: readonly Placement[] = ['shared', 'dedicated', 'host', 'group'];

/** A row of the tenancy table as words: `yes`, or the ending of the constraint that refuses. */
function cells(code: string): readonly string[] {
  return PLACEMENTS.map((placement) => {
    const answer = judgePlacement(code, placement);
    if (answer.kind === 'refused') return answer.id.replace('tenancy-matrix-', '');
    return answer.kind === 'allowed' ? 'yes' : '?';
  });
}

const codes = USAGE_OPERATIONS.map((row) => row.usageOperation);

describe('where a billing code may run', () => {
  it.each([
    // code, shared, dedicated instance, host, group
    ['RunInstances', 'yes', 'yes', 'yes', 'yes'],
    ['RunInstances:00g0', 'yes', 'yes', 'yes', 'yes'],
    ['RunInstances:0002', 'yes', 'yes', 'yes', 'yes'],
    ['RunInstances:0800', 'windows-byol', 'yes', 'yes', 'yes'],
    ['RunInstances:0804', 'windows-byol', 'yes', 'sql-li', 'sql-li'],
    ['RunInstances:0006', 'yes', 'yes', 'sql-li', 'sql-li'],
    ['RunInstances:0102', 'yes', 'yes', 'sql-li', 'sql-li'],
    ['RunInstances:0202', 'yes', 'yes', 'sql-li', 'sql-li'],
    ['RunInstances:0004', 'yes', 'yes', 'sql-li', 'sql-li'],
    ['RunInstances:0100', 'yes', 'yes', 'sql-li', 'sql-li'],
    ['RunInstances:0200', 'yes', 'yes', 'sql-li', 'sql-li'],
    ['RunInstances:0010', 'yes', 'yes', 'rhel-li', 'rhel-li'],
    ['RunInstances:1010', 'yes', 'yes', 'rhel-li', 'rhel-li'],
    ['RunInstances:1014', 'yes', 'yes', 'rhel-li', 'rhel-li'],
    ['RunInstances:1110', 'yes', 'yes', 'rhel-li', 'rhel-li'],
    ['RunInstances:0014', 'yes', 'yes', 'rhel-li', 'rhel-li'],
    ['RunInstances:0210', 'yes', 'yes', 'rhel-li', 'rhel-li'],
    ['RunInstances:0110', 'yes', 'yes', 'rhel-li', 'rhel-li'],
    ['RunInstances:000g', 'yes', 'yes', 'suse-li', 'suse-li'],
    ['RunInstances:0g00', 'yes', 'yes', 'other-li', 'other-li'],
  ])('%s: shared %s, dedicated instance %s, host %s, group %s', (code, ...expected) => {
    expect(cells(code)).toEqual(expected);
  });

  it('is not known for a code that the table lacks', () => {
    expect(cells('RunInstances:9999')).toEqual(['?', '?', '?', '?']);
    expect(placementsOf('RunInstances:9999')).toBeUndefined();
  });

  it('can be listed', () => {
    expect(placementsOf('RunInstances')).toEqual(PLACEMENTS);
    expect(placementsOf('RunInstances:0800')).toEqual(['dedicated', 'host', 'group']);
    expect(placementsOf('RunInstances:0804')).toEqual(['dedicated']);
  });

  it.each([
    ['default', false, 'shared'],
    ['dedicated', false, 'dedicated'],
    ['host', false, 'host'],
    ['host', true, 'group'],
  ] as const)('tenancy %s, in a group %s, is the column %s', (tenancy, inGroup, placement) => {
    expect(placementFor(tenancy, inGroup)).toBe(placement);
  });
});

describe('a billing code', () => {
  it('has its platform and the products that AWS licenses in it', () => {
    expect(usageOperation('RunInstances:0006')).toEqual({
      usageOperation: 'RunInstances:0006',
      platformDetails: 'Windows with SQL Server Standard',
      licenseIncludedProducts: ['Windows Server', 'SQL Server Standard'],
      convertible: 'yes',
    });
    expect(usageOperation('RunInstances:9999')).toBeUndefined();
  });

  it('is one of twenty', () => {
    expect(codes).toHaveLength(20);
  });

  it('is composed place by place: SQL Server adds 4, 100 or 200 to what it runs on', () => {
    const products = (code: string) => usageOperation(`RunInstances:${code}`)?.licenseIncludedProducts;
    expect(products('0102')).toEqual(['Windows Server', ...(products('0100') ?? [])]);
    expect(products('0006')).toEqual(['Windows Server', ...(products('0004') ?? [])]);
    expect(products('0202')).toEqual(['Windows Server', ...(products('0200') ?? [])]);
    expect(products('0804')).toEqual([...(products('0800') ?? []), ...(products('0004') ?? [])]);
  });

  it('converts where License Manager says so', () => {
    const of = (kind: string) => codes.filter((code) => usageOperation(code)?.convertible === kind);
    expect(of('yes').map((code) => code.slice(-4))).toEqual(['0002', '0800', '0102', '0006', '0202']);
    expect(of('example-only')).toEqual(['RunInstances:0804']);
  });

  it('is Windows when it is billed or brought as Windows', () => {
    const windows = codes.filter((code) => platformOf(code) === 'windows');
    expect(windows.map((code) => code.slice(-4)).sort()).toEqual(['0002', '0006', '0102', '0202', '0800', '0804']);
  });

  it('says whether SQL Server, or anything, is licensed by AWS', () => {
    expect(['0006', '0804', '1014', '0002', '0800'].map((code) => includesSqlServer(`RunInstances:${code}`))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(['0002', '0g00', '0800', '00g0'].map((code) => licenseIncluded(`RunInstances:${code}`))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('follows from the licence type of an imported image', () => {
    expect(LICENSE_TYPE.Windows).toEqual({ AWS: 'RunInstances:0002', BYOL: 'RunInstances:0800' });
    expect(
      Object.values(LICENSE_TYPE)
        .flatMap(Object.values)
        .filter((code) => !usageOperation(code)),
    ).toEqual([]);
  });
});
