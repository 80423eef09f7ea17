import type { Result } from '../../contract/result.ts';
import { moveInstances } from '../shared/move.ts';
import type { CommandContext } from '../types.ts';
import type { TenancyArgs } from './manifest.ts';

/** Changes the tenancy of stopped machines; `lm instance move` is the same by another name. */
export const run = (args: TenancyArgs, ctx: CommandContext): Promise<Result> =>
  moveInstances('lm convert tenancy', args, ctx);
