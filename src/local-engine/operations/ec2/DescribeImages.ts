import type { Image } from '@aws-sdk/client-ec2';
import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { operation } from '../../operation.ts';
import { pageOf } from '../../paging.ts';
import type { ImageRow, Images } from '../../store/tables/images.ts';
import { matches, tagFilters } from '../filters.ts';
import { imageAnswer } from '../image.ts';

const PAGE = 1000;

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeImages.html */
export default operation({
  name: 'ec2:DescribeImages',
  access: 'read',
  constraints: ['launch-ami-access', 'ec2-filter-unknown', 'page-token-invalid', 'page-size-invalid'],
  run(tx, input, { here, scope }) {
    const { ImageIds: ids = [], Filters = [], Owners: owners = [], ExecutableUsers: users = [] } = input;
    const passes = matches<Image>(Filters, FIELDS);
    const wanted = (image: Image) =>
      passes(image) && (owners.length === 0 || owners.some((owner) => owns(owner, image, scope.account)));
    const shown = (rows: readonly ImageRow[]) =>
      rows
        .filter((row) => users.length === 0 || users.some((user) => mayLaunch(user, row, here.images, scope.account)))
        .map((row) => imageAnswer(tx, row))
        .filter(wanted);
    if (ids.length > 0) {
      guard(
        ids.flatMap((imageId) =>
          check('launch-ami-access', { imageId, accessible: here.images.find(imageId)?.state === 'available' }),
        ),
      );
      return { Images: shown(ids.flatMap((id) => here.images.find(id) ?? [])) };
    }
    const filters = [Filters, owners, ...(users.length > 0 ? [users] : [])];
    const listing = { operation: 'DescribeImages', scope, filters, token: input.NextToken };
    const page = pageOf(
      listing,
      input.MaxResults ?? PAGE,
      (after, limit) => here.images.after(Number(after?.[0] ?? 0), limit),
      (row) => [row.key],
    );
    return { Images: shown(page.rows), NextToken: page.nextToken };
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

/** Whether an account may launch the image by a permission of its own: being public is one for `all`, owning it is none. */
function mayLaunch(user: string, row: ImageRow, images: Pick<Images, 'permissions'>, caller: string): boolean {
  return user === 'all' ? row.public : images.permissions(row.key).includes(user === 'self' ? caller : user);
}
