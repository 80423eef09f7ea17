import type { Image } from '@aws-sdk/client-ec2';
import type { Result } from '../../contract/result.ts';
import { UsageError } from '../../contract/usage.ts';
import { parseResourceArn } from '../../validation/arns.ts';
import { findConfiguration } from '../shared/find.ts';
import { everyPage, imagesById, ownAndShared } from '../shared/lists.ts';
import type { CommandContext } from '../types.ts';
import type { ListArgs } from './declare-use.ts';
import { imageList, licensed } from './rows.ts';

/** @throws UsageError for an owner that is no word and no account id */
export async function run({ owner, config, billing }: ListArgs, ctx: CommandContext): Promise<Result> {
  const wanted = await arnsOf(config ?? [], ctx);
  const found = owner === undefined ? await usual(wanted, ctx) : await imagesOf(owner, ctx);
  const shown = found.filter((image) => billing === undefined || image.UsageOperation === billing);
  const images = (await licensed(ctx, shown)).filter(
    (image) =>
      wanted.length === 0 ||
      image.LicenseSpecifications.some((one) => wanted.includes(one.LicenseConfigurationArn ?? '')),
  );
  return {
    value: { Images: images },
    view: await imageList(ctx, images),
    names: images.map((image) => image.ImageId ?? ''),
  };
}

/** What falls under the configurations, whoever owns it; else what is the account's own or was shared with it. */
async function usual(arns: readonly string[], ctx: CommandContext): Promise<readonly Image[]> {
  if (arns.length === 0) return ownAndShared(ctx);
  const ids = new Set<string>();
  for (const LicenseConfigurationArn of arns) {
    const associations = await everyPage(async (NextToken) => {
      const input = { LicenseConfigurationArn, NextToken };
      const page = await ctx.call('license-manager:ListAssociationsForLicenseConfiguration', input);
      return { rows: page.LicenseConfigurationAssociations ?? [], next: page.NextToken };
    });
    for (const { ResourceArn = '' } of associations) {
      const resource = parseResourceArn(ResourceArn);
      if (resource.kind === 'EC2_AMI') ids.add(resource.id);
    }
  }
  return imagesById(ctx, [...ids]);
}

async function arnsOf(names: readonly string[], ctx: CommandContext): Promise<readonly string[]> {
  const arns: string[] = [];
  for (const name of names) arns.push((await findConfiguration(ctx, name)).LicenseConfigurationArn ?? '');
  return arns;
}

function imagesOf(owner: string, ctx: CommandContext): Promise<readonly Image[]> {
  if (!/^(all|self|amazon|\d{12})$/.test(owner)) {
    throw new UsageError(`--owner must be self, amazon, all or an account id of 12 digits; you gave "${owner}"`);
  }
  const Owners = owner === 'all' ? {} : { Owners: [owner] };
  return everyPage(async (NextToken) => {
    const page = await ctx.call('ec2:DescribeImages', { ...Owners, NextToken });
    return { rows: page.Images ?? [], next: page.NextToken };
  });
}
