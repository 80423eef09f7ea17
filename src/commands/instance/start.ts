import type { Result } from '../../contract/result.ts';
import { findInstances } from '../shared/several.ts';
import type { CommandContext } from '../types.ts';
import { idsOf, stateChanges } from './changed.ts';
import type { StartArgs } from './manifest.ts';

/** Starts all or none. @throws Fault with every reason why a machine may not run */
export async function run({ instances: given }: StartArgs, ctx: CommandContext): Promise<Result> {
  const instances = await findInstances(ctx, given);
  const answer = await ctx.call('ec2:StartInstances', { InstanceIds: idsOf(instances) });
  const words = { past: 'started', infinitive: 'start', already: 'running' };
  return stateChanges(ctx, instances, answer, answer.StartingInstances ?? [], words);
}
