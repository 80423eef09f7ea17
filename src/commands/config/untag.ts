import type { Note, Result } from '../../contract/result.ts';
import { allOf } from '../../validation/words.ts';
import type { CommandContext } from '../types.ts';
import { changed, doneWord } from './change.ts';
import type { UntagArgs } from './declare-use.ts';
import { findWhole } from './read.ts';

/** Removes tags by their keys (UntagResource); a key that is not there is said, and harms nothing. */
export async function run({ config, keys }: UntagArgs, ctx: CommandContext): Promise<Result> {
  const { arn, name, now } = await findWhole(ctx, config);
  const present = new Set((now.Tags ?? []).map(({ Key }) => Key));
  const missing = keys.filter((key) => !present.has(key));
  if (missing.length === keys.length) return changed(ctx, arn, `unchanged: ${name} has no tag ${allOf(missing)}`);
  await ctx.call('license-manager:UntagResource', { ResourceArn: arn, TagKeys: [...keys] });
  const said: Note[] = missing.length === 0 ? [] : [{ kind: 'done', text: `${name} had no tag ${allOf(missing)}` }];
  return changed(ctx, arn, `${doneWord(ctx, 'untagged')}: ${name}`, said);
}
