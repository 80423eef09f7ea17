import type { GroupIdentifier } from '@aws-sdk/client-resource-groups';
import { parseGroupArn } from '../../validation/arns.ts';
import type { CommandContext } from '../types.ts';
import { one } from './find.ts';
import { allGroups } from './lists.ts';

/** A host resource group that was named. */
export interface FoundGroup extends GroupIdentifier {
  readonly GroupName: string;
  readonly GroupArn: string;
}

/**
 * One of the account's own host resource groups by name, ARN or beginning; a group that is shared with it by its ARN.
 * @throws Fault name-not-found with the nearest names, or name-ambiguous (exit 5)
 */
export async function findGroup(ctx: CommandContext, given: string): Promise<FoundGroup> {
  const parsed = parseGroupArn(given);
  const { scope } = await ctx.backend();
  if (parsed !== undefined && parsed.account !== scope.account) return { GroupName: parsed.name, GroupArn: given };
  const all = (await allGroups(ctx)).map(({ GroupName = '', GroupArn = '', ...rest }) => {
    const value: FoundGroup = { ...rest, GroupName, GroupArn };
    return { id: GroupName, name: GroupName, arn: GroupArn, value };
  });
  return one(ctx, given, all, { kind: 'host resource group', list: 'lm hrg list' });
}
