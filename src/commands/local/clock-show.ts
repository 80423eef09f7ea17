import type { Result } from '../../contract/result.ts';
import type { CommandContext } from '../types.ts';

export async function run(_args: object, ctx: CommandContext): Promise<Result> {
  const { now, wall } = (await ctx.sandbox()).status();
  const value = { now, wall, aheadSeconds: Math.round((now.getTime() - wall.getTime()) / 1000) };
  const fields = [
    ['clock', now],
    ['wall', wall],
  ] as const;
  return { value, view: { kind: 'record', fields } };
}
