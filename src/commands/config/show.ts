import type { Result } from '../../contract/result.ts';
import type { CommandContext } from '../types.ts';
import type { ShowArgs } from './declare-state.ts';
import { findWhole } from './read.ts';

/** @throws Fault name-not-found or name-ambiguous (exit 5) */
export async function run({ config }: ShowArgs, ctx: CommandContext): Promise<Result> {
  const { name, now } = await findWhole(ctx, config);
  return { value: now, view: async () => (await import('./record.ts')).recordView(now), names: [name] };
}
