import type { Result } from '../../contract/result.ts';
import type { CommandContext } from '../types.ts';
import type { SetArgs } from './manifest.ts';
import { givenHere, holds, mustHold, named } from './shared.ts';

/** @throws Fault for an unknown name, UsageError when nothing was given to change */
export async function run({ name }: SetArgs, ctx: CommandContext): Promise<Result> {
  const before = named(ctx, name);
  const values = { ...before.values, ...mustHold(givenHere(ctx.settings), `lm context set ${name}`) };
  await ctx.contexts.save(name, values);
  ctx.note('done', `context ${name} holds ${holds(values)}`);
  return { value: { name, ...values }, view: { kind: 'text', text: '' }, names: [name] };
}
