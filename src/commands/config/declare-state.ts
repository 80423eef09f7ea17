import { flag } from '../params.ts';
import { type ArgsOf, declare } from '../types.ts';
import { configArgument } from './params.ts';

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
