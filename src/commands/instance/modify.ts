import type { Result } from '../../contract/result.ts';
import { UsageError } from '../../contract/usage.ts';
import { counted, fewOf } from '../../validation/words.ts';
import { takeAlerts } from '../shared/alerts.ts';
import { done } from '../shared/done.ts';
import { findInstances } from '../shared/several.ts';
import type { CommandContext } from '../types.ts';
import { idsOf, label } from './changed.ts';
import type { ModifyArgs } from './manifest.ts';
import { describedInstances, instanceList } from './rows.ts';

/**
 * Changes the type first, then the CPU options, which must fit it; all machines or none.
 * @throws UsageError when nothing is to change
 */
export async function run(args: ModifyArgs, ctx: CommandContext): Promise<Result> {
  const { type, cores: CoreCount, threadsPerCore: ThreadsPerCore } = args;
  const hasCpu = CoreCount !== undefined || ThreadsPerCore !== undefined;
  if (type === undefined && !hasCpu) {
    throw new UsageError('nothing to change was given', 'give --type, --cores or --threads-per-core');
  }
  const instances = await findInstances(ctx, args.instances);
  const InstanceIds = idsOf(instances);
  await ctx.atomically(async (call) => {
    for (const InstanceId of InstanceIds) {
      if (type !== undefined) await call('ec2:ModifyInstanceAttribute', { InstanceId, InstanceType: { Value: type } });
      if (hasCpu) await call('ec2:ModifyInstanceCpuOptions', { InstanceId, CoreCount, ThreadsPerCore });
    }
  });
  const now = await describedInstances(ctx, InstanceIds);
  const { alerts, notes } = await takeAlerts(ctx);
  return {
    value: { Instances: now, alerts },
    view: await instanceList(ctx, now),
    names: InstanceIds,
    notes: [
      ...notes,
      done(ctx, 'changed', 'change', `${fewOf(instances.map(label))} to ${words(args)}`),
      {
        kind: 'hint',
        text: 'licences and hosts are judged when it starts: lm instance start NAME --dry-run asks first',
      },
    ],
  };
}

function words({ type, cores, threadsPerCore }: ModifyArgs): string {
  return [
    ...(type === undefined ? [] : [type]),
    ...(cores === undefined ? [] : [counted(cores, 'core')]),
    ...(threadsPerCore === undefined ? [] : [`${counted(threadsPerCore, 'thread')} a core`]),
  ].join(', ');
}
