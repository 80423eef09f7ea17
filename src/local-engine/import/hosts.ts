import type { Host } from '@aws-sdk/client-ec2';
import type { AccountCopy } from '../../contract/copy.ts';
import { hostFamily } from '../../validation/host-families.ts';
import { familyOf } from '../../validation/host-kind.ts';
import { capacityUnits, unitsOf } from '../../validation/hosts-table.ts';
import { instanceType } from '../../validation/instance-types.ts';
import { isRunning } from '../ledger/leave.ts';
import type { NewHost } from '../store/tables/hosts.ts';
import type { CopiedInstance } from '../store/tables/instances.ts';
import type { Assumed } from './assumed.ts';

/** A host, and what the machines on it take: (units, cores, machines). */
export interface CopiedHost {
  /** The account that has it: the copied one, or the one that shares the group in which it is. */
  readonly owner: string;
  /** Whether there may be machines on it of which nothing is told. */
  readonly carriesUntold: boolean;
  readonly row: NewHost;
  readonly releasedAt: number | undefined;
  readonly taken: readonly [units: number, cores: number, machines: number];
  readonly tags: Host['Tags'];
}

/** The Dedicated Hosts of a copy, in the order of their allocation. */
export function copiedHosts(
  { scope, hosts, groups }: AccountCopy,
  machines: readonly CopiedInstance[],
  now: number,
  assumed: Assumed,
): readonly CopiedHost[] {
  const onHosts = new Map<string, string[]>();
  for (const { hostId, instanceType: type } of machines.filter(isRunning)) {
    if (hostId !== undefined) onHosts.set(hostId, [...(onHosts.get(hostId) ?? []), type]);
  }
  const members = groups.flatMap((group) => group.members.map(({ Identifier }) => Identifier?.ResourceArn));
  const grouped = new Set(members.map((arn) => arn?.split('/').at(-1)));
  return hosts
    .map((host) => {
      if (host.MemberOfServiceLinkedResourceGroup && !grouped.has(host.HostId))
        assumed.note('host-group', host.HostId ?? '');
      const types = onHosts.get(host.HostId ?? '') ?? [];
      return { owner: scope.account, carriesUntold: false, ...copied(host, types, now, assumed) };
    })
    .sort((a, b) => a.row.allocatedAt - b.row.allocatedAt || (a.row.id < b.row.id ? -1 : 1));
}

type Described = Omit<CopiedHost, 'owner' | 'carriesUntold'>;

function copied(host: Host, types: readonly string[], now: number, assumed: Assumed): Described {
  const { HostId: id = '', HostProperties = {}, State: state = 'available' } = host;
  const { InstanceType, TotalVCpus: vcpus } = HostProperties;
  const family = familyOf(HostProperties);
  const cores = HostProperties.Cores ?? hostFamily(family)?.physicalCores ?? 0;
  const capacity = capacityUnits(family, InstanceType);
  if (capacity === undefined) assumed.note('host-capacity', id);
  const known = types.filter((type) => instanceType(type) !== undefined);
  return {
    row: {
      id,
      family,
      instanceType: InstanceType,
      zone: host.AvailabilityZone ?? '',
      state,
      autoPlacement: host.AutoPlacement === 'on',
      hostRecovery: host.HostRecovery === 'on',
      hostMaintenance: host.HostMaintenance === 'on',
      cores,
      sockets: HostProperties.Sockets ?? hostFamily(family)?.sockets ?? 0,
      vcpus,
      capacityUnits: capacity ?? cores,
      allocatedAt: host.AllocationTime?.getTime() ?? now,
    },
    releasedAt: state.startsWith('released') ? (host.ReleaseTime?.getTime() ?? now) : undefined,
    taken: [
      known.reduce((sum, type) => sum + unitsOf(type), 0),
      known.reduce((sum, type) => sum + (instanceType(type)?.cores ?? 0), 0),
      types.length,
    ],
    tags: host.Tags,
  };
}
