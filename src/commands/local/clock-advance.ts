import type { Result } from '../../contract/result.ts';
import type { CommandContext } from '../types.ts';
import type { AdvanceArgs } from './manifest.ts';

export async function run({ time }: AdvanceArgs, ctx: CommandContext): Promise<Result> {
  const { now, applied } = (await ctx.sandbox()).advanceClock(time);
  ctx.note('done', `it is ${now.toISOString()} in the sandbox`);
  return {
    value: { now, applied },
    view: {
      kind: 'list',
      rows: applied,
      columns: [
        { key: 'at', title: 'at' },
        { key: 'what', title: 'what happened' },
      ],
      empty: 'nothing came due',
    },
  };
}
