import { choice } from '../params.ts';
import { type ArgsOf, declare } from '../types.ts';

export const show = declare({
  name: 'show',
  summary: 'the organization of the account: who manages it, who is in it, which services it trusts',
  description:
    'The organization of the account: who manages it, and, for the account that does, who is in it and which services ' +
    'it trusts.',
  arguments: {},
  options: {},
  examples: [{ intent: 'which organization am I in', command: 'lm org show' }],
  mutates: false,
});

export const create = declare({
  name: 'create',
  summary: 'make an organization, which the account then manages',
  arguments: {},
  options: {
    features: choice(['all', 'billing'], {
      help: 'all, or billing for one bill and nothing else (all)',
      placeholder: 'all|billing',
      aliases: ['feature-set'],
      spellings: { CONSOLIDATED_BILLING: 'billing' },
    }),
  },
  examples: [
    { intent: 'an organization to share licences in', command: 'lm org create' },
    { intent: 'one bill for several accounts', command: 'lm org create --features billing' },
  ],
  mutates: true,
});
export type CreateArgs = ArgsOf<typeof create>;

export const allFeatures = declare({
  name: 'enable-all-features',
  summary: 'go from consolidated billing to all features',
  description:
    'Go from consolidated billing to all features, which sharing licences with the organization needs. Every account that ' +
    'was invited agrees first (lm org account accept); then the management account accepts the handshake printed here. ' +
    'There is no way back.',
  arguments: {},
  options: {},
  examples: [{ intent: 'ask the members to agree', command: 'lm org enable-all-features' }],
  mutates: true,
});

export const leave = declare({
  name: 'leave',
  summary: 'leave the organization, and lose what it shares',
  arguments: {},
  options: {},
  examples: [
    { intent: 'take an account out of its organization', command: 'lm org leave --account 444455556666 --yes' },
  ],
  mutates: true,
});

export const disband = declare({
  name: 'delete',
  aliases: ['disband'],
  summary: 'delete the organization, once the management account is alone in it',
  arguments: {},
  options: {},
  examples: [{ intent: 'give up the organization', command: 'lm org delete --yes' }],
  mutates: true,
});
