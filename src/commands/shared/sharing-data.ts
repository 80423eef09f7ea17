import { Fault } from '../../contract/fault.ts';
import { isDenied, missingPermission } from '../../validation/denied.ts';
import { parseShareable } from '../../validation/share-arns.ts';
import type { CommandContext } from '../types.ts';
import { type Sharing, sharedWith } from './sharing.ts';

/**
 * With whom a license configuration or a host resource group is shared, or who shares it, as members that stand beside AWS's.
 * What may not be read is said to be so.
 */
export async function sharingData(ctx: CommandContext, arn: string): Promise<Sharing> {
  const { scope } = await ctx.backend();
  const owner = parseShareable(arn)?.owner.account ?? scope.account;
  if (owner !== scope.account) return { sharedBy: owner };
  try {
    return { sharedWith: await sharedWith(ctx.call, arn) };
  } catch (error) {
    if (!(error instanceof Fault) || !isDenied(error)) throw error;
    const permission = missingPermission(error, 'ram:GetResourceShareAssociations');
    return { notRead: [{ what: 'sharedWith', permission }] };
  }
}
