import type { Result } from '../../contract/result.ts';
import { UsageError } from '../../contract/usage.ts';
import { takeAlerts } from '../shared/alerts.ts';
import { done } from '../shared/done.ts';
import { findHosts } from '../shared/several.ts';
import type { CommandContext } from '../types.ts';
import type { ModifyArgs } from './manifest.ts';
import { exitOf, failures, hostsWords } from './outcomes.ts';
import { describedHosts, hostList } from './rows.ts';
import { switchOf } from './switch.ts';

/** @throws UsageError when nothing is to change */
export async function run(args: ModifyArgs, ctx: CommandContext): Promise<Result> {
  const { autoPlacement, recovery, maintenance, family, type } = args;
  const change = {
    ...switchOf('AutoPlacement', autoPlacement),
    ...switchOf('HostRecovery', recovery),
    ...switchOf('HostMaintenance', maintenance),
    ...(family === undefined ? {} : { InstanceFamily: family }),
    ...(type === undefined ? {} : { InstanceType: type }),
  };
  if (Object.keys(change).length === 0) {
    throw new UsageError(
      'nothing to change was given',
      'for example: --no-auto-placement, --recovery, --type m5.8xlarge',
    );
  }
  const HostIds = (await findHosts(ctx, args.hosts)).map((host) => host.HostId ?? '');
  const answer = await ctx.call('ec2:ModifyHosts', { HostIds, ...change });
  const { Successful = [], Unsuccessful = [] } = answer;
  const { alerts, notes } = await takeAlerts(ctx);
  return {
    value: { ...answer, Successful, Unsuccessful, alerts },
    view: hostList(await describedHosts(ctx, HostIds)),
    names: Successful,
    notes: [
      ...notes,
      ...failures(answer),
      ...(Successful.length === 0 ? [] : [done(ctx, 'changed', 'change', hostsWords(Successful))]),
    ],
    ...exitOf(answer),
  };
}
