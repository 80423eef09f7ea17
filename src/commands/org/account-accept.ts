import type { Handshake } from '@aws-sdk/client-organizations';
import type { Result } from '../../contract/result.ts';
import { done } from '../shared/done.ts';
import type { CommandContext } from '../types.ts';
import type { AcceptArgs } from './declare-account.ts';
import { handshakeList } from './rows.ts';

export async function run({ handshake }: AcceptArgs, ctx: CommandContext): Promise<Result> {
  const answer = await ctx.call('organizations:AcceptHandshake', { HandshakeId: handshake });
  const accepted = answer.Handshake ?? {};
  return {
    value: answer,
    view: handshakeList([accepted]),
    names: [accepted.Id ?? ''],
    notes: [done(ctx, ...wordsOf(accepted))],
  };
}

function wordsOf({ Action, Resources = [] }: Handshake): readonly [past: string, infinitive: string, what: string] {
  const organization = Resources.find(({ Type }) => Type === 'ORGANIZATION')?.Value ?? '';
  if (Action === 'INVITE') return ['joined', 'join', `organization ${organization}`];
  if (Action === 'ENABLE_ALL_FEATURES') return ['enabled', 'enable', `all features of organization ${organization}`];
  return ['agreed', 'agree', `to all features of organization ${organization}`];
}
