import type { Image } from '@aws-sdk/client-ec2';
import type { AccountCopy } from '../../../contract/copy.ts';
import { parseResourceArn } from '../../../validation/arns.ts';
import { imagesById, imagesLike } from '../../shared/lists.ts';
import type { Reader } from './reader.ts';

const READ = 'ec2:DescribeImages';

/**
 * The account's own AMIs, those shared with it, and those of others that its machines, templates and license configurations
 * name: a hundred thousand are public, so the rest of them stays where it is.
 */
export async function readImages(reader: Reader, named: Named): Promise<readonly Image[]> {
  const own = await reader.read('AMIs', READ, (call) => imagesLike({ call }, { Owners: ['self'] }));
  if (own === undefined) return [];
  const shared = await reader.read('AMIs of others', READ, (call) =>
    imagesLike({ call }, { ExecutableUsers: ['self'] }),
  );
  const known = new Map([...own, ...(shared ?? [])].map((image) => [image.ImageId, image]));
  const missing = namedImages(named).filter((id) => !known.has(id));
  const found = await reader.read('AMIs that are in use', READ, (call) => imagesById({ call }, missing));
  for (const image of found ?? []) known.set(image.ImageId, image);
  return [...known.values()];
}

/** What names AMIs. */
type Named = Pick<AccountCopy, 'configurations' | 'reservations' | 'templates'>;

function namedImages({
  configurations,
  reservations,
  templates,
}: Pick<AccountCopy, 'configurations' | 'reservations' | 'templates'>): readonly string[] {
  const machines = reservations.flatMap(({ Instances = [] }) => Instances.flatMap(({ ImageId }) => ImageId ?? []));
  const versions = templates.flatMap((one) => one.versions.flatMap((each) => each.LaunchTemplateData?.ImageId ?? []));
  const associated = configurations.flatMap(({ associations = [] }) =>
    associations.flatMap(({ ResourceArn = '' }) => {
      const resource = parseResourceArn(ResourceArn);
      return resource.kind === 'EC2_AMI' ? resource.id : [];
    }),
  );
  return [...new Set([...machines, ...versions, ...associated])].filter((id) => id.startsWith('ami-'));
}
