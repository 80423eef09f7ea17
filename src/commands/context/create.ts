import type { Result } from '../../contract/result.ts';
import { UsageError } from '../../contract/usage.ts';
import type { CommandContext } from '../types.ts';
import type { CreateArgs } from './manifest.ts';
import { givenHere, holds, mustHold } from './shared.ts';

/** @throws UsageError when the name cannot be one or is taken, or nothing was given to keep */
export async function run({ name, use }: CreateArgs, ctx: CommandContext): Promise<Result> {
  if (!/^[A-Za-z0-9][\w.-]{0,63}$/.test(name)) {
    throw new UsageError(
      `"${name}" cannot be a context's name`,
      'use 1 to 64 letters, digits, dots, dashes or underscores',
    );
  }
  if (ctx.contexts.list().some((one) => one.name === name)) {
    throw new UsageError(`there is a context "${name}" already`, `change it with lm context set ${name} ...`);
  }
  const values = mustHold(givenHere(ctx.settings), `lm context create ${name}`);
  await ctx.contexts.save(name, values);
  if (use) await ctx.contexts.use(name);
  ctx.note('done', `context ${name} holds ${holds(values)}${use ? ' and is in use' : ''}`);
  if (!use) ctx.note('hint', `lm context use ${name}`);
  return { value: { name, ...values }, view: { kind: 'text', text: '' }, names: [name] };
}
