import type { Result } from '../../contract/result.ts';
import { UsageError } from '../../contract/usage.ts';
import type { CommandContext } from '../types.ts';
import type { UseArgs } from './manifest.ts';
import { holds, named } from './shared.ts';

/** @throws Fault for an unknown name, UsageError unless exactly one of a name and --none is given */
export async function run({ name, none }: UseArgs, ctx: CommandContext): Promise<Result> {
  if ((name === undefined) === (none !== true)) {
    throw new UsageError('lm context use needs either a name or --none', 'for example: lm context use lab');
  }
  if (name === undefined) {
    await ctx.contexts.use(undefined);
    ctx.note('done', 'no context is in use');
    return { value: { name: null }, view: { kind: 'text', text: '' } };
  }
  const { values } = named(ctx, name);
  await ctx.contexts.use(name);
  ctx.note('done', `context ${name} is in use: ${holds(values)}`);
  return { value: { name, ...values }, view: { kind: 'text', text: '' }, names: [name] };
}
