import type { Result } from '../../contract/result.ts';
import { UsageError } from '../../contract/usage.ts';
import { imageArn } from '../../validation/arns.ts';
import { allOf } from '../../validation/words.ts';
import { findImages } from '../shared/several.ts';
import type { CommandContext } from '../types.ts';
import { associated, findConfigurations } from './associate.ts';
import type { DetachArgs } from './declare-use.ts';
import { licensed } from './rows.ts';

/** @throws UsageError unless either --config or --all says from what */
export async function run({ images: given, config, all }: DetachArgs, ctx: CommandContext): Promise<Result> {
  if ((config === undefined) === (all !== true)) {
    throw new UsageError('say from what to detach: either --config NAME or --all');
  }
  const configurations = await findConfigurations(ctx, config ?? []);
  const images = await licensed(ctx, await findImages(ctx, given));
  const { scope } = await ctx.backend();
  const leaving = new Set(configurations.map((one) => one.LicenseConfigurationArn));
  let changed = 0;
  await ctx.atomically(async (call) => {
    for (const image of images) {
      const present = image.LicenseSpecifications.filter((one) => all || leaving.has(one.LicenseConfigurationArn));
      if (present.length === 0) continue;
      changed += present.length;
      await call('license-manager:UpdateLicenseSpecificationsForResource', {
        ResourceArn: imageArn(scope.region, image.ImageId ?? ''),
        RemoveLicenseSpecifications: present.map(({ LicenseConfigurationArn }) => ({ LicenseConfigurationArn })),
      });
    }
  });
  const names = all ? 'every license configuration' : allOf(configurations.map((one) => one.Name ?? ''));
  const to =
    changed === 0
      ? `${images.length === 1 ? 'is' : 'are'} under none of ${names}`
      : `from ${names}: machines that run stay counted`;
  return associated(ctx, images, { past: 'detached', infinitive: 'detach', to, changed });
}
