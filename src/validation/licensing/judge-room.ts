import type { Violation } from '../../contract/decision.ts';
import type { HostFact, HostGroupFact } from '../../contract/world.ts';
import { check } from '../catalogue/index.ts';
import { mayShareHost, unitsOf } from '../hosts-table.ts';
import type { Applying, Candidate, GroupOpening, Room } from './candidate.ts';
import { chargesHost, hostUnits, machineUnits } from './counting.ts';
import { affordable, type Demand, type Opening, type Packed, pack } from './pack.ts';

const NOTHING: Packed = { count: 0, placements: [], hostCharges: [], opened: [] };

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
  if (room.kind === 'hosts') return bestZone(candidate, room, count, demands);
  // It runs there already, so it needs no more room.
  if (room.kind === 'placed') return pack(count, 1, [{ ...room.host, usedUnits: 0, capacityUnits: count }], demands);
  const fits = Math.min(count, ...demands.map((demand) => affordable(demand, demand.headroom)));
  return { ...NOTHING, count: fits };
}

type Hosts = Extract<Room, { readonly kind: 'hosts' }>;

/**
 * One launch goes to one zone: the one that takes most, then needs fewest new licences, then fewest new hosts, then comes
 * first by name.
 */
function bestZone(candidate: Candidate, room: Hosts, count: number, demands: readonly Demand[]): Packed {
  const zones = new Map<string, HostFact[]>();
  for (const host of room.hosts) {
    const inZone = zones.get(host.zone);
    if (inZone === undefined) zones.set(host.zone, [host]);
    else inZone.push(host);
  }
  if (zones.size === 0 && room.opening !== undefined) zones.set(room.opening.zone, []);
  const units = unitsOf(candidate.type.instanceType);
  const packed = [...zones]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([zone, inZone]) => pack(count, units, inZone, demands, room.opening && openingIn(room.opening, zone)));
  const charged = (one: Packed) => one.hostCharges.reduce((sum, charge) => sum + charge.units, 0);
  return (
    packed.sort((a, b) => b.count - a.count || charged(a) - charged(b) || a.opened.length - b.opened.length)[0] ??
    NOTHING
  );
}

const openingIn = ({ most, host }: GroupOpening, zone: string): Opening => ({
  most,
  host: (index) => host(index, zone),
});

/** Stage (e): room on Dedicated Hosts for at least the minimum. `found` is what finds room, licences aside. */
export function judgeRoom(candidate: Candidate, found: Packed): readonly Violation[] {
  const { room, type, min } = candidate;
  const fits = found.count;
  if (room.kind !== 'hosts' || fits >= min) return [];
  if (room.refusals.length > 0) return room.refusals;
  const subject = { instanceType: type.instanceType, requested: min, fits };
  if (room.group !== undefined) return groupFull(candidate, room.group, room.opening, found);
  const hosts = room.hosts.map((host) => ({ hostId: host.hostId, freeCores: freeCores(host) }));
  const [host] = room.hosts;
  if (room.named && host !== undefined) {
    return check('host-capacity-by-size', { ...subject, hostId: host.hostId, freeCores: freeCores(host) });
  }
  const zone = candidate.zone ?? host?.zone;
  return check('launch-host-needs-capacity', { ...subject, hosts, zone, single: !mayShareHost(type.instanceType) });
}

/** A group without room allocates no host, or not as many as it would take. */
function groupFull(
  { type, min }: Candidate,
  group: HostGroupFact,
  opening: GroupOpening | undefined,
  { count: fits, opened }: Packed,
): readonly Violation[] {
  const { instanceType, family } = type;
  if (opening === undefined) {
    const subject = { group: group.name, instanceType, requested: min, fits, joining: group.joining };
    return check('hrg-setting-auto-allocate', { ...subject, autoAllocate: group.autoAllocate });
  }
  const { capacityUnits } = opening.host(0, opening.zone);
  const each = Math.max(1, Math.floor(capacityUnits / unitsOf(instanceType)));
  const adding = opened.length + Math.ceil((min - fits) / each);
  const { limit, present } = opening.quota;
  return [
    ...(group.hostLimit === undefined
      ? []
      : check('hrg-allocate-host-limit', { group: group.name, adding, ...group.hostLimit })),
    ...check('host-on-demand-quota', { family, existing: present, adding, limit }),
  ];
}

export const freeCores = (host: HostFact): number => Math.max(0, host.cores - host.usedCores);
