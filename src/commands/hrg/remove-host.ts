import type { Result } from '../../contract/result.ts';
import { hostArn } from '../../validation/arns.ts';
import { counted } from '../../validation/words.ts';
import { takeAlerts } from '../shared/alerts.ts';
import { done } from '../shared/done.ts';
import { findGroup } from '../shared/find-group.ts';
import type { CommandContext } from '../types.ts';
import type { RemoveHostArgs } from './manifest.ts';
import { exitFor, failures, goneThrough, hostArns, outcomeView } from './outcomes.ts';

/** Takes hosts out of a group (UngroupResources); what runs on them runs on. */
export async function run({ group, hosts }: RemoveHostArgs, ctx: CommandContext): Promise<Result> {
  const { GroupName, GroupArn } = await findGroup(ctx, group);
  const { scope } = await ctx.backend();
  const ResourceArns = await hostArns(ctx, hosts, (id) => hostArn(scope, id));
  const answer = await ctx.call('resource-groups:UngroupResources', { Group: GroupArn, ResourceArns });
  const { Succeeded = [], Failed = [], Pending = [] } = answer;
  const { alerts, notes } = await takeAlerts(ctx);
  const through = goneThrough(answer);
  return {
    value: { ...answer, Succeeded, Failed, Pending, alerts },
    view: outcomeView(answer, 'out of the group'),
    names: through,
    notes: [
      ...notes,
      ...failures(answer),
      ...(through.length === 0
        ? []
        : [
            done(
              ctx,
              'took',
              'take',
              `${counted(through.length, 'host')} out of ${GroupName}; what runs there runs on`,
            ),
          ]),
    ],
    ...exitFor(answer),
  };
}
