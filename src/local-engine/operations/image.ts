import type { Image } from '@aws-sdk/client-ec2';
import type { Tx } from '../store/store.ts';
import type { ImageRow } from '../store/tables/images.ts';

/** An AMI as DescribeImages shows it. */
export function imageAnswer(tx: Tx, row: ImageRow): Image {
  return {
    ImageId: row.id,
    Name: row.name,
    ...(row.description === undefined ? {} : { Description: row.description }),
    OwnerId: row.account,
    // VM Import names the place of what it makes after its task, whatever the AMI is then called.
    ...(row.source === 'imported' && row.sourceId !== undefined
      ? { ImageLocation: `${row.account}/${row.sourceId}` }
      : {}),
    ...(row.source === 'amazon' ? { ImageOwnerAlias: 'amazon' } : {}),
    Public: row.public,
    State: row.state,
    CreationDate: new Date(row.createdAt).toISOString(),
    Architecture: row.architecture === 'arm64' ? 'arm64' : 'x86_64',
    ImageType: 'machine',
    UsageOperation: row.usageOperation,
    PlatformDetails: row.platformDetails,
    ...(row.platformDetails.startsWith('Windows') ? { Platform: 'Windows' as const } : {}),
    RootDeviceType: 'ebs',
    VirtualizationType: 'hvm',
    ...(row.sourceId === undefined || row.source !== 'copied' ? {} : { SourceImageId: row.sourceId }),
    ...(row.sourceId === undefined || row.source !== 'created' ? {} : { SourceInstanceId: row.sourceId }),
    Tags: [...tx.tags.of(row.id)],
  };
}
