import type { nameRows } from '../../../src/validation/catalogue/names.ts';
import type { Examples } from './example.ts';

const NAMED = {
  kind: 'license configuration',
  account: '111122223333',
  region: 'us-east-1',
  list: 'lm config list',
} as const;

/** How `lm` finds what a person names. */
export const nameExamples: Examples<typeof nameRows> = {
  'name-not-found': {
    breaks: { ...NAMED, given: 'win-dx', matches: [], nearest: ['win-dc'] },
    says: 'there is no license configuration "win-dx" in account 111122223333, us-east-1',
    holds: { ...NAMED, given: 'win-dc', matches: ['lic-1'], nearest: [] },
  },
  'name-ambiguous': {
    breaks: { ...NAMED, given: 'win-dc', matches: ['lic-1', 'lic-2'], nearest: [] },
    says: '"win-dc" is the name of 2 license configurations',
    holds: { ...NAMED, given: 'win-dc', matches: ['lic-1'], nearest: [] },
  },
};
