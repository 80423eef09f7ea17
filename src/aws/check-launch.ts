import type { Input } from '../contract/operations.ts';
import type { LaunchCheck } from '../contract/ports.ts';
import { explainLaunch } from '../validation/licensing/fixes.ts';
import { type Asking, decideOver } from './asking.ts';

/** Would this launch be blocked? Decided by the same functions as in a sandbox, over what AWS says of the account. */
export async function checkLaunch(asking: Asking, input: Input<'ec2:RunInstances'>): Promise<LaunchCheck> {
  const checked = await decideOver(asking, (world) => explainLaunch(input, world));
  return { at: asking.now, ...checked };
}
