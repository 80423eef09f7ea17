import type { Result } from '../../contract/result.ts';
import { findConfiguration } from '../shared/find.ts';
import { principalsOf } from '../shared/principals.ts';
import { share, sharedResult, unshare } from '../shared/share-with.ts';
import type { CommandContext } from '../types.ts';
import type { ShareArgs } from './declare-share.ts';

/** @throws UsageError for somebody that nothing is shared with */
export async function run({ config, with: given, remove }: ShareArgs, ctx: CommandContext): Promise<Result> {
  const { LicenseConfigurationArn: arn = '', Name: name = '' } = await findConfiguration(ctx, config);
  const principals = await principalsOf(ctx, given);
  const resource = { arn, name, external: true };
  const change = remove ? unshare : share;
  const done = await ctx.atomically((call) => change({ call, dryRun: ctx.dryRun }, resource, principals));
  return sharedResult([done]);
}
