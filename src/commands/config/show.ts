import type { Result } from '../../contract/result.ts';
import type { CommandContext } from '../types.ts';
import type { ShowArgs } from './declare-state.ts';
import { findWhole } from './read.ts';
import { recordView } from './record.ts';

/** @throws Fault name-not-found or name-ambiguous (exit 5) */
export async function run({ config }: ShowArgs, ctx: CommandContext): Promise<Result> {
  const { name, now } = await findWhole(ctx, config);
  return { value: now, view: recordView(now), names: [name] };
}
