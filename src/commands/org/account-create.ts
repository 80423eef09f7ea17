import type { Result } from '../../contract/result.ts';
import { done } from '../shared/done.ts';
import type { CommandContext } from '../types.ts';
import type { CreateArgs } from './declare-account.ts';
import { requestView } from './rows.ts';

/** Asks for a new account; it is there some time later. */
export async function run({ name, email, role }: CreateArgs, ctx: CommandContext): Promise<Result> {
  const answer = await ctx.call('organizations:CreateAccount', {
    ...ctx.input,
    AccountName: name,
    Email: email,
    ...(role === undefined ? {} : { RoleName: role }),
  });
  const status = answer.CreateAccountStatus ?? {};
  return {
    value: answer,
    view: requestView(status),
    names: [status.Id ?? ''],
    notes: [
      done(ctx, 'asked for', 'ask for', `account ${name}`),
      { kind: 'hint', text: `lm org account status ${status.Id} says when it is there` },
    ],
  };
}
