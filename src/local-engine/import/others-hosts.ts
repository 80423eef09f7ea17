import type { AccountCopy } from '../../contract/copy.ts';
import { groupName, parseGroupArn } from '../../validation/arns.ts';
import { hostFamily } from '../../validation/host-families.ts';
import { capacityUnits, mayShareHost, unitsOf } from '../../validation/hosts-table.ts';
import { instanceType } from '../../validation/instance-types.ts';
import { isRunning } from '../ledger/leave.ts';
import type { CopiedInstance } from '../store/tables/instances.ts';
import type { Assumed } from './assumed.ts';
import type { CopiedHost } from './hosts.ts';

/** A host of another account, in whose group machines of the copied account run. */
interface Unseen {
  readonly id: string;
  readonly group: string;
}

/**
 * Hosts of groups that other accounts share: those that the groups list, and those that carry machines of the account.
 * EC2 describes them to their owner only. What nobody tells of them is taken to be full.
 */
export function othersHosts(
  { groups, hosts, scope }: AccountCopy,
  machines: readonly CopiedInstance[],
  now: number,
  assumed: Assumed,
): readonly CopiedHost[] {
  const described = new Set(hosts.map(({ HostId }) => HostId));
  const shared = groups.flatMap(({ group: { GroupArn: group = '' }, members }) =>
    isShared(group, scope.account)
      ? members.map(({ Identifier }) => ({ id: Identifier?.ResourceArn?.split('/').at(-1) ?? '', group }))
      : [],
  );
  const carrying = machines.flatMap(({ hostId: id, groupArn: group }) =>
    id === undefined || group === undefined || !isShared(group, scope.account) ? [] : { id, group },
  );
  const unseen = new Map([...shared, ...carrying].filter(({ id }) => !described.has(id)).map((one) => [one.id, one]));
  return [...unseen.values()].map((one) => {
    assumed.note('shared-group-hosts', `${one.id} of ${groupName(one.group)}`);
    const own = machines.filter((machine) => machine.hostId === one.id && isRunning(machine));
    return hostOf(one, own, now);
  });
}

const isShared = (group: string, account: string): boolean => {
  const owner = parseGroupArn(group)?.account;
  return owner !== undefined && owner !== account;
};

function hostOf({ id, group }: Unseen, own: readonly CopiedInstance[], now: number): CopiedHost {
  const [first] = own;
  const type = first === undefined ? undefined : instanceType(first.instanceType);
  const family = type?.family ?? '';
  const facts = hostFamily(family);
  const single = type === undefined || mayShareHost(type.instanceType) ? undefined : type.instanceType;
  const capacity = capacityUnits(family, single) ?? facts?.physicalCores ?? 0;
  const isFull = own.length > 0 && own.reduce((sum, one) => sum + unitsOf(one.instanceType), 0) >= capacity;
  const cores = facts?.physicalCores ?? 0;
  return {
    owner: parseGroupArn(group)?.account ?? '',
    carriesUntold: !isFull,
    row: {
      id,
      family,
      instanceType: single,
      zone: first?.zone ?? '',
      state: 'available',
      autoPlacement: false,
      hostRecovery: false,
      hostMaintenance: false,
      cores,
      sockets: facts?.sockets ?? 0,
      vcpus: facts?.vcpus,
      capacityUnits: capacity,
      allocatedAt: now,
    },
    releasedAt: undefined,
    taken: [capacity, cores, isFull ? own.length : own.length + 1],
    tags: [],
  };
}

/** A machine that runs on a host which is no longer in the shared group where it was placed. */
export interface Evicted {
  readonly hostId: string;
  readonly groupArn: string;
}

/** Hosts that have left a shared group with machines of the account on them, which then have 15 days. */
export function evictedFrom(
  { groups, scope }: AccountCopy,
  machines: readonly CopiedInstance[],
  assumed: Assumed,
): readonly Evicted[] {
  const members = new Map(
    groups.map(({ group, members }) => [
      group.GroupArn,
      new Set(members.map(({ Identifier }) => Identifier?.ResourceArn?.split('/').at(-1))),
    ]),
  );
  const evicted = machines.flatMap(({ id, hostId, groupArn, ...machine }) => {
    if (hostId === undefined || groupArn === undefined || !isRunning(machine)) return [];
    if (!isShared(groupArn, scope.account) || members.get(groupArn)?.has(hostId) !== false) return [];
    assumed.note('eviction-deadline', id);
    return { hostId, groupArn };
  });
  return [...new Map(evicted.map((one) => [one.hostId, one])).values()];
}
