import type { HostFact } from '../../contract/world.ts';

/** What `World.groupHosts` is asked. */
export interface GroupHostsAsk {
  readonly arn: string;
  readonly instanceType: string;
  /** How many machines want to run. */
  readonly count: number;
}

/** The question as the one string that a World takes. */
export const groupHostsKey = ({ arn, instanceType, count }: GroupHostsAsk): string => `${arn} ${instanceType} ${count}`;

export function parseGroupHostsKey(key: string): GroupHostsAsk {
  const [arn = '', instanceType = '', count = '1'] = key.split(' ');
  return { arn, instanceType, count: Number(count) };
}

/**
 * The same question, so that as many hosts are found as before although some of them have changed since. Rounded up, so that
 * a list of launches asks few different questions.
 * @param changed how many hosts differ from what the asked world says of them
 */
export function widened(key: string, changed: number): string {
  if (changed === 0) return key;
  const ask = parseGroupHostsKey(key);
  return groupHostsKey({ ...ask, count: 2 ** Math.ceil(Math.log2(ask.count + changed)) });
}

/**
 * How many hosts of a kind are read for so many machines. Placement fills hosts of a kind one after the other, the fullest first,
 * with at least one machine each, and passes over the rest once the licences do not suffice for one: it never needs more than
 * one host a machine. The one besides shows whether room is left.
 */
export const mostOfAKind = (machines: number): number => machines + 1;

/** Hosts that differ at most in how full they are: placement tells them apart by that, and by their ids. */
const kindOf = ({ zone, instanceType = '', cores, sockets, chargedTo }: HostFact): string =>
  [zone, instanceType, cores, sockets, ...[...chargedTo].sort()].join(' ');

/**
 * Of hosts with room, those among which placement finds the same ones as among all of them: of each kind the fullest.
 * @param machines how many want to run
 * @returns some of the hosts, in the order in which they were given
 */
export function fullestOfEachKind(hosts: readonly HostFact[], machines: number): readonly HostFact[] {
  const kinds = new Map<string, HostFact[]>();
  for (const host of hosts) {
    const kind = kindOf(host);
    const alike = kinds.get(kind);
    if (alike === undefined) kinds.set(kind, [host]);
    else alike.push(host);
  }
  const kept = new Set([...kinds.values()].flatMap((alike) => fullest(alike).slice(0, mostOfAKind(machines))));
  return hosts.filter((host) => kept.has(host));
}

const fullest = (hosts: readonly HostFact[]): readonly HostFact[] =>
  [...hosts].sort((a, b) => free(a) - free(b) || (a.hostId < b.hostId ? -1 : 1));

const free = ({ capacityUnits, usedUnits }: HostFact): number => capacityUnits - usedUnits;
