import type { Result } from '../../contract/result.ts';
import type { CommandContext } from '../types.ts';

export async function run(_args: object, ctx: CommandContext): Promise<Result> {
  const sandbox = await ctx.sandbox();
  const { name, counts, file } = sandbox.status();
  const { configuration = 0, image = 0, host = 0, instance = 0 } = counts;
  await ctx.confirm({
    name,
    danger: 'confirm',
    lines: [
      `sandbox "${name}" (${file}) loses ${configuration} license configurations, ${image} images, ${host} hosts, ${instance} instances`,
    ],
  });
  if (!ctx.dryRun) sandbox.reset();
  ctx.note(
    'done',
    `sandbox "${name}" is ${ctx.dryRun ? 'not touched' : 'empty'}: one account, one Region, public AMIs`,
  );
  return { value: sandbox.status(), view: { kind: 'text', text: '' }, names: [name] };
}
