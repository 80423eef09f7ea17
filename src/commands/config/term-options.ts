import { parseTenancy, RULE_TENANCIES, type RuleTenancy, ruleTenancyOf } from '../../validation/words.ts';
import { choice, custom, flag, integer, listOf, no, ok, orList, text } from '../params.ts';
import type { ArgsOf, Declaration } from '../types.ts';
import { INCLUDED_LICENCES, LICENSE_PACKS, PRODUCTS } from './products.ts';

/** How many licences: a number, or none at all. */
export type CountArg = number | 'none';

const isCount = (value: unknown): value is CountArg => value === 'none' || Number.isSafeInteger(value);
const isTenancy = (value: unknown): value is RuleTenancy => RULE_TENANCIES.some((tenancy) => tenancy === value);
const isEpoch = (value: unknown): value is number => Number.isSafeInteger(value);

const countParam = custom<CountArg>(
  {
    help: 'how many licences there are; none: only count, without a limit',
    aliases: ['licenses', 'licences', 'license-count'],
    example: '96',
  },
  {
    placeholder: 'N|none',
    holds: isCount,
    parse: (given) => {
      if (/^(none|unlimited)$/i.test(given)) return ok<CountArg>('none');
      const number = integer({ help: '' }).parse([given]);
      return number.ok ? ok<CountArg>(number.value) : no('must be a whole number, or none');
    },
  },
);

/** How a tenancy is written on the command line; every other spelling is read too. */
export const TENANCY_WORDS: Readonly<Record<RuleTenancy, string>> = {
  'EC2-Default': 'shared',
  'EC2-DedicatedInstance': 'dedicated-instance',
  'EC2-DedicatedHost': 'dedicated-host',
};

const tenancyWord = custom<RuleTenancy>(
  { help: 'shared, dedicated or host' },
  {
    placeholder: 'LIST',
    holds: isTenancy,
    parse: (given) => {
      const tenancy = parseTenancy(given);
      return tenancy === undefined
        ? no(`must be ${orList(Object.values(TENANCY_WORDS))}, with commas between several`)
        : ok(ruleTenancyOf(tenancy));
    },
  },
);

const expiryParam = custom<number>(
  { help: 'when the agreement ends, such as 2027-12-31; it is shown and blocks nothing', aliases: ['license-expiry'] },
  {
    placeholder: 'DATE',
    holds: isEpoch,
    parse: (given) => {
      const at = /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/.test(given) ? Date.parse(given) : Number.NaN;
      return Number.isNaN(at)
        ? no('must be a date such as 2027-12-31 or 2027-12-31T18:00:00Z')
        : ok(Math.floor(at / 1000));
    },
  },
);

const bound = (help: string) => integer({ help, placeholder: 'N' });

/** The rules of a configuration: what a machine must be like. Numbers are judged by the catalogue, not here. */
export const RULE_OPTIONS = {
  minCores: bound('fewest cores of a machine'),
  maxCores: bound('most cores of a machine'),
  minSockets: bound('fewest sockets of a machine'),
  maxSockets: bound('most sockets of a machine'),
  minVcpus: bound('fewest vCPUs of a machine'),
  maxVcpus: bound('most vCPUs of a machine'),
  tenancy: listOf(tenancyWord, {
    help: 'where it may run: shared, dedicated-instance, dedicated-host, with commas between several',
    placeholder: 'LIST',
    example: 'dedicated-host',
  }),
  affinity: integer({
    help: 'days for which licences stay with a host, 1 to 180',
    placeholder: 'DAYS',
    aliases: ['license-affinity-to-host'],
  }),
  honorVcpuOptimization: flag({ help: 'count the chosen CPU options instead of the default vCPUs of the type' }),
  rule: listOf(text({ help: '' }), {
    help: "a rule as AWS writes it, '#minimumCores=8'; the options above say the same without a #",
    placeholder: "'#NAME=VALUE'",
    aliases: ['license-rules'],
    commas: false,
    ifNoValue:
      "an unquoted # begins a comment in the shell, and the rest of the line is lost: write --rule '#minimumCores=8' in quotes, or --min-cores 8",
  }),
} as const;

/** Every term of a configuration that can be said again later (`update`, `recreate`). */
export const TERM_OPTIONS = {
  count: countParam,
  hard: flag({
    help: 'block launches beyond the number of licences (AWS: enforce license limit); --soft: let them through with an alert',
    aliases: ['enforce'],
    off: ['soft', 'no-enforce'],
  }),
  ...RULE_OPTIONS,
  product: listOf(choice(PRODUCTS, { help: '' }), {
    help: `software that discovery looks for: ${PRODUCTS.join(', ')}`,
    placeholder: 'PRODUCT',
  }),
  licensePack: listOf(choice(LICENSE_PACKS, { help: '' }), {
    help: `Oracle licence packs: ${LICENSE_PACKS.join(', ')}`,
    placeholder: 'PACK',
  }),
  exceptIncluded: listOf(
    choice(INCLUDED_LICENCES, { help: '', spellings: { 'windows-server': 'windows-server-datacenter' } }),
    {
      help: 'licences that discovery leaves out where AWS includes them: windows-server, sql-server-standard, sql-server-enterprise, sql-server-web',
      placeholder: 'LICENCE',
    },
  ),
  stopTrackingWhenUninstalled: flag({
    help: 'stop tracking a machine when the software is uninstalled',
    off: ['keep-tracking-when-uninstalled'],
  }),
  expires: expiryParam,
  description: text({ help: 'what it is for', placeholder: 'TEXT' }),
} as const;

/** What is written of the terms; `update` and `recreate` leave most of it out. */
export type TermArgs = Partial<ArgsOf<Declaration<Readonly<Record<never, never>>, typeof TERM_OPTIONS>>>;
