import type { Note } from '../../contract/result.ts';
import type { CommandContext } from '../types.ts';

/** What calls were let through with: as data (each with its numbers by name, as in a launch check) for `Result.value`, and as lines for `Result.notes`. */
export interface Alerts {
  readonly alerts: readonly Readonly<Record<string, unknown>>[];
  readonly notes: readonly Note[];
}

/**
 * Takes the alerts that the calls so far have raised; nothing shows them a second time.
 * Call it after the last mutating call, and put `alerts` into the value and `notes` into the notes of the result.
 */
export async function takeAlerts(ctx: CommandContext): Promise<Alerts> {
  const raised = (await ctx.backend()).takeAlerts();
  if (raised.length === 0) return { alerts: [], notes: [] };
  // The wording loads only when there is something to word.
  const { describe } = await import('../../validation/catalogue/index.ts');
  const findings = raised.map(describe);
  return {
    alerts: findings.map(({ args, ...finding }) => ({ ...args, ...finding, severity: 'warn' })),
    notes: findings.map(({ id, message }) => ({ kind: 'alert', text: `${id}: ${message}` })),
  };
}
