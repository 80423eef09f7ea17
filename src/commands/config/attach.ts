import type { Result } from '../../contract/result.ts';
import { takeAlerts } from '../shared/alerts.ts';
import type { CommandContext } from '../types.ts';
import { doneWord } from './change.ts';
import type { AttachArgs } from './declare-use.ts';
import { findWhole } from './read.ts';
import { resourceResult, sorted } from './resource-result.ts';
import { findResource } from './resources.ts';

/**
 * Puts a configuration on resources (UpdateLicenseSpecificationsForResource, one call for each), all or none.
 * What is there already stays as it is.
 */
export async function run({ config, resources, allAccounts }: AttachArgs, ctx: CommandContext): Promise<Result> {
  const { arn, name } = await findWhole(ctx, config);
  const found = [];
  for (const given of resources) found.push(await findResource(ctx, given));
  const { present, absent } = await sorted(ctx.call, found, arn);
  const added = { LicenseConfigurationArn: arn, ...(allAccounts ? { AmiAssociationScope: 'cross-account' } : {}) };
  await ctx.atomically(async (call) => {
    for (const { arn: ResourceArn } of absent) {
      const AddLicenseSpecifications = [added];
      await call('license-manager:UpdateLicenseSpecificationsForResource', { ResourceArn, AddLicenseSpecifications });
    }
  });
  return resourceResult({
    arn,
    name,
    changed: absent,
    unchanged: present,
    raised: await takeAlerts(ctx),
    words: { done: doneWord(ctx, 'attached'), to: 'to', already: 'attached already' },
  });
}
