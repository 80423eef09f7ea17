import type { Result } from '../../contract/result.ts';
import type { CommandContext } from '../types.ts';
import type { UseAccountArgs } from './manifest.ts';

export async function run({ account }: UseAccountArgs, ctx: CommandContext): Promise<Result> {
  const used = (await ctx.sandbox()).useAccount(account);
  ctx.note('done', `commands act for account ${account} from now on`);
  return { value: used, view: { kind: 'text', text: '' }, names: [account] };
}
