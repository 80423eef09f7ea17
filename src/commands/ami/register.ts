import type { Input } from '../../contract/operations.ts';
import type { Result } from '../../contract/result.ts';
import { UsageError } from '../../contract/usage.ts';
import { tagSpecifications } from '../shared/tags.ts';
import type { CommandContext } from '../types.ts';
import type { RegisterArgs } from './declare-make.ts';
import { madeImage } from './made.ts';

/** @throws UsageError when a billing code is given without --imported, or --imported without one or on AWS itself */
export async function run(args: RegisterArgs, ctx: CommandContext): Promise<Result> {
  if (args.imported) return registerImported(args, ctx);
  if (args.usageOperation !== undefined) throw codeAlone(args.name, args.usageOperation);
  return madeImage(ctx, args.name, await ctx.call('ec2:RegisterImage', registration(args)));
}

function registration({ name, description, architecture, snapshot, tag }: RegisterArgs): Input<'ec2:RegisterImage'> {
  const root = { DeviceName: '/dev/sda1', Ebs: { SnapshotId: snapshot } };
  return {
    Name: name,
    ...(description === undefined ? {} : { Description: description }),
    ...(architecture === undefined ? {} : { Architecture: architecture }),
    ...(snapshot === undefined ? {} : { RootDeviceName: '/dev/sda1', BlockDeviceMappings: [root] }),
    ...tagSpecifications('image', tag),
  };
}

/** ImportImage has no name: the sandbox takes it from the tag Name of the import task (beyond AWS's calls). */
async function registerImported(args: RegisterArgs, ctx: CommandContext): Promise<Result> {
  const { kind } = await ctx.backend();
  if (kind === 'aws') {
    throw new UsageError(
      '--imported is a convenience of the sandbox: AWS makes an image with a billing code only by a real import',
      `use lm ami import s3://BUCKET/KEY --usage-operation ${args.usageOperation ?? 'CODE'}`,
    );
  }
  const { name, usageOperation, description, architecture, tag } = args;
  if (usageOperation === undefined) {
    throw new UsageError(
      '--imported needs --usage-operation: who licenses the system of the image?',
      `for example: lm ami register ${name} --usage-operation windows-byol --imported`,
    );
  }
  const answer = await ctx.call('ec2:ImportImage', {
    UsageOperation: usageOperation,
    ...(description === undefined ? {} : { Description: description }),
    ...(architecture === undefined ? {} : { Architecture: architecture }),
    ...tagSpecifications('import-image-task', tag, name),
  });
  return madeImage(ctx, name, answer);
}

function codeAlone(name: string, code: string): UsageError {
  return new UsageError(
    'a registered AMI gets no billing code: AWS makes a Linux/UNIX image from a snapshot, and only an import carries a code',
    `in a sandbox: lm ami register ${name} --usage-operation ${code} --imported\non AWS: lm ami import SOURCE --usage-operation ${code}`,
  );
}
