import type { Input } from '../../contract/operations.ts';
import { UsageError } from '../../contract/usage.ts';
import type { CommandContext } from '../types.ts';
import { findGroup } from './find-group.ts';
import type { MoveArgs } from './move-options.ts';
import { oneHost } from './several.ts';

export type Move = Omit<Input<'ec2:ModifyInstancePlacement'>, 'InstanceId'>;

/**
 * What ModifyInstancePlacement is asked for, for each machine alike. A host means host tenancy and to start on it only; a
 * group means host tenancy; host tenancy alone leaves the choice to auto-placement (tenancy-cmd-host-auto).
 * @throws UsageError when nothing says where to, or a group is wanted and not named; Fault name-not-found
 */
export async function moveRequest(args: MoveArgs, line: string, ctx: CommandContext): Promise<Move> {
  const { to, host, hrg, affinity } = args;
  if (to === undefined && host === undefined && hrg === undefined && affinity === undefined)
    throw new UsageError(
      `${line} needs --to (shared, dedicated, host or hrg), --host or --hrg`,
      `for example: ${line} web-1 --to host`,
    );
  if (to === 'hrg' && hrg === undefined)
    throw new UsageError('--to hrg needs --hrg (which host resource group)', 'lm hrg list shows the groups');
  const place = to === undefined || to === 'hrg' ? {} : { Tenancy: to };
  if (hrg !== undefined)
    return {
      Tenancy: 'host',
      ...place,
      HostResourceGroupArn: (await findGroup(ctx, hrg)).GroupArn,
      ...(await hostOf(args, ctx)),
    };
  if (host !== undefined) {
    // Off Dedicated Hosts the host alone is too much; nobody is told of an affinity that was not typed.
    const own: Move = to === undefined || to === 'host' ? { Affinity: 'host' } : {};
    return { Tenancy: 'host', ...place, ...own, ...(await hostOf(args, ctx)) };
  }
  if (to === 'host') return { ...place, Affinity: affinity ?? 'default' };
  return { ...place, ...(affinity === undefined ? {} : { Affinity: affinity }) };
}

/** What was named goes to the service even where it cannot go together: who answers says why. */
async function hostOf({ host, affinity }: MoveArgs, ctx: CommandContext): Promise<Move> {
  return {
    ...(host === undefined ? {} : { HostId: (await oneHost(ctx, host)).HostId }),
    ...(affinity === undefined ? {} : { Affinity: affinity }),
  };
}
