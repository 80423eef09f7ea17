import type { Result } from '../../contract/result.ts';
import type { CommandContext } from '../types.ts';
import type { StatusArgs } from './declare-account.ts';
import { requestView } from './rows.ts';

export async function run({ request }: StatusArgs, ctx: CommandContext): Promise<Result> {
  const answer = await ctx.call('organizations:DescribeCreateAccountStatus', { CreateAccountRequestId: request });
  const status = answer.CreateAccountStatus ?? {};
  return { value: answer, view: requestView(status), names: [status.AccountId ?? ''] };
}
