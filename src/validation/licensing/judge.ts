import type { Decision, Verdict, Violation } from '../../contract/decision.ts';
import type { HostImpact, LaunchPlan, NewHost } from '../../contract/launch.ts';
import type { HostFact, HostGroupFact } from '../../contract/world.ts';
import type { Asking } from './ask.ts';
import type { Candidate } from './candidate.ts';
import { chargesHost } from './counting.ts';
import { impacts, judgeCounts } from './judge-count.ts';
import { demandOf, judgeRoom, placeUpTo } from './judge-room.ts';
import { judgeBounds, judgeMatrix, judgeTenancy } from './judge-rules.ts';
import type { Packed } from './pack.ts';

/**
 * Judges machines that want to run against licences, tenancy and capacity: every reason, in the order of RULINGS 14.
 * (a) billing x tenancy, (b) tenancy rules, (c) minimum and maximum, (d) the host resource group, (e) capacity, (f) counts.
 * If (a) or (b) blocks, or the group takes no such machine, there is no lawful host to charge: (e) and (f) are not judged.
 */
export function judge(
  candidate: Candidate,
  asking: Asking,
  wording: 'launch' | 'associate' = 'launch',
): Decision<LaunchPlan> {
  const unlawful = [judgeMatrix(candidate), judgeTenancy(candidate)];
  const bounds = judgeBounds(candidate, asking);
  const { groupJudged } = candidate;
  const early = [...unlawful, bounds, { violations: groupJudged.violations, alerts: [] }];
  const alerts = early.flatMap((stage) => stage.alerts);
  const violations = early.flatMap((stage) => stage.violations);
  if (!groupJudged.lawful || unlawful.some((stage) => stage.violations.length > 0)) {
    asking.open.push({ what: 'the count', why: 'was not judged: without a lawful host there is nothing to charge' });
    return decision(candidate, { violations, alerts, asking, fits: 0, packed: undefined });
  }
  const room = placeUpTo(candidate, candidate.max, false);
  const within = placeUpTo(candidate, candidate.max, true);
  const suffices = within.count >= candidate.min;
  const packed = suffices ? within : placeUpTo(candidate, Math.min(candidate.min, room.count), false);
  const counts = suffices ? judgeSoft(candidate, packed, wording) : judgeCounts(candidate, packed, wording);
  return decision(candidate, {
    violations: [...violations, ...judgeRoom(candidate, room), ...counts.violations],
    alerts: [...alerts, ...counts.alerts],
    asking,
    fits: bounds.violations.length + groupJudged.violations.length > 0 ? 0 : within.count,
    packed,
  });
}

/** Within every enforced limit only the soft ones are left to alert. */
const judgeSoft = (candidate: Candidate, packed: Packed, wording: 'launch' | 'associate') => ({
  violations: [],
  alerts: judgeCounts(candidate, packed, wording).alerts,
});

interface Outcome {
  readonly violations: readonly Violation[];
  readonly alerts: readonly Violation[];
  readonly asking: Asking;
  readonly fits: number;
  /** Undefined where the count was not judged. */
  readonly packed: Packed | undefined;
}

function decision(candidate: Candidate, outcome: Outcome): Decision<LaunchPlan> {
  const { violations, alerts, asking, fits, packed } = outcome;
  return {
    verdict: verdictOf(violations, alerts, asking),
    violations,
    alerts,
    notChecked: asking.open,
    fits,
    plan: planOf(candidate, packed, violations.length > 0),
  };
}

/** Whatever blocks is certain; what could not be read makes the rest unknown, never allowed. */
export function verdictOf(violations: readonly Violation[], alerts: readonly Violation[], asking: Asking): Verdict {
  if (violations.length > 0) return 'blocked';
  if (asking.isOpen) return 'unknown';
  return alerts.length > 0 ? 'warn' : 'allowed';
}

function planOf(candidate: Candidate, packed: Packed | undefined, blocked: boolean): LaunchPlan {
  const { imageId, type, tenancy, room, applying } = candidate;
  const group = room.kind === 'hosts' ? room.group : undefined;
  const demands = applying.map((each) => demandOf(each, candidate, false));
  const zone = zoneOf(candidate, packed);
  return {
    count: packed?.count ?? 0,
    imageId,
    instanceType: type.instanceType,
    tenancy,
    ...(zone === undefined ? {} : { zone }),
    affinity: candidate.affinity,
    cpu: candidate.cpu,
    ...(group === undefined ? {} : { hostResourceGroupArn: group.arn }),
    ...(packed === undefined || packed.opened.length === 0 ? {} : { newHosts: packed.opened.map(newHost(group)) }),
    placements: packed?.placements ?? [],
    associate: applying.map((each) => each.configuration.arn),
    machineCharges: demands
      .filter((demand) => demand.unitsEach > 0)
      .map(({ arn, unitsEach }) => ({ configurationArn: arn, unitsEach })),
    hostCharges: packed?.hostCharges ?? [],
    hostCharged: applying
      .filter((each) => chargesHost(each.configuration.counting, tenancy, candidate.charging))
      .map((each) => each.configuration.arn),
    configurations: impacts(candidate, packed),
    hosts: packed === undefined || room.kind === 'open' ? [] : hostImpacts(candidate, packed, blocked),
  };
}

/** A host to allocate, as far as it is not the same for every host of its family. */
const newHost =
  (group: HostGroupFact | undefined) =>
  ({ hostId, ownerId, family, instanceType, zone }: HostFact): NewHost => ({
    hostId,
    ownerId,
    family,
    ...(instanceType === undefined ? {} : { instanceType }),
    zone,
    recovery: group?.autoRecover ?? false,
  });

/** The zone of the hosts that were chosen, else the one asked for. */
function zoneOf({ room, zone }: Candidate, packed: Packed | undefined): string | undefined {
  if (room.kind === 'placed') return room.host.zone;
  const first = packed?.placements[0]?.hostId;
  const among = room.kind === 'hosts' ? [...room.hosts, ...(packed?.opened ?? [])] : [];
  return among.find((host) => host.hostId === first)?.zone ?? zone;
}

/** The hosts a launch uses and those charged already; when it is refused, every host it could have used. */
function hostImpacts(candidate: Candidate, packed: Packed, blocked: boolean): readonly HostImpact[] {
  const { room, type } = candidate;
  const there: readonly HostFact[] = room.kind === 'hosts' ? room.hosts : room.kind === 'placed' ? [room.host] : [];
  const hosts = [...there, ...packed.opened];
  const names = new Map(candidate.applying.map((each) => [each.configuration.arn, each.configuration.name]));
  const placed = new Map(packed.placements.map(({ hostId, count }) => [hostId, count]));
  const opened = new Set(packed.opened);
  const charges = new Map<string, (typeof packed.hostCharges)[number][]>();
  for (const charge of packed.hostCharges) charges.set(charge.hostId, [...(charges.get(charge.hostId) ?? []), charge]);
  return hosts.flatMap((host): HostImpact[] => {
    const takes = placed.get(host.hostId) ?? 0;
    if (takes === 0 && !blocked && host.chargedTo.length === 0) return [];
    return [
      {
        hostId: host.hostId,
        ...(opened.has(host) ? { opened: true } : {}),
        family: host.family,
        zone: host.zone,
        takes,
        cores: host.cores,
        usedCoresBefore: host.usedCores,
        usedCoresAfter: host.usedCores + takes * type.cores,
        chargedTo: host.chargedTo.flatMap((arn) => names.get(arn) ?? []),
        newCharges: charges.get(host.hostId) ?? [],
      },
    ];
  });
}

const NO_PLAN: LaunchPlan = {
  count: 0,
  imageId: '',
  instanceType: '',
  tenancy: 'default',
  affinity: 'default',
  placements: [],
  associate: [],
  machineCharges: [],
  hostCharges: [],
  hostCharged: [],
  configurations: [],
  hosts: [],
};

/** Refused by a guard, before anything was judged. */
export const nothing = (violations: readonly Violation[], asking: Asking): Decision<LaunchPlan> => ({
  verdict: 'blocked',
  violations,
  alerts: [],
  notChecked: asking.open,
  fits: 0,
  plan: NO_PLAN,
});

/** Something that decides could not be read. */
export const undecided = (asking: Asking): Decision<LaunchPlan> => ({
  verdict: 'unknown',
  violations: [],
  alerts: [],
  notChecked: asking.open,
  fits: 0,
  plan: NO_PLAN,
});
