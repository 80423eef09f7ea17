import type { HostFact } from '../../contract/world.ts';

/** One configuration in a placement: what it takes for each machine and for each host that is not charged yet. */
export interface Demand {
  readonly arn: string;
  readonly unitsEach: number;
  hostUnits(host: HostFact): number;
  /** Licences that may still be taken; Infinity where nothing blocks. */
  readonly headroom: number;
}

export interface Packed {
  readonly count: number;
  readonly placements: readonly { readonly hostId: string; readonly count: number }[];
  readonly hostCharges: readonly {
    readonly configurationArn: string;
    readonly hostId: string;
    readonly units: number;
  }[];
}

/** What a host would newly charge, over every configuration that charges hosts. */
function newUnits(host: HostFact, demands: readonly Demand[]): number {
  return demands.reduce((sum, demand) => sum + needOf(host, demand), 0);
}

function needOf(host: HostFact, demand: Demand): number {
  return host.chargedTo.includes(demand.arn) ? 0 : demand.hostUnits(host);
}

/** Licences already taken come first, then the fullest, then the oldest: machines pack (issue, "auto-placement packs"). */
function inOrder(hosts: readonly HostFact[], demands: readonly Demand[]): readonly HostFact[] {
  const keyed = hosts.map((host) => ({
    host,
    units: newUnits(host, demands),
    free: host.capacityUnits - host.usedUnits,
  }));
  keyed.sort((a, b) => a.units - b.units || a.free - b.free || (a.host.hostId < b.host.hostId ? -1 : 1));
  return keyed.map(({ host }) => host);
}

/**
 * Places up to `count` equal machines on hosts within every headroom.
 *
 * @param unitsOfMachine placement units that one machine takes of a host
 * @returns how many were placed, where, and what each host newly charges
 */
export function pack(
  count: number,
  unitsOfMachine: number,
  hosts: readonly HostFact[],
  demands: readonly Demand[],
): Packed {
  const left = new Map(demands.map((demand) => [demand.arn, demand.headroom]));
  const placements: { hostId: string; count: number }[] = [];
  const hostCharges: { configurationArn: string; hostId: string; units: number }[] = [];
  let placed = 0;
  for (const host of inOrder(hosts, demands)) {
    if (placed === count) break;
    const charges = demands.map((demand) => ({ demand, units: needOf(host, demand) })).filter(({ units }) => units > 0);
    if (charges.some(({ demand, units }) => units > (left.get(demand.arn) ?? 0))) continue;
    const room = Math.floor((host.capacityUnits - host.usedUnits) / unitsOfMachine);
    const here = Math.min(
      room,
      count - placed,
      ...demands.map((demand) => affordable(demand, left.get(demand.arn) ?? 0)),
    );
    if (here <= 0) continue;
    for (const { demand, units } of charges)
      hostCharges.push({ configurationArn: demand.arn, hostId: host.hostId, units });
    for (const demand of demands)
      left.set(demand.arn, (left.get(demand.arn) ?? 0) - needOf(host, demand) - demand.unitsEach * here);
    placements.push({ hostId: host.hostId, count: here });
    placed += here;
  }
  return { count: placed, placements, hostCharges };
}

/** How many machines the headroom of one configuration pays for; needing nothing is never blocked (RULINGS 17). */
export function affordable(demand: Pick<Demand, 'unitsEach'>, headroom: number): number {
  return demand.unitsEach === 0 ? Number.POSITIVE_INFINITY : Math.max(0, Math.floor(headroom / demand.unitsEach));
}
