import type { Result } from '../../contract/result.ts';
import { moveInstances } from '../shared/move.ts';
import type { CommandContext } from '../types.ts';
import type { MoveArgs } from './manifest.ts';

/** Moves stopped machines to a tenancy, a host or a group. */
export const run = (args: MoveArgs, ctx: CommandContext): Promise<Result> =>
  moveInstances('lm instance move', args, ctx);
