import type { Result } from '../../contract/result.ts';
import { done } from '../shared/done.ts';
import type { CommandContext } from '../types.ts';
import type { EnableArgs } from './manifest.ts';

/** Switches on sharing within the organization; on already, it stays so. */
export async function run(_args: EnableArgs, ctx: CommandContext): Promise<Result> {
  const { returnValue = false } = await ctx.call('ram:EnableSharingWithAwsOrganization', {});
  return {
    value: { returnValue },
    view: { kind: 'text', text: '' },
    names: [],
    notes: [
      done(ctx, 'switched on', 'switch on', 'sharing within the organization'),
      { kind: 'hint', text: 'share with all of its accounts: lm config share NAME --with organization' },
    ],
  };
}
