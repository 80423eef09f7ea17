import type { Placement } from '@aws-sdk/client-ec2';
import type { Input } from '../../contract/operations.ts';
import { UsageError } from '../../contract/usage.ts';
import type { CommandContext } from '../types.ts';
import { inputFor } from './input.ts';
import { type LaunchArgs, launchInput } from './launch.ts';
import { tagSpecifications } from './tags.ts';

interface Wish extends LaunchArgs {
  readonly affinity?: 'default' | 'host' | undefined;
  readonly name?: string | undefined;
  readonly tag?: Readonly<Record<string, string>> | undefined;
}

/**
 * The RunInstances request that options and --input say together, the same whether it is judged or made.
 * @param line `lm instance run`, for the texts
 * @throws UsageError when neither options nor a template say what to launch; Fault name-not-found or name-ambiguous
 */
export async function launchRequest(line: string, args: Wish, ctx: CommandContext): Promise<Input<'ec2:RunInstances'>> {
  const given = await inputFor(ctx, 'ec2:RunInstances');
  needsImageAndType(line, args, given);
  const launch = await launchInput(args, ctx);
  const count = args.count === undefined ? { MinCount: given.MinCount ?? 1, MaxCount: given.MaxCount ?? 1 } : {};
  const placement: Placement = {
    ...given.Placement,
    ...launch.Placement,
    ...(args.affinity === undefined ? {} : { Affinity: args.affinity }),
  };
  return {
    ...given,
    ...launch,
    ...count,
    ...(Object.keys(placement).length === 0 ? {} : { Placement: placement }),
    ...tagSpecifications('instance', args.tag, args.name),
  };
}

/** EC2 would launch an m1.small where no type is said: nobody means that. */
function needsImageAndType(line: string, args: Wish, given: Partial<Input<'ec2:RunInstances'>>): void {
  if (args.launchTemplate !== undefined || given.LaunchTemplate !== undefined) return;
  const missing = [
    ...(args.ami === undefined && given.ImageId === undefined ? ['--ami (which AMI)'] : []),
    ...(args.type === undefined && given.InstanceType === undefined ? ['--type (which instance type)'] : []),
  ];
  if (missing.length === 0) return;
  throw new UsageError(
    `${line} needs ${missing.join(' and ')}, or a --launch-template that says it`,
    `for example: ${line} --ami amazon-linux-2023 --type m5.large`,
  );
}
