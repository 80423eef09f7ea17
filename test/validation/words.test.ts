import { describe, expect, test } from 'vitest';
import {
  allOf,
  anyOf,
  counted,
  fewOf,
  parseCounting,
  parseTenancy,
  RULE_TENANCIES,
  ruleTenancyOf,
  ruleTenancyWord,
  tenancyOfRule,
  tenancyPlace,
  tenancyWord,
  unitWord,
} from '../../src/validation/words.ts';

describe('a tenancy', () => {
  test.each([
    ['default', 'shared', 'on shared tenancy', 'EC2-Default', 'Shared'],
    ['dedicated', 'dedicated instances', 'on dedicated instances', 'EC2-DedicatedInstance', 'Dedicated Instance'],
    ['host', 'Dedicated Hosts', 'on Dedicated Hosts', 'EC2-DedicatedHost', 'Dedicated Host'],
  ] as const)('%s is said as "%s"; rule-tenancy-mapping', (tenancy, word, place, rule, console) => {
    expect(tenancyWord(tenancy)).toBe(word);
    expect(tenancyPlace(tenancy)).toBe(place);
    expect(ruleTenancyOf(tenancy)).toBe(rule);
    expect(tenancyOfRule(rule)).toBe(tenancy);
    expect(ruleTenancyWord(rule)).toBe(console);
    expect(RULE_TENANCIES).toContain(rule);
  });

  test.each([
    ['shared', 'default'],
    ['default', 'default'],
    ['EC2-Default', 'default'],
    ['dedicated', 'dedicated'],
    ['dedicated-instance', 'dedicated'],
    ['EC2-DedicatedInstance', 'dedicated'],
    ['host', 'host'],
    ['dedicated-host', 'host'],
    ['Dedicated Host', 'host'],
    ['EC2-DedicatedHost', 'host'],
  ])('%s is understood as %s', (text, tenancy) => {
    expect(parseTenancy(text)).toBe(tenancy);
  });

  test('other words are not understood', () => {
    expect(parseTenancy('hosts')).toBeUndefined();
    expect(tenancyOfRule('ec2-default')).toBeUndefined();
    expect(ruleTenancyWord('other')).toBe('other');
  });
});

describe('a counting type', () => {
  test.each([
    ['core', 'Core'],
    ['Cores', 'Core'],
    ['vcpu', 'vCPU'],
    ['vCPUs', 'vCPU'],
    ['INSTANCE', 'Instance'],
    ['sockets', 'Socket'],
  ])('%s is understood as %s', (text, type) => {
    expect(parseCounting(text)).toBe(type);
  });

  test('other words are not understood', () => {
    expect(parseCounting('cpu')).toBeUndefined();
  });

  test('one core, two cores, cores', () => {
    expect([unitWord('Core', 1), unitWord('Core', 2), unitWord('vCPU')]).toEqual(['core', 'cores', 'vCPUs']);
  });
});

test('numbers and lists read as English', () => {
  expect([counted(1, 'host'), counted(0, 'host'), counted(2, 'entry', 'entries')]).toEqual([
    '1 host',
    '0 hosts',
    '2 entries',
  ]);
  expect([anyOf([]), anyOf(['a']), anyOf(['a', 'b']), allOf(['a', 'b', 'c'])]).toEqual([
    '',
    'a',
    'a or b',
    'a, b and c',
  ]);
  expect([fewOf(['a', 'b', 'c', 'd']), fewOf(['a', 'b', 'c', 'd', 'e'])]).toEqual([
    'a, b, c and d',
    'a, b, c and 2 more',
  ]);
});
