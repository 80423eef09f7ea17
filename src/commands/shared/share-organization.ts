import type { Call } from '../../contract/ports.ts';
import type { Note } from '../../contract/result.ts';
import type { CommandContext } from '../types.ts';
import { principalsOf } from './principals.ts';
import type { Shareable } from './share-with.ts';

/** Shares configurations with the organization as one of several steps (config-share-on-associate). @returns what was done, for stderr */
export type ShareStep = (
  call: Call,
  configurations: readonly Omit<Shareable, 'external'>[],
) => Promise<readonly Note[]>;

/**
 * The step that `--share-organization` adds; without the option it does nothing. The organization is looked up first.
 * @throws Fault org-needed where the account is in no organization
 */
export async function shareStep(ctx: CommandContext, wanted: boolean | undefined): Promise<ShareStep> {
  if (!wanted) return async () => [];
  const principals = await principalsOf(ctx, ['organization']);
  const { share } = await import('./share-with.ts');
  return async (call, configurations) => {
    const notes: Note[] = [];
    for (const one of configurations) {
      const shared = await share({ call, dryRun: ctx.dryRun }, { ...one, external: true }, principals);
      notes.push(...shared.notes);
    }
    return notes;
  };
}
