import { flag, listOf, pairs, required, text } from '../params.ts';
import { type ArgsOf, declare } from '../types.ts';
import { configArgument, countingParam } from './params.ts';

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

export const tag = declare({
  name: 'tag',
  summary: 'add tags, or give them other values',
  arguments: {
    config: configArgument,
    tags: required(pairs({ help: 'tags', placeholder: 'KEY=VALUE', example: 'team=db' })),
  },
  options: {},
  examples: [{ intent: 'who pays?', command: 'lm config tag win-dc cost-centre=4711 team=db' }],
  mutates: true,
});
export type TagArgs = ArgsOf<typeof tag>;

export const untag = declare({
  name: 'untag',
  summary: 'remove tags by their keys',
  arguments: {
    config: configArgument,
    keys: required(
      listOf(text({ help: '' }), { help: 'keys of the tags', placeholder: 'KEY', commas: false, example: 'team' }),
    ),
  },
  options: {},
  examples: [{ intent: 'forget the team', command: 'lm config untag win-dc team' }],
  mutates: true,
});
export type UntagArgs = ArgsOf<typeof untag>;
