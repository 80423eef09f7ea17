import type { Result } from '../../contract/result.ts';
import type { CommandContext } from '../types.ts';
import { changed } from './change.ts';
import type { TagArgs } from './declare-everyday.ts';
import { tagDifferences } from './difference-rows.ts';
import { findWhole } from './read.ts';
import { tagsOf } from './tags.ts';

/** Adds tags or gives them other values (TagResource). */
export async function run({ config, tags }: TagArgs, ctx: CommandContext): Promise<Result> {
  const found = await findWhole(ctx, config);
  await ctx.call('license-manager:TagResource', { ResourceArn: found.arn, Tags: tagsOf(tags) });
  return changed(ctx, found, 'tagged', tagDifferences);
}
