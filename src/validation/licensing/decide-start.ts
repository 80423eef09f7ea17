import type { Decision } from '../../contract/decision.ts';
import type { LaunchPlan } from '../../contract/launch.ts';
import type { InstanceFact, World } from '../../contract/world.ts';
import { Asking } from './ask.ts';
import { carried } from './carried.ts';
import { judge, nothing, undecided } from './judge.ts';
import { livePlacement } from './live-placement.ts';
import { groupToStart, machineCandidate, roomToStart } from './machine.ts';
import { isRoom } from './room.ts';
import { besideUnseen } from './unseen-hosts.ts';

/**
 * May this stopped machine start? The same checks as a launch, with its present size, tenancy and configurations
 * (launch-start-checks, tenancy-license-rules-on-start, count-type-change).
 */
export function decideStart(instance: InstanceFact, world: World): Decision<LaunchPlan> {
  const asking = new Asking();
  const configurations = carried(instance.configurations, world, asking);
  const room = roomToStart(instance, configurations, world, asking);
  if (!isRoom(room)) return nothing(room, asking);
  const groupJudged = groupToStart(instance, room, configurations, world, asking);
  const candidate = machineCandidate(instance, configurations, room, world, asking, groupJudged);
  if (candidate === undefined || asking.isOpen) return undecided(asking);
  const decision = judge(candidate, asking);
  const placed = world.placement === 'not-published' ? livePlacement(candidate, decision) : decision;
  return besideUnseen(candidate, placed);
}
