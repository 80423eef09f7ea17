import type { ImageDiskContainer } from '@aws-sdk/client-ec2';
import type { Result } from '../../contract/result.ts';
import { UsageError } from '../../contract/usage.ts';
import { findConfiguration } from '../shared/find.ts';
import { tagSpecifications } from '../shared/tags.ts';
import type { CommandContext } from '../types.ts';
import type { ImportArgs } from './declare-make.ts';
import { madeImage } from './made.ts';

/** @throws UsageError when the source is none that AWS reads */
export async function run(args: ImportArgs, ctx: CommandContext): Promise<Result> {
  const { platform, licenseType, usageOperation, architecture, description, name, tag } = args;
  const disk = diskOf(args.source);
  const specifications: { LicenseConfigurationArn: string | undefined }[] = [];
  for (const given of args.config ?? []) {
    const { LicenseConfigurationArn } = await findConfiguration(ctx, given);
    specifications.push({ LicenseConfigurationArn });
  }
  const answer = await ctx.call('ec2:ImportImage', {
    DiskContainers: [disk],
    ...(platform === undefined ? {} : { Platform: platform }),
    ...(licenseType === undefined ? {} : { LicenseType: licenseType }),
    ...(usageOperation === undefined ? {} : { UsageOperation: usageOperation }),
    ...(architecture === undefined ? {} : { Architecture: architecture }),
    ...(description === undefined ? {} : { Description: description }),
    ...(specifications.length === 0 ? {} : { LicenseSpecifications: specifications }),
    ...tagSpecifications('import-image-task', tag, name),
  });
  return madeImage(ctx, name ?? answer.ImageId ?? answer.ImportTaskId ?? '', answer);
}

const FORMATS: readonly string[] = ['ova', 'vhd', 'vhdx', 'vmdk', 'raw'];

function diskOf(source: string): ImageDiskContainer {
  if (/^snap-[0-9a-f]+$/.test(source)) return { SnapshotId: source };
  const ending = source.split('.').at(-1)?.toLowerCase() ?? '';
  const format = FORMATS.includes(ending) ? { Format: ending.toUpperCase() } : {};
  const [, S3Bucket, S3Key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(source) ?? [];
  if (S3Bucket !== undefined && S3Key !== undefined) return { UserBucket: { S3Bucket, S3Key }, ...format };
  if (/^https:\/\/./.test(source)) return { Url: source, ...format };
  throw new UsageError(
    `"${source}" is nothing that can be imported`,
    'name a file in S3 (s3://BUCKET/KEY), an https address, or a snapshot (snap-...)',
  );
}
