import type { CommandContext } from '../types.ts';
import type { Sharing } from './sharing.ts';

/**
 * How a license configuration or a host resource group is shared, as members that stand beside AWS's. What is shared with nobody
 * costs no call where the backend knows that.
 */
export async function sharingOf(ctx: CommandContext, arn: string): Promise<Sharing> {
  const backend = await ctx.backend();
  if (await backend.unshared?.(arn)) return { sharedWith: [] };
  const { sharingData } = await import('./sharing-data.ts');
  return sharingData(ctx, arn);
}
