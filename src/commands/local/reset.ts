import type { Result } from '../../contract/result.ts';
import type { CommandContext } from '../types.ts';
import { losses } from './losses.ts';

export async function run(_args: object, ctx: CommandContext): Promise<Result> {
  const sandbox = await ctx.sandbox();
  const status = sandbox.status();
  const { name } = status;
  await ctx.confirm({ name, danger: 'confirm', lines: [losses(status)] });
  if (!ctx.dryRun) sandbox.reset();
  ctx.note(
    'done',
    `sandbox "${name}" is ${ctx.dryRun ? 'not touched' : 'empty'}: one account, one Region, public AMIs`,
  );
  return { value: sandbox.status(), view: { kind: 'text', text: '' }, names: [name] };
}
