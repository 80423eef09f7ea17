import type { Result } from '../../contract/result.ts';
import { oneInstance } from '../shared/several.ts';
import { tagSpecifications } from '../shared/tags.ts';
import type { CommandContext } from '../types.ts';
import type { CaptureArgs } from './declare-make.ts';
import { madeImage } from './made.ts';

export async function run(args: CaptureArgs, ctx: CommandContext): Promise<Result> {
  const { instance, name, reboot, description, tag } = args;
  const { InstanceId } = await oneInstance(ctx, instance);
  const answer = await ctx.call('ec2:CreateImage', {
    InstanceId,
    Name: name,
    ...(reboot === undefined ? {} : { NoReboot: !reboot }),
    ...(description === undefined ? {} : { Description: description }),
    ...tagSpecifications('image', tag),
  });
  return madeImage(ctx, name, answer);
}
