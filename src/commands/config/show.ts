import type { Result } from '../../contract/result.ts';
import { sharingOf } from '../shared/sharing-of.ts';
import type { CommandContext } from '../types.ts';
import type { ShowArgs } from './declare-everyday.ts';
import { findWhole } from './read.ts';

/** @throws Fault name-not-found or name-ambiguous (exit 5) */
export async function run({ config }: ShowArgs, ctx: CommandContext): Promise<Result> {
  const { arn, name, now } = await findWhole(ctx, config);
  const { scope } = await ctx.backend();
  const sharing = await sharingOf(ctx, arn);
  const view = async () => {
    const [{ recordView }, { sharingFields }] = await Promise.all([
      import('./record.ts'),
      import('../shared/sharing-fields.ts'),
    ]);
    return recordView(now, sharingFields(sharing, scope.account));
  };
  return { value: { ...now, ...sharing }, view, names: [name] };
}
