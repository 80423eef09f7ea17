import { describe, expect, it } from 'vitest';
import { limitWords } from '../../../src/commands/config/limit.ts';
import { PRODUCTS, productInformation, productWords } from '../../../src/commands/config/products.ts';
import { hostsWorth, meaning, ruleWords, usedWords, worthWords } from '../../../src/commands/config/words.ts';
import { termsViolations } from '../../../src/validation/configuration.ts';

describe('rules in words', () => {
  it.each([
    [[], []],
    [['#minimumCores=8', '#maximumCores=16'], ['machines of 8 to 16 cores']],
    [['#minimumCores=8'], ['machines of at least 8 cores']],
    [['#maximumSockets=1'], ['machines of at most 1 socket']],
    [['#minimumVcpus=4', '#maximumVcpus=4'], ['machines of exactly 4 vCPUs']],
    [['#allowedTenancy=EC2-Default,EC2-DedicatedHost'], ['machines on shared tenancy or on Dedicated Hosts']],
    [
      ['#minimumCores=8', '#maximumSockets=2', '#allowedTenancy=EC2-DedicatedHost', '#licenseAffinityToHost=1'],
      ['machines of at least 8 cores and at most 2 sockets on Dedicated Hosts', 'licences stay with a host for 1 day'],
    ],
    [['#honorVcpuOptimization=True'], ['optimized CPUs count: chosen cores times threads']],
    [['#honorVcpuOptimization=False'], []],
  ])('%j', (rules, words) => {
    expect(ruleWords(rules)).toEqual(words);
  });
});

describe('limits in words', () => {
  it.each([
    [
      { LicenseCount: 96, LicenseCountHardLimit: true, ConsumedLicenses: 48 },
      '96 hard',
      '48 of 96 cores used, 48 left',
    ],
    [{ LicenseCount: 96, ConsumedLicenses: 144 }, '96 soft', '144 of 96 cores used, over by 48'],
    [{ LicenseCount: 1, ConsumedLicenses: 1 }, '1 soft', '1 of 1 core used, 0 left'],
    [{ ConsumedLicenses: 1 }, 'none', '1 core used, no limit'],
  ])('%j', (terms, limit, used) => {
    const configuration = { LicenseCountingType: 'Core', ...terms } as const;
    expect(limitWords(configuration)).toBe(limit);
    expect(usedWords(configuration)).toBe(used);
  });
});

describe('what a configuration means', () => {
  const rule = ['#minimumCores=8'];
  it.each([
    [
      { LicenseCount: 1, LicenseCountHardLimit: true, LicenseRules: rule },
      'A launch that breaks any of this is blocked.',
    ],
    [{ LicenseCount: 1, LicenseCountHardLimit: true }, 'A launch that goes beyond it is blocked.'],
    [{ LicenseCount: 1, LicenseRules: rule }, 'A launch that breaks any of this goes through and raises an alert.'],
    [
      { LicenseRules: rule },
      'Use is counted and nothing is ever blocked; a launch that breaks a rule raises an alert.',
    ],
    [{}, 'Use is counted and nothing is ever blocked.'],
    [{ Status: 'DISABLED', LicenseCount: 1 }, 'It is deactivated: nothing is counted and nothing is blocked.'],
  ])('%j', (terms, words) => {
    expect(meaning(terms)).toBe(words);
  });
});

it.each([
  [0, undefined],
  [47, 'less than one m5 host, which has 48 cores'],
  [48, '1 m5 host'],
  [96, '2 m5 hosts'],
  [97, '2 m5 hosts, and 1 core left'],
])('%i cores pay for %s', (cores, words) => {
  expect(worthWords(hostsWorth(cores))).toBe(words);
});

describe('products', () => {
  it.each(PRODUCTS)('%s is a product that the catalogue accepts, and is read back in words', (product) => {
    const ProductInformationList = productInformation([product]);
    const terms = { Name: 'a', LicenseCountingType: 'vCPU', ProductInformationList } as const;
    expect(termsViolations(terms)).toEqual([]);
    expect(productWords(ProductInformationList)).toEqual([expect.stringMatching(/^(Windows|SQL) Server$|^Oracle/)]);
  });

  it('shows a filter of somebody else as it is', () => {
    const filter = {
      ProductInformationFilterName: 'Application Name',
      ProductInformationFilterValue: ['Db2'],
      ProductInformationFilterComparator: 'EQUALS',
    };
    expect(productWords([{ ResourceType: 'SSM_MANAGED', ProductInformationFilterList: [filter] }])).toEqual([
      'Application Name EQUALS Db2',
    ]);
  });

  it('keeps licence packs that were given without an edition, so that nothing is lost', () => {
    expect(productWords(productInformation([], ['olap']))).toEqual(['with olap']);
  });
});
