import type { Result } from '../../contract/result.ts';
import { findImage } from '../shared/find.ts';
import { tagSpecifications } from '../shared/tags.ts';
import type { CommandContext } from '../types.ts';
import type { CopyArgs } from './declare-make.ts';
import { madeImage } from './made.ts';

/** Copies an AMI; one of another Region is named by its id, since names are looked up in this Region only. */
export async function run(args: CopyArgs, ctx: CommandContext): Promise<Result> {
  const { scope } = await ctx.backend();
  const { image, name, fromRegion = scope.region, description, copyTags, tag } = args;
  const SourceImageId = fromRegion === scope.region ? (await findImage(ctx, image)).ImageId : image;
  const answer = await ctx.call('ec2:CopyImage', {
    SourceImageId,
    SourceRegion: fromRegion,
    Name: name,
    ...(description === undefined ? {} : { Description: description }),
    ...(copyTags === undefined ? {} : { CopyImageTags: copyTags }),
    ...tagSpecifications('image', tag),
  });
  return madeImage(ctx, name, answer);
}
