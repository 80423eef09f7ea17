import type { Instance } from '@aws-sdk/client-ec2';
import type { Note } from '../../contract/result.ts';
import { parseGroupArn } from '../../validation/arns.ts';
import { counted } from '../../validation/words.ts';
import { charged, chargedWords } from '../shared/charged-hosts.ts';
import type { Charge } from '../shared/charges.ts';
import { roomOf } from '../shared/host-room.ts';
import type { CommandContext } from '../types.ts';

/** More hosts than this are counted, not named. */
const SHOWN = 8;

/** A host of another account, which EC2 describes to its owner only: its group says whose it is. */
interface ForeignHost {
  readonly hostId: string;
  readonly owner: string;
  readonly takes: number;
}

/**
 * Where a launch went: for each host how many machines it took, how full it is and what is charged for it. Hosts of a shared
 * group are its owner's, so of those no more than their number of machines is known (hrg-share-ownership).
 */
export async function hostsAfter(ctx: CommandContext, instances: readonly Instance[]) {
  const { scope } = await ctx.backend();
  const taken = new Map<string, { readonly owner: string; takes: number }>();
  for (const { Placement } of instances) {
    if (Placement?.HostId === undefined) continue;
    const owner = parseGroupArn(Placement.HostResourceGroupArn ?? '')?.account ?? scope.account;
    const so = taken.get(Placement.HostId) ?? { owner, takes: 0 };
    so.takes += 1;
    taken.set(Placement.HostId, so);
  }
  const HostIds = [...taken].flatMap(([hostId, { owner }]) => (owner === scope.account ? [hostId] : []));
  const described = HostIds.length === 0 ? [] : ((await ctx.call('ec2:DescribeHosts', { HostIds })).Hosts ?? []);
  const hosts = (await charged(ctx, described)).map((host) => {
    const { used, total, unit } = roomOf(host);
    const hostId = host.HostId ?? '';
    const { charges, unseenCharges } = host;
    const unseen = unseenCharges === undefined ? {} : { unseenCharges };
    return { hostId, takes: taken.get(hostId)?.takes ?? 0, used, total, unit, charges, ...unseen };
  });
  const foreign = [...taken].flatMap(([hostId, so]) => (so.owner === scope.account ? [] : [{ hostId, ...so }]));
  const lines = [...hosts.map(ownLine), ...foreign.map(foreignLine)];
  const more = lines.length - SHOWN;
  const rest = more > 0 ? [`and ${counted(more, 'host')} more: lm host list`] : [];
  const notes = [...lines.slice(0, SHOWN), ...rest].map((text): Note => ({ kind: 'done', text }));
  return { hosts: [...hosts, ...foreign], notes };
}

interface OwnHost {
  readonly hostId: string;
  readonly takes: number;
  readonly used: number;
  readonly total: number;
  readonly unit: string;
  readonly charges: readonly Charge[];
  readonly unseenCharges?: readonly string[];
}

const ownLine = ({ hostId, takes, used, total, unit, ...licences }: OwnHost): string =>
  `${hostId} takes ${takes}: ${used}/${total} ${unit} used, ${chargedWords(licences, 'charged once')}`;

const foreignLine = ({ hostId, owner, takes }: ForeignHost): string =>
  `${hostId} takes ${takes}: a host of account ${owner}, which alone sees how full it is`;
