import type { Result } from '../../contract/result.ts';
import type { CommandContext } from '../types.ts';
import type { DeleteArgs } from './manifest.ts';
import { holds, named } from './shared.ts';

/** @throws Fault for an unknown name */
export async function run({ name }: DeleteArgs, ctx: CommandContext): Promise<Result> {
  const { values } = named(ctx, name);
  await ctx.contexts.remove(name);
  ctx.note('done', `context ${name} is deleted; it held ${holds(values)}`);
  return { value: { name }, view: { kind: 'text', text: '' }, names: [name] };
}
