import type { Column, Result, Row } from '../../contract/result.ts';
import { type ChargedHost, charged } from '../shared/charged-hosts.ts';
import { chargeWords } from '../shared/charges.ts';
import { roomOf, roomWords, takesWords } from '../shared/host-room.ts';
import { nameTag } from '../shared/tags.ts';
import type { CommandContext } from '../types.ts';

const COLUMNS: readonly Column[] = [
  { key: 'hostId', title: 'id' },
  { key: 'name', title: 'name', optional: 3 },
  { key: 'takes', title: 'takes' },
  { key: 'zone', title: 'zone', optional: 2 },
  { key: 'state', title: 'state', optional: 1 },
  { key: 'cores', title: 'cores used', align: 'right' },
  { key: 'machines', title: 'machines', optional: 4 },
  { key: 'chargedTo', title: 'charged to' },
  { key: 'autoPlacement', title: 'auto-placement', optional: 5 },
];

/** Hosts as a list. */
export function hostList(hosts: readonly ChargedHost[]): Result['view'] {
  const named = hosts.some((host) => nameTag(host.Tags) !== undefined);
  return {
    kind: 'list',
    rows: hosts.map(rowOf),
    columns: COLUMNS.filter(({ key }) => key !== 'name' || named),
    empty: 'no Dedicated Hosts; allocate one with lm host allocate --family m5 --zone us-east-1a',
  };
}

function rowOf(host: ChargedHost): Row {
  return {
    hostId: host.HostId,
    name: nameTag(host.Tags),
    takes: takesWords(host),
    zone: host.AvailabilityZone,
    state: host.State,
    cores: roomWords(roomOf(host)),
    machines: host.Instances?.length ?? 0,
    chargedTo: chargeWords(host.charges),
    autoPlacement: host.AutoPlacement,
  };
}

/** Hosts by their ids, as they now stand. */
export async function describedHosts(ctx: CommandContext, HostIds: string[]): Promise<readonly ChargedHost[]> {
  if (HostIds.length === 0) return [];
  const { Hosts = [] } = await ctx.call('ec2:DescribeHosts', { HostIds });
  return charged(ctx, Hosts);
}
