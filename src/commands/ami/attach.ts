import type { LicenseConfiguration } from '@aws-sdk/client-license-manager';
import type { Result } from '../../contract/result.ts';
import { imageArn } from '../../validation/arns.ts';
import { allOf } from '../../validation/words.ts';
import { findImages } from '../shared/several.ts';
import type { CommandContext } from '../types.ts';
import { associated, findConfigurations } from './associate.ts';
import type { AttachArgs } from './declare-use.ts';
import { type LicensedImage, licensed } from './rows.ts';

/** Associates every image with every configuration, all or none; what is attached already stays as it is. */
export async function run({ images: given, config, allAccounts }: AttachArgs, ctx: CommandContext): Promise<Result> {
  const configurations = await findConfigurations(ctx, config);
  const images = await licensed(ctx, await findImages(ctx, given));
  const { scope } = await ctx.backend();
  const wider = allAccounts ? { AmiAssociationScope: 'cross-account' } : {};
  let changed = 0;
  await ctx.atomically(async (call) => {
    for (const image of images) {
      const present = new Set(image.LicenseSpecifications.map((one) => one.LicenseConfigurationArn));
      const missing = configurations.filter((one) => !present.has(one.LicenseConfigurationArn));
      if (missing.length === 0) continue;
      changed += missing.length;
      await call('license-manager:UpdateLicenseSpecificationsForResource', {
        ResourceArn: imageArn(scope.region, image.ImageId ?? ''),
        AddLicenseSpecifications: missing.map(({ LicenseConfigurationArn }) => ({ LicenseConfigurationArn, ...wider })),
      });
    }
  });
  if (allAccounts) for (const hint of narrower(images, configurations)) ctx.note('hint', hint);
  const names = allOf(configurations.map((one) => one.Name ?? ''));
  const already = `${images.length === 1 ? 'is' : 'are'} under ${names} already`;
  const to = changed === 0 ? already : `to ${names}: launches from now on are counted`;
  return associated(ctx, images, { past: 'attached', infinitive: 'attach', to, changed });
}

/** An association keeps the scope it was made with; who asks for a wider one hears so. */
function narrower(
  images: readonly LicensedImage[],
  configurations: readonly LicenseConfiguration[],
): readonly string[] {
  return images.flatMap(({ Name, LicenseSpecifications }) =>
    configurations.flatMap(({ LicenseConfigurationArn, Name: config }) => {
      const present = LicenseSpecifications.find((one) => one.LicenseConfigurationArn === LicenseConfigurationArn);
      return present === undefined || present.AmiAssociationScope === 'cross-account'
        ? []
        : [
            `${Name} counts for this account only: to widen it, lm ami detach ${Name} --config ${config} and attach it again`,
          ];
    }),
  );
}
