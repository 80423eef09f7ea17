import type { Result } from '../../contract/result.ts';
import { takeAlerts } from '../shared/alerts.ts';
import { shareStep } from '../shared/share-organization.ts';
import { scopeOf, widen } from '../shared/widen.ts';
import type { CommandContext } from '../types.ts';
import { doneWord } from './change.ts';
import type { AttachArgs } from './declare-use.ts';
import { findWhole } from './read.ts';
import { narrow, resourceResult, sorted } from './resource-result.ts';
import { findResource } from './resources.ts';

/**
 * Puts a configuration on resources (UpdateLicenseSpecificationsForResource, one call for each), all or none.
 * What is there already stays as it is, but for AMIs that are to count for all accounts.
 * @throws Fault org-needed, share-enable-management and the like where it is to be shared and cannot be
 */
export async function run(args: AttachArgs, ctx: CommandContext): Promise<Result> {
  const { config, resources, allAccounts, shareOrganization } = args;
  const { arn, name } = await findWhole(ctx, config);
  const found = [];
  for (const given of resources) found.push(await findResource(ctx, given));
  const { present, absent } = await sorted(ctx.call, found, arn);
  const widened = allAccounts ? await narrow(ctx, present, arn) : [];
  const shares = await shareStep(ctx, shareOrganization);
  const notes = await ctx.atomically(async (call) => {
    const shared = await shares(call, [{ arn, name }]);
    for (const { arn: ResourceArn } of absent) {
      const AddLicenseSpecifications = [{ LicenseConfigurationArn: arn, ...scopeOf(allAccounts) }];
      await call('license-manager:UpdateLicenseSpecificationsForResource', { ResourceArn, AddLicenseSpecifications });
    }
    for (const { arn: ResourceArn } of widened) await widen(call, ResourceArn, [arn]);
    return shared;
  });
  return resourceResult({
    arn,
    name,
    changed: absent,
    widened,
    unchanged: present.filter((one) => !widened.includes(one)),
    raised: await takeAlerts(ctx),
    notes,
    words: {
      done: doneWord(ctx, 'attached'),
      to: 'to',
      already: 'attached already',
      wider: doneWord(ctx, 'widened to all accounts'),
    },
  });
}
