import { expect, test } from 'vitest';
import type { CountingType } from '../../../src/contract/world.ts';
import { check } from '../../../src/validation/catalogue/index.ts';
import {
  isRuleName,
  RULE_MATRIX,
  RULE_NAMES,
  type RuleName,
  rulesAllowedFor,
  typesAllowing,
} from '../../../src/validation/licensing/matrix.ts';

/** The guide's table, cell by cell: console name, API name, Cores, Instances, Sockets, vCPUs. */
// biome-ignore format: a table reads best as a table
const GUIDE: readonly (readonly [string, RuleName, boolean, boolean, boolean, boolean])[] = [
  ['License affinity to host (in days)', 'licenseAffinityToHost', true,  false, true,  false],
  ['Maximum cores',                      'maximumCores',          true,  true,  false, false],
  ['Maximum sockets',                    'maximumSockets',        false, true,  true,  false],
  ['Maximum vCPUs',                      'maximumVcpus',          false, true,  false, true],
  ['Minimum cores',                      'minimumCores',          true,  true,  false, false],
  ['Minimum sockets',                    'minimumSockets',        false, true,  true,  false],
  ['Minimum vCPUs',                      'minimumVcpus',          false, true,  false, true],
  ['Tenancy',                            'allowedTenancy',        true,  true,  true,  true],
  ['vCPU Optimization',                  'honorVcpuOptimization', false, false, false, true],
];
const COLUMNS: readonly CountingType[] = ['Core', 'Instance', 'Socket', 'vCPU'];

const cells = GUIDE.flatMap(([, rule, ...allowed]) =>
  COLUMNS.map((counting, column) => ({ rule, counting, allowed: allowed[column] ?? false })),
);

const VALUES: Partial<Record<RuleName, string>> = {
  allowedTenancy: 'EC2-DedicatedHost',
  honorVcpuOptimization: 'True',
};
const MATRIX_ROWS = [
  'rule-matrix-license-affinity-to-host',
  'rule-matrix-maximum-cores',
  'rule-matrix-maximum-sockets',
  'rule-matrix-maximum-vcpus',
  'rule-matrix-minimum-cores',
  'rule-matrix-minimum-sockets',
  'rule-matrix-minimum-vcpus',
  'rule-matrix-honor-vcpu-optimization',
] as const;

test('the table has 36 cells', () => {
  expect(cells.length).toBe(36);
  expect(GUIDE.map(([, rule]) => rule)).toEqual(RULE_NAMES);
});

test.each(cells)('rule-matrix-by-type: $rule with $counting: $allowed', ({ rule, counting, allowed }) => {
  expect(RULE_MATRIX[rule][counting]).toBe(allowed);
  expect(rulesAllowedFor(counting).includes(rule)).toBe(allowed);
  expect(typesAllowing(rule).includes(counting)).toBe(allowed);
  const subject = { LicenseCountingType: counting, LicenseRules: [`#${rule}=${VALUES[rule] ?? '2'}`] };
  const violations = MATRIX_ROWS.flatMap((id) => check(id, subject));
  expect(violations.map(({ args }) => args.rule)).toEqual(allowed ? [] : [rule]);
});

test.each(GUIDE)('%s is the console name of %s', (console, rule) => {
  expect(RULE_MATRIX[rule].console).toBe(console);
});

test('rule-matrix-allowed-tenancy: all four counting types take a tenancy rule', () => {
  expect(typesAllowing('allowedTenancy')).toEqual(COLUMNS);
});

test('rule names are case-sensitive', () => {
  expect(isRuleName('minimumCores')).toBe(true);
  expect(isRuleName('MinimumCores')).toBe(false);
  expect(isRuleName('toString')).toBe(false);
});
