import { Fault } from '../../contract/fault.ts';
import { isDenied, missingPermission } from '../../validation/denied.ts';
import { parseShareable } from '../../validation/share-arns.ts';
import type { CommandContext } from '../types.ts';
import { principalWords, sharedWith, statusWords } from './sharing.ts';

type Field = readonly [label: string, value: unknown];

/**
 * With whom a license configuration or a host resource group is shared, or who shares it, as lines of a record; none where
 * nobody does. What may not be read is said to be unknown.
 */
export async function sharingFields(ctx: CommandContext, arn: string): Promise<readonly Field[]> {
  const owner = parseShareable(arn)?.owner.account;
  if (owner === undefined) return [];
  const { scope } = await ctx.backend();
  if (owner !== scope.account) return [['shared', `by account ${owner} with account ${scope.account}`]];
  try {
    const all = await sharedWith(ctx.call, arn);
    const lines = all.map((one) =>
      one.status === 'shared' ? principalWords(one.principal) : `${principalWords(one.principal)}, ${statusWords(one)}`,
    );
    return lines.map((line, at) => [at === 0 ? 'shared with' : '', line]);
  } catch (error) {
    if (!(error instanceof Fault) || !isDenied(error)) throw error;
    const permission = missingPermission(error, 'ram:GetResourceShareAssociations');
    return [['shared with', `could not be read (allow ${permission})`]];
  }
}
