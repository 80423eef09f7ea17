import type { Instance } from '@aws-sdk/client-ec2';
import type { Note } from '../../contract/result.ts';
import { counted } from '../../validation/words.ts';
import { charged } from '../shared/charged-hosts.ts';
import { chargeWords } from '../shared/charges.ts';
import { roomOf } from '../shared/host-room.ts';
import type { CommandContext } from '../types.ts';

/** More hosts than this are counted, not named. */
const SHOWN = 8;

/** Where a launch went: for each host how many machines it took, how full it is and what is charged for it. */
export async function hostsAfter(ctx: CommandContext, instances: readonly Instance[]) {
  const taken = new Map<string, number>();
  for (const { Placement } of instances) {
    if (Placement?.HostId !== undefined) taken.set(Placement.HostId, (taken.get(Placement.HostId) ?? 0) + 1);
  }
  const HostIds = [...taken.keys()];
  const described = HostIds.length === 0 ? [] : ((await ctx.call('ec2:DescribeHosts', { HostIds })).Hosts ?? []);
  const hosts = (await charged(ctx, described)).map((host) => {
    const { used, total, unit } = roomOf(host);
    const hostId = host.HostId ?? '';
    return { hostId, takes: taken.get(hostId) ?? 0, used, total, unit, charges: host.charges };
  });
  const lines = hosts.slice(0, SHOWN).map(({ hostId, takes, used, total, unit, charges }): Note => {
    const licences = charges.length === 0 ? 'no licences charged' : `charged once: ${chargeWords(charges)}`;
    return { kind: 'done', text: `${hostId} takes ${takes}: ${used}/${total} ${unit} used, ${licences}` };
  });
  const more = hosts.length - lines.length;
  const rest: readonly Note[] =
    more > 0 ? [{ kind: 'done', text: `and ${counted(more, 'host')} more: lm host list` }] : [];
  return { hosts, notes: [...lines, ...rest] };
}
