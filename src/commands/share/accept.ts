import type { Result } from '../../contract/result.ts';
import { done } from '../shared/done.ts';
import type { CommandContext } from '../types.ts';
import { findInvitation, invitationView } from './invitations.ts';
import type { AnswerArgs } from './manifest.ts';

/** @throws Fault name-not-found or name-ambiguous (exit 5), and what RAM refuses */
export async function run({ invitation: given }: AnswerArgs, ctx: CommandContext): Promise<Result> {
  const { resourceShareInvitationArn } = await findInvitation(ctx, given);
  const answer = await ctx.call('ram:AcceptResourceShareInvitation', { resourceShareInvitationArn });
  const { resourceShareInvitation: one = {} } = answer;
  const hint = { kind: 'hint', text: 'lm share list shows what it gives' } as const;
  return {
    value: { resourceShareInvitation: one },
    view: invitationView(one),
    names: [one.resourceShareName ?? ''],
    notes: [
      done(ctx, 'accepted', 'accept', `the invitation of account ${one.senderAccountId} to ${one.resourceShareName}`),
      hint,
    ],
  };
}
