import type { Host, Instance } from '@aws-sdk/client-ec2';
import type { HostTie } from '../../contract/ports.ts';
import { type ChargedHost, charged } from '../shared/charged-hosts.ts';
import { everyPage } from '../shared/lists.ts';
import { affinityTies } from '../shared/ties.ts';
import type { CommandContext } from '../types.ts';
import { hostIdOf, isJoining, type WholeGroup } from './group.ts';

/** A host of a group with what is charged for it and what affinity ties to it. */
export interface GroupHost extends ChargedHost {
  /** Still joining the group. */
  readonly pending: boolean;
  readonly ties: readonly HostTie[];
}

/** Its state in the group: one that EC2 shows as available may be joining still. */
export const stateOf = ({ pending, State }: GroupHost): string | undefined => (pending ? 'joining' : State);

/** How many hosts one call describes. */
const BATCH = 100;

/** The hosts of a group as EC2 describes them. Those of another account, which EC2 does not show, are left out. */
export async function groupHosts(ctx: CommandContext, { members }: WholeGroup): Promise<readonly GroupHost[]> {
  const { scope } = await ctx.backend();
  const own = members.filter(({ Identifier }) => Identifier?.ResourceArn?.includes(`:${scope.account}:`));
  const ids = own.map(hostIdOf);
  const found = await charged(ctx, await described(ctx, ids));
  const ties = await affinityTies(ctx, ids);
  const pending = new Set(own.filter(isJoining).map(hostIdOf));
  return found.map((host) => ({
    ...host,
    pending: pending.has(host.HostId ?? ''),
    ties: ties.filter((tie) => tie.hostId === host.HostId),
  }));
}

async function described(ctx: CommandContext, ids: readonly string[]): Promise<readonly Host[]> {
  const hosts: Host[] = [];
  for (let from = 0; from < ids.length; from += BATCH) {
    const { Hosts = [] } = await ctx.call('ec2:DescribeHosts', { HostIds: ids.slice(from, from + BATCH) });
    hosts.push(...Hosts);
  }
  return hosts;
}

/** The account's own machines on these hosts, by id. */
export async function machinesOn(ctx: CommandContext, hosts: readonly Host[]): Promise<ReadonlyMap<string, Instance>> {
  const found = new Map<string, Instance>();
  for (let from = 0; from < hosts.length; from += BATCH) {
    const Filters = [{ Name: 'host-id', Values: hosts.slice(from, from + BATCH).map(({ HostId = '' }) => HostId) }];
    const reservations = await everyPage(async (NextToken) => {
      const page = await ctx.call('ec2:DescribeInstances', { Filters, NextToken });
      return { rows: page.Reservations ?? [], next: page.NextToken };
    });
    for (const one of reservations.flatMap(({ Instances = [] }) => Instances)) found.set(one.InstanceId ?? '', one);
  }
  return found;
}
