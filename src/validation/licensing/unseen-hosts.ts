import type { Decision, NotChecked } from '../../contract/decision.ts';
import type { LaunchPlan } from '../../contract/launch.ts';
import type { HostGroupFact } from '../../contract/world.ts';
import { counted } from '../words.ts';
import { Asking } from './ask.ts';
import type { Candidate } from './candidate.ts';
import { judge } from './judge.ts';

/**
 * A group of another account can have hosts that this one does not see: one of them may have room, and be charged already.
 * The decision was made as if all were full; here it is made again as if they took everything for nothing. What then still
 * blocks is certain, what blocks only if they are full is not known.
 */
export function besideUnseen(candidate: Candidate, decision: Decision<LaunchPlan>): Decision<LaunchPlan> {
  const { room } = candidate;
  const group = room.kind === 'hosts' ? room.group : undefined;
  if (group?.unseen === undefined) return decision;
  if (decision.verdict !== 'blocked') return { ...decision, notChecked: [...decision.notChecked, untold(group)] };
  const best = judge({ ...candidate, room: { kind: 'open' } }, new Asking());
  if (best.verdict === 'blocked') return { ...decision, violations: best.violations };
  const reasons = [...new Set(decision.violations.map(({ id }) => id))];
  return {
    ...decision,
    verdict: 'unknown',
    violations: [],
    notChecked: [...decision.notChecked, untold(group, reasons)],
  };
}

function untold({ name, ownerId, unseen = 0 }: HostGroupFact, reasons: readonly string[] = []): NotChecked {
  const full = reasons.length === 0 ? '' : `; if none has any, it would be refused (${reasons.join(', ')})`;
  return {
    what: `the room on ${counted(unseen, 'host')} of the group ${name}`,
    why: `is told to account ${ownerId} only${full}`,
  };
}
