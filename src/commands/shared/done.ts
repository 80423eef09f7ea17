import type { Note } from '../../contract/result.ts';
import type { CommandContext } from '../types.ts';

/** What a command did, or in a dry run would do: `done(ctx, 'launched', 'launch', '3 × m5.large')`. */
export function done(ctx: Pick<CommandContext, 'dryRun'>, past: string, infinitive: string, what: string): Note {
  return { kind: 'done', text: `${ctx.dryRun ? `would ${infinitive}` : past} ${what}` };
}

/** The version of what `lm` adds to AWS's members in JSON: raised when a member goes or changes its meaning. */
export const FORMAT = { formatVersion: 1 } as const;
