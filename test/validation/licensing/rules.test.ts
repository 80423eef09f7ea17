import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatRule, parseRule, parseRules, type Rule } from '../../../src/validation/licensing/rules.ts';
import { RULE_TENANCIES } from '../../../src/validation/words.ts';

describe('a rule is read', () => {
  test.each<readonly [string, Rule]>([
    ['#minimumCores=8', { name: 'minimumCores', value: 8 }],
    ['#maximumCores=16', { name: 'maximumCores', value: 16 }],
    ['#minimumSockets=1', { name: 'minimumSockets', value: 1 }],
    ['#maximumSockets=2', { name: 'maximumSockets', value: 2 }],
    ['#minimumVcpus=2', { name: 'minimumVcpus', value: 2 }],
    ['#maximumVcpus=9007199254740991', { name: 'maximumVcpus', value: Number.MAX_SAFE_INTEGER }],
    ['#licenseAffinityToHost=1', { name: 'licenseAffinityToHost', value: 1 }],
    ['#licenseAffinityToHost=180', { name: 'licenseAffinityToHost', value: 180 }],
    ['#allowedTenancy=EC2-Default', { name: 'allowedTenancy', value: ['EC2-Default'] }],
    [
      '#allowedTenancy=EC2-DedicatedHost,EC2-DedicatedInstance',
      { name: 'allowedTenancy', value: ['EC2-DedicatedHost', 'EC2-DedicatedInstance'] },
    ],
    ['#honorVcpuOptimization=True', { name: 'honorVcpuOptimization', value: true, text: 'True' }],
    ['#honorVcpuOptimization=true', { name: 'honorVcpuOptimization', value: true, text: 'true' }],
    ['#honorVcpuOptimization=FALSE', { name: 'honorVcpuOptimization', value: false, text: 'FALSE' }],
  ])('%s', (text, rule) => {
    expect(parseRule(text)).toEqual({ ok: true, rule });
    expect(formatRule(rule)).toBe(text);
  });
});

describe('a text that is no rule says why', () => {
  test.each([
    ['', 'syntax'],
    ['minimumCores=8', 'syntax'],
    ['#minimumCores:8', 'syntax'],
    ['# minimumCores=8', 'syntax'],
    ['#=8', 'syntax'],
    ['#maxCores=16', 'name'],
    ['#minimumcores=8', 'name'],
    ['#toString=8', 'name'],
    ['#minimumCores=', 'whole-number'],
    ['#minimumCores=0', 'whole-number'],
    ['#minimumCores=08', 'whole-number'],
    ['#minimumCores=-8', 'whole-number'],
    ['#minimumCores=8.5', 'whole-number'],
    ['#minimumCores=1e3', 'whole-number'],
    ['#minimumCores= 8', 'whole-number'],
    ['#minimumCores=8\n', 'whole-number'],
    ['#maximumVcpus=9007199254740992', 'whole-number'],
    ['#licenseAffinityToHost=0', 'affinity-range'],
    ['#licenseAffinityToHost=181', 'affinity-range'],
    ['#licenseAffinityToHost=ten', 'affinity-range'],
    ['#allowedTenancy=', 'tenancy'],
    ['#allowedTenancy=host', 'tenancy'],
    ['#allowedTenancy=EC2-Default,', 'tenancy'],
    ['#allowedTenancy=EC2-Default, EC2-DedicatedHost', 'tenancy'],
    ['#allowedTenancy=EC2-Default,EC2-Default', 'tenancy'],
    ['#honorVcpuOptimization=yes', 'true-or-false'],
    ['#honorVcpuOptimization=', 'true-or-false'],
  ])('%j: %s', (text, reason) => {
    expect(parseRule(text)).toMatchObject({ ok: false, reason, text });
  });
});

test('a list of rules keeps what can be read and says where the rest stands', () => {
  const { rules, failures } = parseRules(['#minimumCores=8', 'nonsense', '#maximumCores=16']);
  expect(rules).toEqual([
    { name: 'minimumCores', value: 8 },
    { name: 'maximumCores', value: 16 },
  ]);
  expect(failures).toEqual([{ ok: false, reason: 'syntax', text: 'nonsense', name: '', value: '', index: 1 }]);
});

const BOUNDS = [
  'minimumCores',
  'maximumCores',
  'minimumSockets',
  'maximumSockets',
  'minimumVcpus',
  'maximumVcpus',
] as const;

const anyRule: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({ name: fc.constantFrom(...BOUNDS), value: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }) }),
  fc.record({ name: fc.constant('licenseAffinityToHost' as const), value: fc.integer({ min: 1, max: 180 }) }),
  fc.record({
    name: fc.constant('allowedTenancy' as const),
    value: fc.shuffledSubarray([...RULE_TENANCIES], { minLength: 1 }),
  }),
  fc.mixedCase(fc.constantFrom('true', 'false')).map((text) => ({
    name: 'honorVcpuOptimization' as const,
    value: text.toLowerCase() === 'true',
    text,
  })),
);

test('parse(format(rule)) = rule', () => {
  fc.assert(
    fc.property(anyRule, (rule) => {
      expect(parseRule(formatRule(rule))).toEqual({ ok: true, rule });
    }),
  );
});

test('any text is read or refused, never thrown on; what is read is written back unchanged', () => {
  const near = fc.tuple(fc.constantFrom('#', ''), fc.constantFrom(...BOUNDS, 'allowedTenancy', 'x'), fc.string());
  const texts = fc.oneof(
    fc.string(),
    near.map(([hash, name, value]) => `${hash}${name}=${value}`),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const parsed = parseRule(text);
      if (parsed.ok) expect(formatRule(parsed.rule)).toBe(text);
      else expect(parsed.text).toBe(text);
    }),
  );
});
