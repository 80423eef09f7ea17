import type { Result } from '../../contract/result.ts';
import { takeAlerts } from '../shared/alerts.ts';
import type { CommandContext } from '../types.ts';
import { doneWord } from './change.ts';
import type { DetachArgs } from './declare-use.ts';
import { findWhole } from './read.ts';
import { resourceResult, sorted } from './resource-result.ts';
import { findResource } from './resources.ts';

/** Takes a configuration off resources, all or none; its licences come back at once unless an affinity holds them. */
export async function run({ config, resources }: DetachArgs, ctx: CommandContext): Promise<Result> {
  const { arn, name } = await findWhole(ctx, config);
  const found = [];
  for (const given of resources) found.push(await findResource(ctx, given));
  const { present, absent } = await sorted(ctx.call, found, arn);
  await ctx.atomically(async (call) => {
    for (const { arn: ResourceArn } of present) {
      const RemoveLicenseSpecifications = [{ LicenseConfigurationArn: arn }];
      await call('license-manager:UpdateLicenseSpecificationsForResource', {
        ResourceArn,
        RemoveLicenseSpecifications,
      });
    }
  });
  return resourceResult({
    arn,
    name,
    changed: present,
    unchanged: absent,
    raised: await takeAlerts(ctx),
    words: { done: doneWord(ctx, 'detached'), to: 'from', already: 'not attached' },
  });
}
