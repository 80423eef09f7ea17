import type { Decision, NotChecked } from '../../contract/decision.ts';
import type { LaunchPlan } from '../../contract/launch.ts';
import type { HostGroupFact } from '../../contract/world.ts';
import { hostFamily } from '../host-families.ts';
import { allOf, counted } from '../words.ts';
import { Asking } from './ask.ts';
import type { Applying, Candidate } from './candidate.ts';
import { chargesHost, hostUnits } from './counting.ts';
import { judge } from './judge.ts';

/**
 * A group of another account can have hosts that this one does not see: they may have room, and be charged already, or not.
 * The decision was made as if all were full. Where it lets through, it is certain if the licences suffice for the dearest
 * choice as well; where it blocks, if it still does when these hosts take everything for nothing.
 */
export function besideUnseen(candidate: Candidate, decision: Decision<LaunchPlan>): Decision<LaunchPlan> {
  const { room } = candidate;
  const group = room.kind === 'hosts' ? room.group : undefined;
  if (group?.unseen === undefined) return decision;
  if (decision.verdict !== 'blocked') return passing(candidate, decision, group);
  const best = judge({ ...candidate, room: { kind: 'open' } }, new Asking());
  if (best.verdict === 'blocked') return { ...decision, violations: best.violations };
  const reasons = [...new Set(decision.violations.map(({ id }) => id))];
  return undecided(decision, group, `if none has any, it would be refused (${reasons.join(', ')})`);
}

function passing(candidate: Candidate, decision: Decision<LaunchPlan>, group: HostGroupFact): Decision<LaunchPlan> {
  const short = candidate.applying.filter((one) => dearest(one, candidate, decision, group) > headroomOf(one));
  if (short.length === 0) return { ...decision, notChecked: [...decision.notChecked, untold(group)] };
  const names = allOf(short.map(({ configuration }) => configuration.name));
  return undecided(decision, group, `if hosts that are not charged yet are chosen, ${names} may not suffice`);
}

/** The decision without what it says of hosts that may as well be otherwise. */
function undecided(decision: Decision<LaunchPlan>, group: HostGroupFact, and: string): Decision<LaunchPlan> {
  const { what, why } = untold(group);
  const open = { what, why: `${why}; ${and}`, toldTo: group.ownerId };
  return { ...decision, verdict: 'unknown', violations: [], notChecked: [...decision.notChecked, open] };
}

const untold = ({ name, ownerId, unseen = [] }: HostGroupFact): NotChecked => ({
  what: `the room on ${counted(unseen.length, 'host')} of the group ${name}`,
  why: `is told to account ${ownerId} only`,
});

/** Licences that an enforced limit leaves; Infinity where none is enforced. */
const headroomOf = ({ configuration: { limit, consumed }, enforced }: Applying): number =>
  enforced && limit !== undefined ? limit - consumed : Number.POSITIVE_INFINITY;

/** Licences at the dearest: every machine on an unseen host of its own that is not charged yet, as far as there are such hosts. */
function dearest(
  { configuration: { arn, counting } }: Applying,
  { tenancy, charging, type, min }: Candidate,
  { plan }: Decision<LaunchPlan>,
  { unseen = [] }: HostGroupFact,
): number {
  const family = hostFamily(type.family);
  if (family === undefined || !chargesHost(counting, tenancy, charging)) return 0;
  const each = hostUnits(counting, { cores: family.physicalCores, sockets: family.sockets });
  const needed = plan.configurations.find((one) => one.licenseConfigurationArn === arn)?.needed ?? 0;
  const dear = unseen.filter(({ chargedTo }) => !chargedTo.includes(arn)).length;
  return Math.max(Math.min(dear, min) * each, Math.min(dear, min - 1) * each + needed);
}
