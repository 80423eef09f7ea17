import type { Result } from '../../contract/result.ts';
import type { CommandContext } from '../types.ts';
import type { AddAccountArgs } from './manifest.ts';

export async function run({ account, name }: AddAccountArgs, ctx: CommandContext): Promise<Result> {
  const added = (await ctx.sandbox()).addAccount(account, name ?? account);
  ctx.note('done', `account ${account} is in the sandbox`);
  ctx.note('hint', `lm --account ${account} config list acts for it once; lm local account use ${account} from now on`);
  return { value: added, view: { kind: 'text', text: '' }, names: [account] };
}
