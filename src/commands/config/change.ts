import type { Note, Result } from '../../contract/result.ts';
import { takeAlerts } from '../shared/alerts.ts';
import type { CommandContext } from '../types.ts';
import { read } from './read.ts';
import { recordView } from './record.ts';

/** The configuration as it is after a change, with what was done and the alerts that it raised. */
export async function changed(
  ctx: CommandContext,
  arn: string,
  done: string,
  extra: readonly Note[] = [],
): Promise<Result> {
  const now = await read(ctx.call, arn);
  const { alerts, notes } = await takeAlerts(ctx);
  return {
    value: { ...now, alerts },
    view: recordView(now),
    names: [now.Name ?? arn],
    notes: [...notes, ...extra, { kind: 'done', text: done }],
  };
}

/** "updated", or in a dry run "would be updated". */
export const doneWord = (ctx: CommandContext, word: string): string => (ctx.dryRun ? `would be ${word}` : word);
