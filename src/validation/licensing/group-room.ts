import type { Violation } from '../../contract/decision.ts';
import type { NewHost } from '../../contract/launch.ts';
import type { ConfigurationFact, HostFact, HostGroupFact, InstanceTypeFact, World } from '../../contract/world.ts';
import { groupName } from '../arns.ts';
import { check } from '../catalogue/index.ts';
import { hostFamily } from '../host-families.ts';
import { capacityUnits, mayShareHost } from '../hosts-table.ts';
import type { Asking } from './ask.ts';
import type { GroupOpening, Room } from './candidate.ts';
import { groupHostsKey } from './group-hosts.ts';

/** Machines of one type that want to run in a host resource group. */
export interface GroupAsk {
  readonly arn: string;
  readonly type: Pick<InstanceTypeFact, 'instanceType' | 'family'>;
  readonly zone: string | undefined;
  /** The most of them that want to run. */
  readonly count: number;
  /** Every configuration that applies to them. */
  readonly configurations: readonly ConfigurationFact[];
}

/** The hosts of a group that machines may go to, and those it may allocate; or why this account may not use it. */
export function groupRoom(ask: GroupAsk, world: World, asking: Asking): Room | readonly Violation[] {
  const name = groupName(ask.arn);
  const fact = world.group(ask.arn);
  const group = asking.value(fact, `host resource group ${name}`);
  if (group === undefined)
    return fact.known ? check('hrg-launch-unknown-group', { group: name, found: false }) : { kind: 'open' };
  const access = sharing(group, ask.configurations, world.caller.account);
  if (access.length > 0) return access;
  const members = asking.value(
    world.groupHosts(groupHostsKey({ ...ask, instanceType: ask.type.instanceType })),
    `hosts of the host resource group ${name}`,
  );
  const opening = group.autoAllocate ? openingOf(group, ask, world, asking) : undefined;
  // Hosts that could not be listed are not hosts that are full.
  if (members === undefined || (group.autoAllocate && opening === undefined)) return { kind: 'open' };
  const hosts = members.filter((host) => ask.zone === undefined || host.zone === ask.zone);
  return { kind: 'hosts', hosts, named: false, refusals: [], group, ...(opening === undefined ? {} : { opening }) };
}

/** A member launches where both the group and its license configurations are shared with it (hrg-share-org). */
function sharing(
  group: HostGroupFact,
  configurations: readonly ConfigurationFact[],
  accountId: string,
): readonly Violation[] {
  const { name, ownerId, accessible } = group;
  const closed = check('hrg-share-org', { what: 'host resource group', name, ownerId, accountId, accessible });
  if (closed.length > 0 || ownerId === accountId) return closed;
  return configurations.flatMap((one) =>
    check('hrg-share-org', {
      what: 'license configuration',
      name: one.name,
      ownerId: one.ownerId,
      accountId,
      accessible: one.accessible,
    }),
  );
}

/** Which hosts the group may allocate: of the family where its types may share one, else of the one type. */
function openingOf(group: HostGroupFact, ask: GroupAsk, world: World, asking: Asking): GroupOpening | undefined {
  const { family, instanceType } = ask.type;
  const present = asking.value(world.hostCount(`${group.ownerId} ${family}`), `hosts of account ${group.ownerId}`);
  const quota = asking.value(world.quota('hosts-per-family'), 'the quota of Dedicated Hosts');
  if (present === undefined || quota === undefined) return undefined;
  const single = mayShareHost(instanceType) ? {} : { instanceType };
  const within = (limit: number, allocated: number): number => Math.max(0, limit - allocated);
  const { hostLimit } = group;
  return {
    most: Math.min(
      within(quota, present),
      hostLimit === undefined ? quota : within(hostLimit.limit, hostLimit.present),
    ),
    quota: { limit: quota, present },
    zone: ask.zone ?? `${world.caller.region}a`,
    host: (index, zone) =>
      openedHost({ hostId: placeholder(index), ownerId: group.ownerId, family, ...single, zone }, group.arn),
  };
}

/** A host that a group has just allocated: empty, and of its family's size. */
export function openedHost(host: Omit<NewHost, 'recovery'>, resourceGroupArn: string): HostFact {
  const facts = hostFamily(host.family);
  return {
    ...host,
    state: 'available',
    autoPlacement: false,
    cores: facts?.physicalCores ?? 0,
    sockets: facts?.sockets ?? 0,
    capacityUnits: capacityUnits(host.family, host.instanceType) ?? 0,
    usedUnits: 0,
    usedCores: 0,
    chargedTo: [],
    resourceGroupArn,
  };
}

/** What stands for the id of a host until it is allocated. */
const placeholder = (index: number): string => `new-host-${index + 1}`;
