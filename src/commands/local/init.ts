import type { Result } from '../../contract/result.ts';
import type { CommandContext } from '../types.ts';
import { fieldsOf } from './status.ts';

/** Opening a sandbox makes it, so all that is left is to say where it is. */
export async function run(_args: object, ctx: CommandContext): Promise<Result> {
  const status = (await ctx.sandbox()).status();
  ctx.note(
    'hint',
    'lm config create begins with a licence; lm local scenario load operating-system with a whole example',
  );
  return { value: status, view: { kind: 'record', fields: fieldsOf(status) }, names: [status.name] };
}
