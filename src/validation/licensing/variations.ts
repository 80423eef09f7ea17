import type { ConfigurationFact, Fact, HostFact, HostGroupFact, ImageFact, World } from '../../contract/world.ts';
import { widened } from './group-hosts.ts';

/** A world that differs from another in what one kind of fact says: for asking "would it be enough to …?". */
interface Differences {
  readonly configuration?: (fact: ConfigurationFact) => ConfigurationFact;
  readonly host?: (fact: HostFact) => HostFact;
  /** Hosts that there are besides. */
  readonly more?: (family: string) => readonly HostFact[];
  readonly group?: (fact: HostGroupFact) => HostGroupFact;
  /** Hosts of a group that there are besides; the key is that of `groupHosts`. */
  readonly moreInGroup?: (key: string) => readonly HostFact[];
  /** How many hosts of groups the `host` change takes out of their kind, so that others of it are asked for besides. */
  readonly changedInGroups?: number;
  /** The key is that of `hostCount`. */
  readonly hostCount?: (count: number, key: string) => number;
  readonly image?: (fact: ImageFact) => ImageFact;
}

export function differing(world: World, differences: Differences): World {
  const {
    configuration = same,
    host = same,
    group = same,
    image = same,
    hostCount = same,
    more = none,
    moreInGroup = none,
    changedInGroups = 0,
  } = differences;
  return {
    caller: world.caller,
    placement: world.placement ?? 'packed',
    image: (id) => mapped(world.image(id), image),
    configuration: (arn) => mapped(world.configuration(arn), configuration),
    instanceType: (name) => world.instanceType(name),
    hosts: (family) => mapped(world.hosts(family), (hosts) => [...hosts.map(host), ...more(family)]),
    host: (id) => mapped(world.host(id), host),
    group: (arn) => mapped(world.group(arn), group),
    groupHosts: (key) =>
      mapped(world.groupHosts(widened(key, changedInGroups)), (hosts) => joined(hosts.map(host), moreInGroup(key))),
    hostCount: (key) => mapped(world.hostCount(key), (count) => hostCount(count, key)),
    instance: (id) => world.instance(id),
    template: (key) => world.template(key),
    associations: (arn) => world.associations(arn),
    quota: (name) => world.quota(name),
    charging: (scope) => world.charging(scope),
    role: (name) => world.role(name),
    permission: (action) => world.permission(action),
    inventory: (id) => world.inventory(id),
    origin: (id) => world.origin(id),
    conversions: (arn) => world.conversions(arn),
  };
}

const same = <T>(fact: T): T => fact;
const none = (): readonly HostFact[] => [];

/** Hosts, and those besides that are not among them already. */
function joined(hosts: readonly HostFact[], more: readonly HostFact[]): readonly HostFact[] {
  const there = new Set(more.length === 0 ? [] : hosts.map(({ hostId }) => hostId));
  return [...hosts, ...more.filter(({ hostId }) => !there.has(hostId))];
}

/** Changes a fact that is known and exists; leaves the others alone. */
export const mapped = <T>(fact: Fact<T>, change: (value: T) => T): Fact<T> =>
  fact.known && fact.value !== undefined ? { known: true, value: change(fact.value) } : fact;

/** The world in which one configuration has other terms. */
export const withTerms = (world: World, arn: string, terms: Partial<ConfigurationFact>): World =>
  differing(world, { configuration: (fact) => (fact.arn === arn ? { ...fact, ...terms } : fact) });

/** The world in which one host has other properties. */
export const withHost = (world: World, hostId: string, change: (host: HostFact) => Partial<HostFact>): World =>
  differing(world, { host: (fact) => (fact.hostId === hostId ? { ...fact, ...change(fact) } : fact) });
