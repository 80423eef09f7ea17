import type { LicenseConfiguration } from '@aws-sdk/client-license-manager';
import type { Call } from '../../contract/ports.ts';
import type { Result } from '../../contract/result.ts';
import { imageArn } from '../../validation/arns.ts';
import { allOf } from '../../validation/words.ts';
import { findImages } from '../shared/several.ts';
import { shareStep } from '../shared/share-organization.ts';
import { isNarrow, scopeOf, widen } from '../shared/widen.ts';
import type { CommandContext } from '../types.ts';
import { associated, findConfigurations } from './associate.ts';
import type { AttachArgs } from './declare-use.ts';
import { type LicensedImage, licensed } from './rows.ts';

/**
 * Associates every image with every configuration, all or none. What is attached already stays as it is, but for images of
 * the account's own that are to count for all accounts.
 * @throws Fault org-needed, share-enable-management and the like where they are to be shared and cannot be
 */
export async function run(args: AttachArgs, ctx: CommandContext): Promise<Result> {
  const { images: given, config, allAccounts, shareOrganization } = args;
  const configurations = await findConfigurations(ctx, config);
  const images = await licensed(ctx, await findImages(ctx, given));
  const { scope } = await ctx.backend();
  const shares = await shareStep(ctx, shareOrganization);
  const plans = images.map((image) => ({
    ResourceArn: imageArn(scope.region, image.ImageId ?? ''),
    missing: missingOf(image, configurations),
    wider: allAccounts && image.OwnerId === scope.account ? narrowOf(image, configurations) : [],
  }));
  const shared = await ctx.atomically(async (call) => {
    const notes = await shares(call, configurations.map(shareable));
    for (const { ResourceArn, missing, wider } of plans) {
      await add(call, ResourceArn, missing, allAccounts);
      await widen(call, ResourceArn, wider);
    }
    return notes;
  });
  const changed = plans.reduce((sum, { missing, wider }) => sum + missing.length + wider.length, 0);
  const names = allOf(configurations.map((one) => one.Name ?? ''));
  const already = `${images.length === 1 ? 'is' : 'are'} under ${names} already`;
  const whose = allAccounts ? 'launches by all accounts' : 'launches';
  const to = changed === 0 ? already : `to ${names}: ${whose} from now on are counted`;
  const result = await associated(ctx, images, { past: 'attached', infinitive: 'attach', to, changed });
  return { ...result, notes: [...(result.notes ?? []), ...shared] };
}

const arnOf = ({ LicenseConfigurationArn = '' }: LicenseConfiguration): string => LicenseConfigurationArn;
const shareable = (one: LicenseConfiguration) => ({ arn: arnOf(one), name: one.Name ?? '' });

const missingOf = ({ LicenseSpecifications }: LicensedImage, wanted: readonly LicenseConfiguration[]) =>
  wanted.map(arnOf).filter((arn) => !LicenseSpecifications.some((one) => one.LicenseConfigurationArn === arn));

const narrowOf = ({ LicenseSpecifications }: LicensedImage, wanted: readonly LicenseConfiguration[]) =>
  wanted
    .map(arnOf)
    .filter((arn) => LicenseSpecifications.some((one) => one.LicenseConfigurationArn === arn && isNarrow(one)));

async function add(call: Call, ResourceArn: string, arns: readonly string[], allAccounts: boolean | undefined) {
  if (arns.length === 0) return;
  const scope = scopeOf(allAccounts);
  const AddLicenseSpecifications = arns.map((LicenseConfigurationArn) => ({ LicenseConfigurationArn, ...scope }));
  await call('license-manager:UpdateLicenseSpecificationsForResource', { ResourceArn, AddLicenseSpecifications });
}
