import type { Note, Result } from '../../contract/result.ts';
import { allOf } from '../../validation/words.ts';
import type { CommandContext } from '../types.ts';
import { changed } from './change.ts';
import type { UntagArgs } from './declare-everyday.ts';
import { tagDifferences } from './difference-rows.ts';
import { findWhole } from './read.ts';

/** Removes tags by their keys (UntagResource); a key that is not there is said, and harms nothing. */
export async function run({ config, keys }: UntagArgs, ctx: CommandContext): Promise<Result> {
  const found = await findWhole(ctx, config);
  const { arn, name, now } = found;
  const present = new Set((now.Tags ?? []).map(({ Key }) => Key));
  const missing = keys.filter((key) => !present.has(key));
  await ctx.call('license-manager:UntagResource', { ResourceArn: arn, TagKeys: [...keys] });
  const said: Note[] = missing.length === 0 ? [] : [{ kind: 'done', text: `${name} had no tag ${allOf(missing)}` }];
  return changed(ctx, found, 'untagged', tagDifferences, said);
}
