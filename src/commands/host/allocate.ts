import type { Result } from '../../contract/result.ts';
import { UsageError } from '../../contract/usage.ts';
import { counted } from '../../validation/words.ts';
import { takeAlerts } from '../shared/alerts.ts';
import type { ChargedHost } from '../shared/charged-hosts.ts';
import { done } from '../shared/done.ts';
import { tagSpecifications } from '../shared/tags.ts';
import { ending, waitFor, waits } from '../shared/wait.ts';
import type { CommandContext } from '../types.ts';
import type { AllocateArgs } from './manifest.ts';
import { describedHosts, hostList } from './rows.ts';
import { switchOf } from './switch.ts';

/**
 * Allocates hosts with auto-placement on unless it is switched off: AWS's own default leaves untargeted launches nowhere to go.
 * @throws UsageError unless it is said what the hosts are for, once
 */
export async function run(args: AllocateArgs, ctx: CommandContext): Promise<Result> {
  const { family, type, zone, count, autoPlacement = true, recovery, maintenance, name, tag } = args;
  if (family === undefined && type === undefined) {
    throw new UsageError(
      'lm host allocate needs --family (several of its types on one host) or --type (one type only)',
      `for example: lm host allocate --family m5 --zone ${zone}`,
    );
  }
  const answer = await ctx.call('ec2:AllocateHosts', {
    ...(family === undefined ? {} : { InstanceFamily: family }),
    ...(type === undefined ? {} : { InstanceType: type }),
    AvailabilityZone: zone,
    Quantity: count ?? 1,
    AutoPlacement: autoPlacement ? 'on' : 'off',
    ...switchOf('HostRecovery', recovery),
    ...switchOf('HostMaintenance', maintenance),
    ...tagSpecifications('dedicated-host', tag, name),
  });
  const HostIds = answer.HostIds ?? [];
  const look = () => describedHosts(ctx, HostIds);
  const waited = waits(ctx)
    ? await ctx.progress('allocating', () => waitFor(ctx, look, (seen) => seen.every(isReady)))
    : undefined;
  const hosts = waited?.seen ?? (await look());
  const { alerts, notes } = await takeAlerts(ctx);
  const placement = autoPlacement
    ? 'auto-placement on: launches that name no host may use them'
    : 'auto-placement off: only launches that name a host use them';
  const end = ending(ctx, hosts.every(isReady) ? 'ended' : waited?.how, 'they are prepared', 'lm host list');
  return {
    value: { ...answer, HostIds, alerts },
    view: hostList(hosts),
    names: HostIds,
    notes: [
      ...notes,
      done(ctx, 'allocated', 'allocate', `${counted(HostIds.length, `${family ?? type} host`)} in ${zone}`),
      { kind: 'done', text: placement },
      ...end.notes,
    ],
    ...end.exit,
  };
}

/** AWS answers while it still prepares the hosts; a sandbox has them ready. */
const isReady = ({ State }: ChargedHost): boolean => State !== 'pending';
