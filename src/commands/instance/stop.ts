import type { Result } from '../../contract/result.ts';
import { findInstances } from '../shared/several.ts';
import type { CommandContext } from '../types.ts';
import { idsOf, stateChanges } from './changed.ts';
import type { StopArgs } from './manifest.ts';

/** Stops all or none; nothing is lost by it, so nobody is asked. */
export async function run({ instances: given }: StopArgs, ctx: CommandContext): Promise<Result> {
  const instances = await findInstances(ctx, given);
  const answer = await ctx.call('ec2:StopInstances', { InstanceIds: idsOf(instances) });
  const words = { past: 'stopped', infinitive: 'stop', already: 'stopped' };
  return stateChanges(ctx, instances, answer, answer.StoppingInstances ?? [], words);
}
