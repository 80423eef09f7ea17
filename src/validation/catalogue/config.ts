import { row } from '../../contract/constraint.ts';
import type { CountingType } from '../../contract/world.ts';
import { anyOf, COUNTING_TYPES, parseCounting } from '../words.ts';
import { guide, model, REFUSED, TERMS, when } from './sources.ts';

const CREATE = ['license-manager:CreateLicenseConfiguration'] as const;
const UPDATE = ['license-manager:UpdateLicenseConfiguration'] as const;
const BOTH = [...CREATE, ...UPDATE] as const;

/** The terms of a license configuration itself: what a request to create or change one may say. */
export const configRows = {
  'config-name-required': row({
    ...REFUSED,
    statement: 'A license configuration has a name. Any text will do, and two configurations may share one.',
    source: TERMS,
    basis: 'stated',
    operations: BOTH,
    message: () => 'the license configuration has no name',
    fix: () => ['give it a name, such as win-dc'],
    check: (s: { readonly Name?: string }) => when(s.Name === undefined || s.Name.trim() === '', {}),
  }),
  'config-counting-type-required': row({
    ...REFUSED,
    statement: 'A license configuration counts exactly one thing: vCPU, Instance, Core or Socket.',
    source: TERMS,
    basis: 'stated',
    operations: CREATE,
    message: (a) => (a.found === null ? 'no counting type was given' : `"${a.found}" is not a counting type`),
    why: () => 'The counting type says what one licence covers: a vCPU, a machine, a physical core or a socket.',
    fix: (a) => [
      a.meant === null ? `use ${anyOf(COUNTING_TYPES)}` : `did you mean ${a.meant}? (${anyOf(COUNTING_TYPES)})`,
    ],
    check: ({ LicenseCountingType: found }: { readonly LicenseCountingType?: string }) =>
      when(!COUNTING_TYPES.some((type) => type === found), {
        found: found ?? null,
        meant: parseCounting(found ?? '') ?? null,
      }),
  }),
  'config-counting-type-immutable': row({
    ...REFUSED,
    statement: 'The counting type is set once, when the configuration is created.',
    source: guide('Edit a license configuration'),
    basis: 'stated',
    operations: UPDATE,
    message: (a) => `${a.configuration}: counts ${a.present} and cannot be changed to ${a.asked}`,
    why: () => 'Licences counted in one unit cannot be turned into another, so AWS has no way to change it.',
    fix: (a) => [`lm config recreate ${a.configuration} --type ${a.asked.toLowerCase()}`],
    check: (s: {
      readonly configuration: string;
      readonly present: CountingType;
      readonly LicenseCountingType?: string;
    }) =>
      when(s.LicenseCountingType !== undefined && s.LicenseCountingType !== s.present, {
        configuration: s.configuration,
        present: s.present,
        asked: s.LicenseCountingType ?? '',
      }),
  }),
  'config-count-non-negative': row({
    ...REFUSED,
    statement: 'The number of licences is a whole number, 0 or more.',
    source: model('CreateLicenseConfiguration', 'LicenseCount'),
    basis: 'reading',
    operations: BOTH,
    message: (a) => `${a.found} is not a number of licences`,
    fix: () => ['use a whole number, 0 or more; leave it out to count without a limit'],
    check: ({ LicenseCount: found }: { readonly LicenseCount?: number }) =>
      when(found !== undefined && (!Number.isSafeInteger(found) || found < 0), { found: found ?? 0 }),
  }),
  'config-hard-limit-needs-count': row({
    ...REFUSED,
    statement: 'A limit can be hard only if there is a number of licences to enforce.',
    source: TERMS,
    basis: 'reading',
    operations: BOTH,
    message: () => 'the limit is hard, but no number of licences is set',
    why: () =>
      'A hard limit blocks launches beyond the number of licences. Without a number nothing could be beyond it.',
    fix: () => ['set the number of licences too: --count 96 --hard', 'or leave the limit soft: --soft'],
    check: (s: { readonly LicenseCount?: number; readonly LicenseCountHardLimit?: boolean }) =>
      when(s.LicenseCountHardLimit === true && s.LicenseCount === undefined, {}),
  }),
  'config-edit-lower-count': row({
    ...REFUSED,
    severity: 'warn',
    statement: 'The number of licences may be set below what is in use. Nothing is stopped; the overuse is flagged.',
    source: TERMS,
    basis: 'reading',
    operations: UPDATE,
    message: (a) => `${a.configuration}: limit ${a.limit}, used ${a.used}, over by ${a.over}`,
    why: () => 'Machines that run keep running. Later launches are judged against the new number.',
    fix: (a) => [
      'stop machines until the use is within the number',
      `or buy ${a.over} licences: lm config update ${a.configuration} --count ${a.used}`,
    ],
    check: (s: { readonly configuration: string; readonly LicenseCount?: number; readonly consumed: number }) => {
      const limit = s.LicenseCount ?? s.consumed;
      return when(limit < s.consumed, {
        configuration: s.configuration,
        limit,
        used: s.consumed,
        over: s.consumed - limit,
      });
    },
  }),
};
