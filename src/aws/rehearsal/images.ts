import type { Image } from '@aws-sdk/client-ec2';
import type { Input } from '../../contract/operations.ts';
import type { Asking } from '../asking.ts';
import type { Memory } from './memory.ts';

/** A new image of the caller's, from what it is made of. */
export function made(name: string | undefined, from: Image, { scope }: Asking, memory: Memory): { ImageId: string } {
  const ImageId = memory.id('ami');
  const { UsageOperation = 'RunInstances', PlatformDetails = 'Linux/UNIX', Architecture } = from;
  memory.images.set(ImageId, {
    ImageId,
    Name: name ?? '',
    State: 'available',
    OwnerId: scope.account,
    UsageOperation,
    PlatformDetails,
    ...(Architecture === undefined ? {} : { Architecture }),
  });
  return { ImageId };
}

/** A copy bills as its source does; one of another Region cannot be read from here. */
export async function copied(input: Input<'ec2:CopyImage'>, asking: Asking, memory: Memory) {
  const here = input.SourceRegion === asking.scope.region;
  const source = here ? await imageOf(input.SourceImageId, asking) : {};
  return made(input.Name, source, asking, memory);
}

/** An image of a machine bills as the machine does. */
export async function captured(input: Input<'ec2:CreateImage'>, asking: Asking, memory: Memory) {
  const InstanceIds = input.InstanceId === undefined ? [] : [input.InstanceId];
  const { Reservations = [] } = await asking.call('ec2:DescribeInstances', { InstanceIds });
  const [{ UsageOperation, PlatformDetails } = {}] = Reservations.flatMap(({ Instances = [] }) => Instances);
  return made(input.Name, { UsageOperation, PlatformDetails }, asking, memory);
}

async function imageOf(id: string | undefined, { call }: Asking): Promise<Image> {
  const { Images = [] } = await call('ec2:DescribeImages', { ImageIds: id === undefined ? [] : [id] });
  return Images[0] ?? {};
}
