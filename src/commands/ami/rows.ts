import type { Image } from '@aws-sdk/client-ec2';
import type { LicenseSpecification } from '@aws-sdk/client-license-manager';
import type { Column, Result, Row } from '../../contract/result.ts';
import { imageArn } from '../../validation/arns.ts';
import { type Configurations, configurationName, configurationsByArn } from '../shared/licences.ts';
import { everyPage } from '../shared/lists.ts';
import type { CommandContext } from '../types.ts';
import { billingWords, licencesFrom } from './billing.ts';

/** An AMI with the license configurations that it falls under. */
export interface LicensedImage extends Image {
  readonly LicenseSpecifications: readonly LicenseSpecification[];
}

export const IMAGE_COLUMNS: readonly Column[] = [
  { key: 'name', title: 'name' },
  { key: 'imageId', title: 'id', optional: 2 },
  { key: 'billing', title: 'billing' },
  { key: 'licencesFrom', title: 'licences', optional: 1 },
  { key: 'usageOperation', title: 'billing code', optional: 4 },
  { key: 'owner', title: 'owner', optional: 3 },
  { key: 'configurations', title: 'configurations' },
];

/** Reads what each image is associated with; one call an image. */
export async function licensed(ctx: CommandContext, images: readonly Image[]): Promise<readonly LicensedImage[]> {
  const { scope } = await ctx.backend();
  const all: LicensedImage[] = [];
  for (const image of images) {
    const ResourceArn = imageArn(scope.region, image.ImageId ?? '');
    const LicenseSpecifications = await everyPage(async (NextToken) => {
      const page = await ctx.call('license-manager:ListLicenseSpecificationsForResource', { ResourceArn, NextToken });
      return { rows: page.LicenseSpecifications ?? [], next: page.NextToken };
    });
    all.push({ ...image, LicenseSpecifications });
  }
  return all;
}

/** Images as a list: what each is called, who bills what, and what it falls under. */
export async function imageList(ctx: CommandContext, images: readonly LicensedImage[]): Promise<Result['view']> {
  const { scope } = await ctx.backend();
  const configurations = await configurationsByArn(ctx);
  const rows = images.map((image) => rowOf(image, scope.account, configurations));
  return {
    kind: 'list',
    rows,
    columns: IMAGE_COLUMNS,
    empty:
      "no AMIs; lm ami list --owner amazon shows Amazon's, lm ami register NAME --usage-operation windows-byol --imported makes one",
  };
}

function rowOf(image: LicensedImage, account: string, configurations: Configurations): Row {
  return {
    name: image.Name,
    imageId: image.ImageId,
    billing: billingWords(image.UsageOperation),
    licencesFrom: licencesFrom(image.UsageOperation),
    usageOperation: image.UsageOperation,
    owner: ownerWords(image, account),
    configurations: configurationNames(image, configurations),
  };
}

export const configurationNames = (
  { LicenseSpecifications }: LicensedImage,
  configurations: Configurations,
): readonly string[] =>
  LicenseSpecifications.map((one) => configurationName(configurations, one.LicenseConfigurationArn));

/** "this account", "amazon", or the number of another account. */
export const ownerWords = ({ OwnerId, ImageOwnerAlias }: Image, account: string): string =>
  OwnerId === account ? 'this account' : (ImageOwnerAlias ?? OwnerId ?? '');

/** The image just made, as AWS describes it; nothing while AWS still makes it. */
export async function describedImage(ctx: CommandContext, imageId: string | undefined): Promise<readonly Image[]> {
  if (imageId === undefined) return [];
  const { Images = [] } = await ctx.call('ec2:DescribeImages', { ImageIds: [imageId] });
  return Images;
}
