import type { Image } from '@aws-sdk/client-ec2';
import type { AccountCopy } from '../../contract/copy.ts';
import { importTaskOf } from '../../validation/image-origin.ts';
import { LICENSE_TYPE } from '../../validation/usage-operations.ts';
import type { NewImage } from '../store/tables/images.ts';
import type { Assumed } from './assumed.ts';

/** An AMI under the account that owns it. */
export interface CopiedImage {
  readonly owner: string;
  readonly row: NewImage;
  readonly tags: Image['Tags'];
}

/** The AMIs of a copy, in the order of their making. */
export function copiedImages({ images, scope }: AccountCopy, now: number, assumed: Assumed): readonly CopiedImage[] {
  return images
    .map((image) => copied(image, scope.account, now, assumed))
    .sort((a, b) => a.row.createdAt - b.row.createdAt || (a.row.id < b.row.id ? -1 : 1));
}

function copied(image: Image, account: string, now: number, assumed: Assumed): CopiedImage {
  const { ImageId: id = '', OwnerId: owner = account } = image;
  const isPublic = image.Public ?? false;
  if (owner === account && !isPublic) assumed.note('image-sharing', id);
  const created = Date.parse(image.CreationDate ?? '');
  return {
    owner,
    row: {
      id,
      name: image.Name ?? id,
      description: image.Description,
      architecture: image.Architecture ?? 'x86_64',
      usageOperation: image.UsageOperation ?? 'RunInstances',
      platformDetails: image.PlatformDetails ?? 'Linux/UNIX',
      ...sourceOf(image, owner === account, assumed),
      public: isPublic,
      createdAt: Number.isNaN(created) ? now : created,
    },
    tags: image.Tags,
  };
}

/** AWS says of copies and captures what they were made from. */
function sourceOf(image: Image, isOwn: boolean, assumed: Assumed): Pick<NewImage, 'source' | 'sourceId'> {
  const { ImageOwnerAlias, SourceImageId, SourceInstanceId, ImageId = '', UsageOperation = '' } = image;
  const task = importTaskOf(image);
  if (task !== undefined) return { source: 'imported', sourceId: task };
  if (ImageOwnerAlias === 'amazon') return { source: 'amazon', sourceId: undefined };
  if (SourceImageId !== undefined) return { source: 'copied', sourceId: SourceImageId };
  if (SourceInstanceId !== undefined) return { source: 'created', sourceId: SourceInstanceId };
  if (isOwn) assumed.note('image-source', ImageId);
  return { source: UsageOperation === LICENSE_TYPE.Windows.BYOL ? 'imported' : 'registered', sourceId: undefined };
}
