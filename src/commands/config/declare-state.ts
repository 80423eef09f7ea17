import { flag } from '../params.ts';
import { type ArgsOf, declare } from '../types.ts';
import { configArgument } from './declare-terms.ts';
import { countingParam } from './term-options.ts';

export const list = declare({
  name: 'list',
  aliases: ['ls'],
  summary: 'list the license configurations of this account and Region',
  arguments: {},
  options: {
    type: countingParam,
    hard: flag({ help: 'only hard limits; --soft: only soft ones', aliases: ['enforce'], off: ['soft', 'no-enforce'] }),
    overLimit: flag({ help: 'only those with more in use than there are licences' }),
  },
  examples: [
    { intent: 'what do we count, and how much is left?', command: 'lm config list' },
    { intent: 'where are we over?', command: 'lm config list --over-limit -o name' },
  ],
  mutates: false,
});
export type ListArgs = ArgsOf<typeof list>;

export const show = declare({
  name: 'show',
  aliases: ['get'],
  summary: 'show its terms in words, what is used and by what',
  arguments: { config: configArgument },
  options: {},
  examples: [
    { intent: 'what does it say, and what does that mean?', command: 'lm config show win-dc' },
    { intent: 'the number in use', command: 'lm config show win-dc --query ConsumedLicenses' },
  ],
  mutates: false,
});
export type ShowArgs = ArgsOf<typeof show>;

export const activate = declare({
  name: 'activate',
  aliases: ['enable'],
  summary: 'count and check again',
  arguments: { config: configArgument },
  options: {},
  examples: [{ intent: 'use it again', command: 'lm config activate win-dc' }],
  mutates: true,
});
export type ActivateArgs = ArgsOf<typeof activate>;

export const deactivate = declare({
  name: 'deactivate',
  aliases: ['disable'],
  summary: 'stop counting and checking; nothing may run under it',
  arguments: { config: configArgument },
  options: {},
  examples: [{ intent: 'the agreement rests for now', command: 'lm config deactivate win-dc --yes' }],
  mutates: true,
});
export type DeactivateArgs = ArgsOf<typeof deactivate>;

export const remove = declare({
  name: 'delete',
  aliases: ['rm'],
  summary: 'delete it; for good',
  arguments: { config: configArgument },
  options: { detach: flag({ help: 'take it off everything first', aliases: ['disassociate'] }) },
  examples: [
    { intent: 'nothing is attached to it any more', command: 'lm config delete win-dc --yes' },
    { intent: 'what would be taken off?', command: 'lm config delete win-dc --detach --dry-run' },
  ],
  mutates: true,
});
export type DeleteArgs = ArgsOf<typeof remove>;
