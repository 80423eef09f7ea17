import type { Result } from '../../contract/result.ts';
import { fewOf } from '../../validation/words.ts';
import { idsOf, label } from '../instance/changed.ts';
import { done, FORMAT } from '../shared/done.ts';
import { findInstances } from '../shared/several.ts';
import type { CommandContext } from '../types.ts';
import type { RecordArgs } from './manifest.ts';

/** One report for each instance. @throws Fault ssm-node-not-found for one that is gone; UsageError for --agent on AWS */
export async function run({ instances: given, application, agent }: RecordArgs, ctx: CommandContext): Promise<Result> {
  const sandbox = agent === undefined ? undefined : await ctx.sandbox();
  const instances = await findInstances(ctx, given);
  const CaptureTime = `${new Date(ctx.now()).toISOString().slice(0, 19)}Z`;
  const Content = (application ?? []).map((Name) => ({ Name }));
  const Items = [{ TypeName: 'AWS:Application', SchemaVersion: '1.1', CaptureTime, Content }];
  for (const InstanceId of idsOf(instances)) {
    await ctx.call('ssm:PutInventory', { InstanceId, Items });
    if (!ctx.dryRun) sandbox?.agent(InstanceId, agent === 'reachable');
  }
  const ids = idsOf(instances);
  return {
    value: { ...FORMAT, instances: ids },
    view: { kind: 'text', text: '' },
    names: ids,
    notes: [done(ctx, 'recorded', 'record', `inventory of ${fewOf(instances.map(label))}`)],
  };
}
