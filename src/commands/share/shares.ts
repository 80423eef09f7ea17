import type { ResourceShare } from '@aws-sdk/client-ram';
import { allConfigurations, everyPage } from '../shared/lists.ts';
import type { CommandContext } from '../types.ts';

/** Shares of the account itself, deleted ones left out; or those of others that reach it. */
export async function sharesOf(
  { call }: Pick<CommandContext, 'call'>,
  resourceOwner: 'SELF' | 'OTHER-ACCOUNTS',
): Promise<readonly ResourceShare[]> {
  const all = await everyPage(async (nextToken) => {
    const page = await call('ram:GetResourceShares', { resourceOwner, nextToken });
    return { rows: page.resourceShares ?? [], next: page.nextToken };
  });
  return all.filter(({ status }) => status === 'ACTIVE' || status === 'PENDING');
}

export const ownShares = (ctx: Pick<CommandContext, 'call'>): Promise<readonly ResourceShare[]> =>
  sharesOf(ctx, 'SELF');

/** The names of all configurations that the account sees, by their ARNs. */
export async function configurationNames(
  ctx: Pick<CommandContext, 'call'>,
): Promise<ReadonlyMap<string, string | undefined>> {
  const all = await allConfigurations(ctx);
  return new Map(all.map(({ LicenseConfigurationArn = '', Name }) => [LicenseConfigurationArn, Name]));
}
