import type { Note, Result } from '../../contract/result.ts';
import { takeAlerts } from '../shared/alerts.ts';
import type { CommandContext } from '../types.ts';
import { type Difference, differencesView } from './difference-rows.ts';
import type { Configuration } from './limit.ts';
import { type Found, read } from './read.ts';

/**
 * A configuration after a change: what is different, the alerts that the change raised, and what was done.
 * @param word what was done, "updated"; where nothing is different the note says "unchanged"
 * @param differ what is different in the terms that could change
 */
export async function changed(
  ctx: CommandContext,
  { arn, now: before }: Found,
  word: string,
  differ: (before: Configuration, after: Configuration) => readonly Difference[],
  extra: readonly Note[] = [],
): Promise<Result> {
  const now = await read(ctx.call, arn);
  const { alerts, notes } = await takeAlerts(ctx);
  const rows = differ(before, now);
  const name = now.Name ?? arn;
  const done = rows.length === 0 ? 'unchanged' : doneWord(ctx, word);
  return {
    value: { ...now, alerts },
    view: async () => differencesView(rows),
    names: [name],
    notes: [...notes, ...extra, { kind: 'done', text: `${done}: ${name}` }],
  };
}

/** "updated", or in a dry run "would be updated". */
export const doneWord = (ctx: CommandContext, word: string): string => (ctx.dryRun ? `would be ${word}` : word);
