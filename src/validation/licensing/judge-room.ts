import type { Violation } from '../../contract/decision.ts';
import type { HostFact } from '../../contract/world.ts';
import { check } from '../catalogue/index.ts';
import { unitsOf } from '../hosts-table.ts';
import type { Applying, Candidate } from './candidate.ts';
import { chargesHost, hostUnits, machineUnits } from './counting.ts';
import { affordable, type Demand, type Packed, pack } from './pack.ts';

const NOTHING: Packed = { count: 0, placements: [], hostCharges: [] };

/** What a candidate takes under one configuration. `limited` counts its enforced limit as headroom. */
export function demandOf({ configuration, terms, enforced }: Applying, candidate: Candidate, limited: boolean): Demand {
  const { arn, counting, limit, consumed } = configuration;
  const byHost = chargesHost(counting, candidate.tenancy, candidate.charging);
  return {
    arn,
    unitsEach: byHost ? 0 : machineUnits(counting, candidate.machine, terms),
    hostUnits: (host) => (byHost ? hostUnits(counting, host) : 0),
    headroom: limited && enforced && limit !== undefined ? limit - consumed : Number.POSITIVE_INFINITY,
  };
}

/** Places up to `count` machines of a candidate; `limited` respects the enforced limits. */
export function placeUpTo(candidate: Candidate, count: number, limited: boolean): Packed {
  const demands = candidate.applying.map((each) => demandOf(each, candidate, limited));
  const { room } = candidate;
  if (room.kind === 'hosts') return bestZone(candidate, room.hosts, count, demands);
  // It runs there already, so it needs no more room.
  if (room.kind === 'placed') return pack(count, 1, [{ ...room.host, usedUnits: 0, capacityUnits: count }], demands);
  const fits = Math.min(count, ...demands.map((demand) => affordable(demand, demand.headroom)));
  return { ...NOTHING, count: fits };
}

/** One launch goes to one zone: the one that takes most, then needs fewest new licences, then comes first by name. */
function bestZone(candidate: Candidate, hosts: readonly HostFact[], count: number, demands: readonly Demand[]): Packed {
  const zones = new Map<string, HostFact[]>();
  for (const host of hosts) zones.set(host.zone, [...(zones.get(host.zone) ?? []), host]);
  const units = unitsOf(candidate.type.instanceType);
  const packed = [...zones]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, inZone]) => pack(count, units, inZone, demands));
  const charged = (one: Packed) => one.hostCharges.reduce((sum, charge) => sum + charge.units, 0);
  return packed.sort((a, b) => b.count - a.count || charged(a) - charged(b))[0] ?? NOTHING;
}

/** Stage (e): room on Dedicated Hosts for at least the minimum. `fits` is how many find room, licences aside. */
export function judgeRoom(candidate: Candidate, fits: number): readonly Violation[] {
  const { room, type, min } = candidate;
  if (room.kind !== 'hosts' || fits >= min) return [];
  if (room.refusals.length > 0) return room.refusals;
  const hosts = room.hosts.map((host) => ({ hostId: host.hostId, freeCores: freeCores(host) }));
  const subject = { instanceType: type.instanceType, requested: min, fits, hosts };
  const [host] = room.hosts;
  if (room.named && host !== undefined) {
    return check('host-capacity-by-size', { ...subject, hostId: host.hostId, freeCores: freeCores(host) });
  }
  return check('launch-host-needs-capacity', subject);
}

export const freeCores = (host: HostFact): number => Math.max(0, host.cores - host.usedCores);
