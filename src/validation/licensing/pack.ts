import type { HostFact } from '../../contract/world.ts';

/** One configuration in a placement: what it takes for each machine and for each host that is not charged yet. */
export interface Demand {
  readonly arn: string;
  readonly unitsEach: number;
  hostUnits(host: HostFact): number;
  /** Licences that may still be taken; Infinity where nothing blocks. */
  readonly headroom: number;
}

/** Hosts that may be allocated when those that there are have no room. */
export interface Opening {
  readonly most: number;
  /** The n-th of them, counted from 0, empty. */
  host(index: number): HostFact;
}

export interface Packed {
  readonly count: number;
  readonly placements: readonly { readonly hostId: string; readonly count: number }[];
  readonly hostCharges: readonly {
    readonly configurationArn: string;
    readonly hostId: string;
    readonly units: number;
  }[];
  /** Hosts that are allocated for it. */
  readonly opened: readonly HostFact[];
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

/** Hosts that are filled one after the other, within every headroom. */
class Filling {
  readonly placements: { hostId: string; count: number }[] = [];
  readonly hostCharges: { configurationArn: string; hostId: string; units: number }[] = [];
  placed = 0;
  readonly #left: Map<string, number>;

  constructor(
    private readonly count: number,
    private readonly unitsOfMachine: number,
    private readonly demands: readonly Demand[],
  ) {
    this.#left = new Map(demands.map((demand) => [demand.arn, demand.headroom]));
  }

  get isDone(): boolean {
    return this.placed === this.count;
  }

  /** Puts as many machines on a host as it takes and the licences allow. Returns whether there were any. */
  put(host: HostFact): boolean {
    const { demands } = this;
    const charges = demands.map((demand) => ({ demand, units: needOf(host, demand) })).filter(({ units }) => units > 0);
    if (charges.some(({ demand, units }) => units > this.left(demand))) return false;
    const room = Math.floor((host.capacityUnits - host.usedUnits) / this.unitsOfMachine);
    const paidFor = demands.map((demand) => affordable(demand, this.left(demand)));
    const here = Math.min(room, this.count - this.placed, ...paidFor);
    if (here <= 0) return false;
    for (const { demand, units } of charges)
      this.hostCharges.push({ configurationArn: demand.arn, hostId: host.hostId, units });
    for (const demand of demands)
      this.#left.set(demand.arn, this.left(demand) - needOf(host, demand) - demand.unitsEach * here);
    this.placements.push({ hostId: host.hostId, count: here });
    this.placed += here;
    return true;
  }

  private left({ arn }: Demand): number {
    return this.#left.get(arn) ?? 0;
  }
}

/**
 * Places up to `count` equal machines on hosts within every headroom.
 *
 * @param unitsOfMachine placement units that one machine takes of a host
 * @param opening hosts that may be allocated for what finds no room
 * @returns how many were placed, where, and what each host newly charges
 */
export function pack(
  count: number,
  unitsOfMachine: number,
  hosts: readonly HostFact[],
  demands: readonly Demand[],
  opening?: Opening,
): Packed {
  const filling = new Filling(count, unitsOfMachine, demands);
  for (const host of inOrder(hosts, demands)) {
    if (filling.isDone) break;
    filling.put(host);
  }
  const opened: HostFact[] = [];
  for (let index = 0; opening !== undefined && index < opening.most && !filling.isDone; index += 1) {
    const host = opening.host(index);
    if (!filling.put(host)) break;
    opened.push(host);
  }
  const { placed, placements, hostCharges } = filling;
  return { count: placed, placements, hostCharges, opened };
}

/** How many machines the headroom of one configuration pays for; needing nothing is never blocked (RULINGS 17). */
export function affordable(demand: Pick<Demand, 'unitsEach'>, headroom: number): number {
  return demand.unitsEach === 0 ? Number.POSITIVE_INFINITY : Math.max(0, Math.floor(headroom / demand.unitsEach));
}
