import type { Result } from '../../contract/result.ts';
import { fewOf } from '../../validation/words.ts';
import { done } from '../shared/done.ts';
import { findInstances } from '../shared/several.ts';
import type { CommandContext } from '../types.ts';
import { idsOf, label } from './changed.ts';
import type { RebootArgs } from './manifest.ts';
import { describedInstances, instanceList } from './rows.ts';

export async function run({ instances: given }: RebootArgs, ctx: CommandContext): Promise<Result> {
  const instances = await findInstances(ctx, given);
  const InstanceIds = idsOf(instances);
  await ctx.call('ec2:RebootInstances', { InstanceIds });
  const now = await describedInstances(ctx, InstanceIds);
  return {
    value: { Instances: now },
    view: await instanceList(ctx, now),
    names: InstanceIds,
    notes: [done(ctx, 'rebooted', 'reboot', `${fewOf(instances.map(label))}; licences stay as they are`)],
  };
}
