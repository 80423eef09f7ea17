import { row } from '../../contract/constraint.ts';
import { counted } from '../words.ts';
import { LIMITS, model, note, REFUSED, when } from './sources.ts';

/** How many there are, and how many there may be. */
export type QuotaSubject = { readonly existing: number; readonly limit: number };

const CREATE = {
  ...REFUSED,
  fault: 'ResourceLimitExceededException',
  operations: ['license-manager:CreateLicenseConfiguration'],
} as const;

/** AWS's quotas that the sandbox enforces. */
export const quotaRows = {
  'quota-configurations-25': row({
    ...CREATE,
    statement: 'An account has at most 25 license configurations in a Region; deactivated ones count.',
    source: LIMITS,
    basis: 'stated',
    message: (a) => `${a.existing} license configurations exist in this account and Region, limit ${a.limit}`,
    fix: () => ['delete one that is not used: lm config list', 'or ask AWS for a higher quota'],
    check: ({ existing, limit }: QuotaSubject) => when(existing >= limit, { existing, limit }),
  }),
  'quota-configurations-per-day': row({
    ...CREATE,
    statement:
      'AWS limits how many license configurations an account creates in one day. AWS does not publish the number.',
    source: model('CreateLicenseConfiguration', 'ResourceLimitExceededException'),
    basis: 'external',
    message: (a) =>
      `You have reached the maximum allowed number of license configurations created in one day: ${a.existing}, limit ${a.limit}`,
    fix: () => ['try again tomorrow'],
    check: ({ existing, limit }: QuotaSubject) => when(existing >= limit, { existing, limit }),
  }),
  'quota-configurations-per-resource-10': row({
    ...REFUSED,
    statement: 'A resource has at most 10 license configurations.',
    source: LIMITS,
    basis: 'stated',
    operations: ['license-manager:UpdateLicenseSpecificationsForResource', 'ec2:ImportImage'],
    message: (a) =>
      `${a.resource}: ${counted(a.adding, 'license configuration')} to add, ${a.existing} present, limit ${a.limit}`,
    fix: (a) => [`take off ${a.existing + a.adding - a.limit} first: lm config detach`],
    check: (s: QuotaSubject & { readonly resource: string; readonly adding: number }) =>
      when(s.adding > 0 && s.existing + s.adding > s.limit, {
        resource: s.resource,
        adding: s.adding,
        existing: s.existing,
        limit: s.limit,
      }),
  }),
  'quota-disabled-counts': note({
    statement: 'A deactivated license configuration still counts towards the 25.',
    source: LIMITS,
    basis: 'reading',
  }),
  'quota-names-in-error': note({
    statement: 'A refusal by a quota names the quota and its value.',
    source: model('CreateLicenseConfiguration', 'ResourceLimitExceededException'),
    basis: 'reading',
  }),
};
