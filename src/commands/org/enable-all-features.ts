import type { Result } from '../../contract/result.ts';
import { done } from '../shared/done.ts';
import type { CommandContext } from '../types.ts';
import { handshakeList } from './rows.ts';

export async function run(_args: object, ctx: CommandContext): Promise<Result> {
  const answer = await ctx.call('organizations:EnableAllFeatures', {});
  const { Id = '' } = answer.Handshake ?? {};
  return {
    value: answer,
    view: handshakeList(answer.Handshake === undefined ? [] : [answer.Handshake]),
    names: [Id],
    notes: [
      done(ctx, 'asked', 'ask', 'every invited member to agree to all features'),
      {
        kind: 'hint',
        text: `lm org account list --invited shows who has; then finish it: lm org account accept ${Id}`,
      },
    ],
  };
}
