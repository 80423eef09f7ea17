import type { Result } from '../../contract/result.ts';
import { parseGroupArn } from '../../validation/arns.ts';
import { check } from '../../validation/catalogue/index.ts';
import { guardIn } from '../../validation/refuse.ts';
import { done } from '../shared/done.ts';
import { findGroup } from '../shared/find-group.ts';
import { allMembers } from '../shared/lists.ts';
import type { CommandContext } from '../types.ts';
import { hostIdOf } from './group.ts';
import type { DeleteArgs } from './manifest.ts';

/**
 * Deletes a group once it is agreed (DeleteGroup).
 * @throws Fault hrg-owner-only for a group of another account, hrg-delete-empty while it holds hosts, before anything is asked
 */
export async function run({ group }: DeleteArgs, ctx: CommandContext): Promise<Result> {
  const { GroupName, GroupArn } = await findGroup(ctx, group);
  const { account: accountId } = (await ctx.backend()).scope;
  const ownerId = parseGroupArn(GroupArn)?.account ?? accountId;
  const hosts = (await allMembers(ctx, GroupArn)).map(hostIdOf);
  guardIn(
    'resource-groups:DeleteGroup',
    check('hrg-owner-only', { group: GroupName, ownerId, accountId }),
    check('hrg-delete-empty', { group: GroupName, present: hosts.length, hosts: hosts.slice(0, SHOWN) }),
  );
  const lines = [
    `${GroupName} will be deleted for good, with its settings and tags. It holds no host.`,
    'Stopped machines that were placed through it cannot start before they are moved: lm instance move.',
  ];
  await ctx.confirm({ lines, danger: 'confirm', name: GroupName });
  const answer = await ctx.call('resource-groups:DeleteGroup', { Group: GroupArn });
  return {
    value: answer,
    view: { kind: 'text', text: '' },
    names: [GroupName],
    notes: [done(ctx, 'deleted', 'delete', `the host resource group ${GroupName}`)],
  };
}

const SHOWN = 10;
