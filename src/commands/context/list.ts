import type { Result } from '../../contract/result.ts';
import type { CommandContext } from '../types.ts';
import type { ListArgs } from './manifest.ts';
import { HELD } from './shared.ts';

/** Every context of the user's settings file; `*` marks the one in use. */
export async function run(_args: ListArgs, ctx: CommandContext): Promise<Result> {
  const current = ctx.contexts.current?.name;
  const all = ctx.contexts.list().map(({ name, values }) => ({ name, current: name === current, ...values }));
  const used = HELD.filter((key) => all.some((one) => one[key] !== undefined));
  return {
    value: { contexts: all },
    view: {
      kind: 'list',
      rows: all.map((one) => ({ ...one, current: one.current ? '*' : '' })),
      columns: [
        { key: 'current', title: '' },
        { key: 'name', title: 'context' },
        ...used.map((key) => ({ key, title: key })),
      ],
      empty: 'no contexts yet; make one with lm context create NAME --region us-east-1',
    },
    names: all.map(({ name }) => name),
  };
}
