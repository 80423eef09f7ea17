import type { Instance, Placement } from '@aws-sdk/client-ec2';
import type { Input, Output } from '../../contract/operations.ts';
import type { Result } from '../../contract/result.ts';
import { UsageError } from '../../contract/usage.ts';
import { parseTenancy, tenancyPlace } from '../../validation/words.ts';
import { takeAlerts } from '../shared/alerts.ts';
import { done, FORMAT } from '../shared/done.ts';
import { inputFor } from '../shared/input.ts';
import { launchInput } from '../shared/launch.ts';
import { fillNow } from '../shared/licences.ts';
import { tagSpecifications } from '../shared/tags.ts';
import type { CommandContext } from '../types.ts';
import { hostsAfter } from './hosts-after.ts';
import type { RunArgs } from './manifest.ts';
import { countedIn, imageNames, instanceList } from './rows.ts';

/**
 * Launches with exactly one RunInstances call; its ClientToken is the backend's, as with every AWS client.
 * @throws UsageError when neither options nor a template say what to launch
 * @throws Fault with every reason why the launch is refused
 */
export async function run(args: RunArgs, ctx: CommandContext): Promise<Result> {
  const request = await requestOf(args, ctx);
  const answer = await ctx.call('ec2:RunInstances', request);
  const { Instances = [] } = answer;
  const { alerts, notes } = await takeAlerts(ctx);
  const fill = await fillNow(ctx, countedIn(Instances));
  const hosts = await hostsAfter(ctx, Instances);
  return {
    value: { ...FORMAT, ...answer, configurations: fill.configurations, hosts: hosts.hosts, alerts },
    view: await instanceList(ctx, Instances),
    names: Instances.map((one) => one.InstanceId ?? ''),
    notes: [
      ...notes,
      done(ctx, 'launched', 'launch', await headline(ctx, answer, request)),
      ...hosts.notes,
      ...(fill.notes.length > 0 ? fill.notes : [{ kind: 'done', text: UNCOUNTED } as const]),
      ...(args.name !== undefined && Instances.length > 1
        ? [{ kind: 'hint', text: `all ${Instances.length} of them together: tag:Name=${args.name}` } as const]
        : []),
    ],
  };
}

const UNCOUNTED = 'no license configuration counts them';

async function requestOf(args: RunArgs, ctx: CommandContext): Promise<Input<'ec2:RunInstances'>> {
  const given = await inputFor(ctx, 'ec2:RunInstances');
  needsImageAndType(args, given);
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
function needsImageAndType(args: RunArgs, given: Partial<Input<'ec2:RunInstances'>>): void {
  if (args.launchTemplate !== undefined || given.LaunchTemplate !== undefined) return;
  const missing = [
    ...(args.ami === undefined && given.ImageId === undefined ? ['--ami (which AMI)'] : []),
    ...(args.type === undefined && given.InstanceType === undefined ? ['--type (which instance type)'] : []),
  ];
  if (missing.length === 0) return;
  throw new UsageError(
    `lm instance run needs ${missing.join(' and ')}, or a --launch-template that says it`,
    'for example: lm instance run --ami amazon-linux-2023 --type m5.large',
  );
}

/** "6 × m5.8xlarge from win2022-byol on Dedicated Hosts", and how many of a range it became. */
async function headline(
  ctx: CommandContext,
  { Instances = [] }: Output<'ec2:RunInstances'>,
  { MinCount, MaxCount }: Input<'ec2:RunInstances'>,
): Promise<string> {
  const [first]: readonly Instance[] = Instances;
  if (first === undefined) return 'nothing';
  const image = (await imageNames(ctx, Instances)).get(first.ImageId ?? '') ?? first.ImageId;
  const tenancy = tenancyPlace(parseTenancy(first.Placement?.Tenancy ?? 'default') ?? 'default');
  const range = MinCount === MaxCount ? '' : ` (asked for ${MinCount} to ${MaxCount})`;
  return `${Instances.length} × ${first.InstanceType} from ${image} ${tenancy}${range}`;
}
