import type { Result } from '../../contract/result.ts';
import { UsageError } from '../../contract/usage.ts';
import type { CommandContext } from '../types.ts';
import type { ShowArgs } from './manifest.ts';
import { named } from './shared.ts';

/** @throws Fault for an unknown name, UsageError when no name is given and none is in use */
export async function run(args: ShowArgs, ctx: CommandContext): Promise<Result> {
  const current = ctx.contexts.current?.name;
  const name = args.name ?? current;
  if (name === undefined) throw new UsageError('no context is in use', 'name one: lm context show NAME');
  const { values } = named(ctx, name);
  const fields = [['context', name], ['in use', name === current ? 'yes' : 'no'], ...Object.entries(values)] as const;
  return {
    value: { name, current: name === current, ...values },
    view: { kind: 'record', fields: fields.map(([label = '', value]) => [label, value] as const) },
    names: [name],
  };
}
