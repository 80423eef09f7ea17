import type { Image } from '@aws-sdk/client-ec2';
import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { operation } from '../../operation.ts';
import { pageOf } from '../../paging.ts';
import { matches, tagFilters } from '../filters.ts';
import { imageAnswer } from '../image.ts';

const PAGE = 1000;

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeImages.html */
export default operation({
  name: 'ec2:DescribeImages',
  access: 'read',
  constraints: ['launch-ami-access', 'ec2-filter-unknown', 'page-token-invalid'],
  run(tx, input, { here, scope }) {
    const { ImageIds: ids = [], Filters = [], Owners: owners = [] } = input;
    const passes = matches<Image>(Filters, FIELDS);
    const wanted = (image: Image) =>
      passes(image) && (owners.length === 0 || owners.some((owner) => owns(owner, image, scope.account)));
    if (ids.length > 0) {
      guard(
        ids.flatMap((imageId) =>
          check('launch-ami-access', { imageId, accessible: here.images.find(imageId)?.state === 'available' }),
        ),
      );
      return {
        Images: ids
          .flatMap((id) => here.images.find(id) ?? [])
          .map((row) => imageAnswer(tx, row))
          .filter(wanted),
      };
    }
    const listing = { operation: 'DescribeImages', scope, filters: [Filters, owners], token: input.NextToken };
    const page = pageOf(
      listing,
      input.MaxResults ?? PAGE,
      (after, limit) => here.images.after(Number(after?.[0] ?? 0), limit),
      (row) => [row.key],
    );
    return { Images: page.rows.map((row) => imageAnswer(tx, row)).filter(wanted), NextToken: page.nextToken };
  },
});

const FIELDS = {
  name: (image: Image) => [image.Name],
  'image-id': (image: Image) => [image.ImageId],
  'owner-id': (image: Image) => [image.OwnerId],
  state: (image: Image) => [image.State],
  'is-public': (image: Image) => [image.Public],
  architecture: (image: Image) => [image.Architecture],
  description: (image: Image) => [image.Description],
  'usage-operation': (image: Image) => [image.UsageOperation],
  'platform-details': (image: Image) => [image.PlatformDetails],
  ...tagFilters<Image>(),
};

function owns(owner: string, image: Image, caller: string): boolean {
  if (owner === 'self') return image.OwnerId === caller;
  return owner === 'amazon' ? image.ImageOwnerAlias === 'amazon' : image.OwnerId === owner;
}
