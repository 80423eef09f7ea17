import type { Note, Result } from '../../contract/result.ts';
import { hostArn } from '../../validation/arns.ts';
import { counted, fewOf } from '../../validation/words.ts';
import { takeAlerts } from '../shared/alerts.ts';
import { done } from '../shared/done.ts';
import { findGroup } from '../shared/find-group.ts';
import { allMembers } from '../shared/lists.ts';
import { ending } from '../shared/wait.ts';
import type { CommandContext } from '../types.ts';
import { hostIdOf } from './group.ts';
import { joined } from './joined.ts';
import type { AddHostArgs } from './manifest.ts';
import { exitFor, failures, goneThrough, hostArns, outcomeView } from './outcomes.ts';

/** Puts hosts into a group (GroupResources); a host that does not fit makes the exit code, the others join. */
export async function run({ group, hosts }: AddHostArgs, ctx: CommandContext): Promise<Result> {
  const { GroupName, GroupArn } = await findGroup(ctx, group);
  const { scope } = await ctx.backend();
  const ResourceArns = await hostArns(ctx, hosts, (id) => hostArn(scope, id));
  const before = new Set((await allMembers(ctx, GroupArn)).map(hostIdOf));
  const first = await ctx.call('resource-groups:GroupResources', { Group: GroupArn, ResourceArns });
  const { how, answer } = await joined(ctx, GroupArn, first);
  const { Succeeded = [], Failed = [], Pending = [] } = answer;
  const { alerts, notes } = await takeAlerts(ctx);
  const through = goneThrough(answer);
  const same = through.filter((id) => before.has(id));
  const added = through.filter((id) => !before.has(id));
  const joins = Pending.length > 0 ? ', member in one to two minutes' : '';
  const end = ending(ctx, Pending.length > 0 ? how : 'ended', 'they join', `lm hrg show ${GroupName}`);
  return {
    value: { ...answer, Succeeded, Failed, Pending, alerts },
    view: outcomeView(answer, 'member'),
    names: through,
    notes: [
      ...notes,
      ...failures(answer),
      ...(added.length === 0
        ? []
        : [done(ctx, 'added', 'add', `${counted(added.length, 'host')} to ${GroupName}${joins}`)]),
      ...(same.length === 0 ? [] : [unchanged(`${fewOf(same)} in ${GroupName} already`)]),
      ...end.notes,
    ],
    ...end.exit,
    ...exitFor(answer),
  };
}

const unchanged = (text: string): Note => ({ kind: 'done', text: `unchanged: ${text}` });
