import type { GroupIdentifier } from '@aws-sdk/client-resource-groups';
import { Fault } from '../../contract/fault.ts';
import { parseGroupArn } from '../../validation/arns.ts';
import { isDenied } from '../../validation/denied.ts';
import type { CommandContext } from '../types.ts';
import { matching, one } from './find.ts';
import { allGroups, everyPage } from './lists.ts';

/** A host resource group that was named. */
export interface FoundGroup extends GroupIdentifier {
  readonly GroupName: string;
  readonly GroupArn: string;
}

/**
 * A host resource group by name, ARN or beginning: one of the account's own, else one that is shared with it.
 * @throws Fault name-not-found with the nearest names, or name-ambiguous (exit 5)
 */
export async function findGroup(ctx: CommandContext, given: string): Promise<FoundGroup> {
  const parsed = parseGroupArn(given);
  const { scope } = await ctx.backend();
  if (parsed !== undefined && parsed.account !== scope.account) return { GroupName: parsed.name, GroupArn: given };
  const own = (await allGroups(ctx)).map(({ GroupName = '', GroupArn = '', ...rest }) => {
    const value: FoundGroup = { ...rest, GroupName, GroupArn };
    return { id: GroupName, name: GroupName, arn: GroupArn, value };
  });
  const all = matching(given, own).length > 0 ? own : [...own, ...(await sharedGroups(ctx))];
  return one(ctx, given, all, { kind: 'host resource group', list: 'lm hrg list' });
}

/** The groups that other accounts share with this one; none where that may not be asked. */
async function sharedGroups({ call }: CommandContext) {
  const resourceType = 'resource-groups:Group';
  const shared = await everyPage(async (nextToken) => {
    const page = await call('ram:ListResources', { resourceOwner: 'OTHER-ACCOUNTS', resourceType, nextToken });
    return { rows: page.resources ?? [], next: page.nextToken };
  }).catch((error: unknown) => {
    if (error instanceof Fault && isDenied(error)) return [];
    throw error;
  });
  return shared.flatMap(({ arn: GroupArn = '' }) => {
    const GroupName = parseGroupArn(GroupArn)?.name;
    return GroupName === undefined
      ? []
      : [{ id: GroupName, name: GroupName, arn: GroupArn, value: { GroupName, GroupArn } }];
  });
}
