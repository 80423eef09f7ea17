import type { Result } from '../../contract/result.ts';
import { done } from '../shared/done.ts';
import type { CommandContext } from '../types.ts';
import type { CreateArgs } from './declare-org.ts';

export async function run({ features }: CreateArgs, ctx: CommandContext): Promise<Result> {
  const answer = await ctx.call('organizations:CreateOrganization', {
    ...ctx.input,
    ...(features === undefined ? {} : { FeatureSet: features === 'all' ? 'ALL' : 'CONSOLIDATED_BILLING' }),
  });
  const { Id = '', FeatureSet } = answer.Organization ?? {};
  const kind = FeatureSet === 'ALL' ? 'all features' : 'consolidated billing only';
  return {
    value: answer,
    view: { kind: 'text', text: Id },
    names: [Id],
    notes: [
      done(ctx, 'made', 'make', `an organization with ${kind}`),
      {
        kind: 'hint',
        text: 'lm org account invite ACCOUNT brings in an account; lm org account create makes a new one',
      },
    ],
  };
}
