import type { CountingType, Tenancy } from '../contract/world.ts';

/** A tenancy as a license rule writes it. */
export type RuleTenancy = 'EC2-Default' | 'EC2-DedicatedHost' | 'EC2-DedicatedInstance';

interface TenancyWords {
  /** As a license rule writes it. */
  readonly rule: RuleTenancy;
  /** In a sentence: "on shared tenancy", "on Dedicated Hosts". */
  readonly place: string;
  /** As a value: "tenancy shared". */
  readonly word: string;
  /** As the console names the value of the rule. */
  readonly console: string;
  /** Every spelling that is understood, in small letters. */
  readonly spellings: readonly string[];
}

const TENANCIES: Readonly<Record<Tenancy, TenancyWords>> = {
  default: {
    rule: 'EC2-Default',
    place: 'shared tenancy',
    word: 'shared',
    console: 'Shared',
    spellings: ['shared', 'default', 'ec2-default'],
  },
  dedicated: {
    rule: 'EC2-DedicatedInstance',
    place: 'dedicated instances',
    word: 'dedicated instances',
    console: 'Dedicated Instance',
    spellings: ['dedicated', 'dedicated-instance', 'dedicated-instances', 'ec2-dedicatedinstance'],
  },
  host: {
    rule: 'EC2-DedicatedHost',
    place: 'Dedicated Hosts',
    word: 'Dedicated Hosts',
    console: 'Dedicated Host',
    spellings: ['host', 'dedicated-host', 'dedicated-hosts', 'ec2-dedicatedhost'],
  },
};

const ALL: readonly Tenancy[] = ['default', 'dedicated', 'host'];

/** The three tenancies as a license rule writes them, in the guide's order. */
export const RULE_TENANCIES: readonly RuleTenancy[] = ALL.map((tenancy) => TENANCIES[tenancy].rule);

/** A tenancy as a value in a sentence: "shared", "dedicated instances", "Dedicated Hosts". */
export const tenancyWord = (tenancy: Tenancy): string => TENANCIES[tenancy].word;

/** A tenancy as a place: "on shared tenancy", "on Dedicated Hosts". */
export const tenancyPlace = (tenancy: Tenancy): string => `on ${TENANCIES[tenancy].place}`;

/** An EC2 tenancy as a license rule writes it: `host` is `EC2-DedicatedHost`. */
export const ruleTenancyOf = (tenancy: Tenancy): RuleTenancy => TENANCIES[tenancy].rule;

/** The EC2 tenancy that a rule value stands for, or undefined for a text that is no rule value (letter case counts). */
export const tenancyOfRule = (value: string): Tenancy | undefined =>
  ALL.find((tenancy) => TENANCIES[tenancy].rule === value);

/** A rule value as the console names it: `EC2-Default` is "Shared". Other texts come back unchanged. */
export function ruleTenancyWord(value: string): string {
  const tenancy = tenancyOfRule(value);
  return tenancy === undefined ? value : TENANCIES[tenancy].console;
}

/** Reads any spelling of a tenancy (shared, default, EC2-Default, dedicated-host, …), in any letter case. */
export function parseTenancy(text: string): Tenancy | undefined {
  const word = spelling(text);
  return ALL.find((tenancy) => TENANCIES[tenancy].spellings.includes(word));
}

const UNITS: Readonly<Record<CountingType, { readonly one: string; readonly many: string }>> = {
  vCPU: { one: 'vCPU', many: 'vCPUs' },
  Instance: { one: 'instance', many: 'instances' },
  Core: { one: 'core', many: 'cores' },
  Socket: { one: 'socket', many: 'sockets' },
};

/** The four counting types, in the order of AWS's model. */
export const COUNTING_TYPES: readonly CountingType[] = ['vCPU', 'Instance', 'Core', 'Socket'];

/** What a configuration counts: "core" for 1, else "cores". Without a number the plural. */
export const unitWord = (counting: CountingType, count?: number): string =>
  count === 1 ? UNITS[counting].one : UNITS[counting].many;

/** Reads a counting type in any letter case, singular or plural: `cores` is `Core`. */
export function parseCounting(text: string): CountingType | undefined {
  const word = spelling(text);
  return COUNTING_TYPES.find((type) => word === type.toLowerCase() || word === UNITS[type].many.toLowerCase());
}

/** "1 core", "4 cores": a number with its noun; the plural is the noun plus s unless given. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** "a", "a or b", "a, b or c". */
export const anyOf = (words: readonly string[]): string => joined(words, 'or');

/** "a", "a and b", "a, b and c". */
export const allOf = (words: readonly string[]): string => joined(words, 'and');

/** The fix for a name that is nearly right, or none where nothing is near. */
export const didYouMean = (names: readonly string[]): readonly string[] =>
  names.length > 0 ? [`did you mean ${anyOf(names)}?`] : [];

/** The first few of many names: "i-1, i-2, i-3 and 4 more". */
export function fewOf(words: readonly string[], shown = 3): string {
  if (words.length <= shown + 1) return allOf(words);
  return `${words.slice(0, shown).join(', ')} and ${words.length - shown} more`;
}

function joined(words: readonly string[], last: 'and' | 'or'): string {
  const head = words.slice(0, -1);
  return head.length === 0 ? words.join('') : `${head.join(', ')} ${last} ${words[words.length - 1]}`;
}

const spelling = (text: string): string => text.trim().toLowerCase().replaceAll('_', '-').replaceAll(' ', '-');
