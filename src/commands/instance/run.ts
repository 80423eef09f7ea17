import type { Instance } from '@aws-sdk/client-ec2';
import type { Input, Output } from '../../contract/operations.ts';
import type { Result } from '../../contract/result.ts';
import { parseTenancy, tenancyPlace } from '../../validation/words.ts';
import { takeAlerts } from '../shared/alerts.ts';
import { done, FORMAT } from '../shared/done.ts';
import { ifAllowed } from '../shared/if-allowed.ts';
import { launchRequest } from '../shared/launch-request.ts';
import { fillNow } from '../shared/licences.ts';
import type { CommandContext } from '../types.ts';
import { hostsAfter } from './hosts-after.ts';
import type { RunArgs } from './manifest.ts';
import { countedIn, groupWord, imageNamesIfAllowed, instanceList, LICENCES } from './rows.ts';

/**
 * Launches with exactly one RunInstances call; its ClientToken is the backend's, as with every AWS client.
 * @throws UsageError when neither options nor a template say what to launch
 * @throws Fault with every reason why the launch is refused
 */
export async function run(args: RunArgs, ctx: CommandContext): Promise<Result> {
  const request = await launchRequest('lm instance run', args, ctx);
  const answer = await ctx.call('ec2:RunInstances', request);
  const { Instances = [] } = answer;
  const { alerts, notes } = await takeAlerts(ctx);
  const fill = await ifAllowed(ctx, { ...LICENCES, without: undefined }, () => fillNow(ctx, countedIn(Instances)));
  const hosts = await ifAllowed(ctx, HOSTS, () => hostsAfter(ctx, Instances));
  return {
    value: { ...FORMAT, ...answer, configurations: fill?.configurations ?? [], hosts: hosts.hosts, alerts },
    view: await instanceList(ctx, Instances),
    names: Instances.map((one) => one.InstanceId ?? ''),
    notes: [
      ...notes,
      done(ctx, 'launched', 'launch', await headline(ctx, answer, request)),
      ...hosts.notes,
      ...(fill?.notes.length === 0 ? [{ kind: 'done', text: UNCOUNTED } as const] : (fill?.notes ?? [])),
      ...(args.name !== undefined && Instances.length > 1
        ? [{ kind: 'hint', text: `all ${Instances.length} of them together: tag:Name=${args.name}` } as const]
        : []),
    ],
  };
}

const UNCOUNTED = 'no license configuration counts them';
const HOSTS = { what: 'the hosts', operation: 'ec2:DescribeHosts', without: { hosts: [], notes: [] } } as const;

/** "6 × m5.8xlarge from win2022-byol on Dedicated Hosts", and how many of a range it became. */
async function headline(
  ctx: CommandContext,
  { Instances = [] }: Output<'ec2:RunInstances'>,
  { MinCount, MaxCount }: Input<'ec2:RunInstances'>,
): Promise<string> {
  const [first]: readonly Instance[] = Instances;
  if (first === undefined) return 'nothing';
  const image = (await imageNamesIfAllowed(ctx, Instances)).get(first.ImageId ?? '') ?? first.ImageId;
  const group = groupWord(first);
  const tenancy = tenancyPlace(parseTenancy(first.Placement?.Tenancy ?? 'default') ?? 'default');
  const place = group === undefined ? tenancy : `in the host resource group ${group}`;
  const range = MinCount === MaxCount ? '' : ` (asked for ${MinCount} to ${MaxCount})`;
  return `${Instances.length} × ${first.InstanceType} from ${image} ${place}${range}`;
}
