import type { Image } from '@aws-sdk/client-ec2';
import type { ConversionFact, Fact, InventoryFact, OriginFact } from '../contract/world.ts';
import { importTaskOf } from '../validation/image-origin.ts';
import { everyPage, factOf, type Reading } from './reading.ts';

const INFORMATION = 'AWS:InstanceInformation';
const APPLICATIONS = 'AWS:Application';

/** What a machine has reported to Systems Manager Inventory; undefined for one that does not report. */
export async function inventoryFact(reading: Reading, InstanceId: string): Promise<Fact<InventoryFact>> {
  return factOf('ssm:ListInventoryEntries', async () => {
    const { Entries = [] } = await reading.call('ssm:ListInventoryEntries', { InstanceId, TypeName: INFORMATION });
    if (Entries.length === 0) return undefined;
    const applications = await everyPage(async (NextToken) => {
      const page = await reading.call('ssm:ListInventoryEntries', { InstanceId, TypeName: APPLICATIONS, NextToken });
      return { rows: page.Entries, next: page.NextToken };
    });
    return { applications: applications.flatMap((one) => one.Name ?? []) };
  });
}

/** Where an AMI came from, traced back over copies and the machines that AMIs were made of, as far as AWS tells. */
export async function originFact(reading: Reading, imageId: string): Promise<Fact<OriginFact>> {
  const { call, scope } = reading;
  const described = await factOf('ec2:DescribeImages', async () => {
    const { Images = [] } = await call('ec2:DescribeImages', { ImageIds: [imageId] });
    return Images[0];
  });
  if (!described.known) return described;
  const image = described.value;
  if (image === undefined) return { known: true, value: undefined };
  if (image.OwnerId !== scope.account) return { known: true, value: { imported: false, from: ownerWords(image) } };
  if (importTaskOf(image) !== undefined)
    return { known: true, value: { imported: true, from: 'imported by this account' } };
  const source = image.SourceImageId ?? (await imageOf(reading, image.SourceInstanceId));
  // Of an own AMI that names no source, AWS does not tell what it was made from.
  return source === undefined || source === imageId ? NOT_TOLD : originFact(reading, source);
}

const NOT_TOLD = { known: false, why: 'not-exposed' } as const;

/** The AMI that a machine was launched from, while there is still something to see of it. */
async function imageOf({ call }: Reading, instanceId: string | undefined): Promise<string | undefined> {
  if (instanceId === undefined) return undefined;
  const launched = await factOf('ec2:DescribeInstances', async () => {
    const { Reservations = [] } = await call('ec2:DescribeInstances', { InstanceIds: [instanceId] });
    return Reservations[0]?.Instances?.[0]?.ImageId;
  });
  return launched.known ? launched.value : undefined;
}

const ownerWords = ({ ImageOwnerAlias, OwnerId }: Image): string =>
  ImageOwnerAlias === 'amazon' ? 'an AMI of Amazon' : `an AMI of account ${OwnerId}`;

/** Conversions of an instance that are under way. */
export function conversionFacts({ call }: Reading, instanceArn: string): Promise<Fact<readonly ConversionFact[]>> {
  const Filters = [
    { Name: 'ResourceArns', Values: [instanceArn] },
    { Name: 'Status', Values: ['IN_PROGRESS'] },
  ];
  return factOf('license-manager:ListLicenseConversionTasks', async () => {
    const tasks = await everyPage(async (NextToken) => {
      const page = await call('license-manager:ListLicenseConversionTasks', { Filters, NextToken });
      return { rows: page.LicenseConversionTasks, next: page.NextToken };
    });
    return tasks.map((task) => ({
      taskId: task.LicenseConversionTaskId ?? '',
      source: task.SourceLicenseContext?.UsageOperation ?? '',
      destination: task.DestinationLicenseContext?.UsageOperation ?? '',
    }));
  });
}

/** Whether the account has a role; one that does not exist is known not to. */
export async function roleFact({ call }: Reading, RoleName: string): Promise<Fact<boolean>> {
  const role = await factOf('iam:GetRole', async () => (await call('iam:GetRole', { RoleName })).Role);
  return role.known ? { known: true, value: role.value !== undefined } : role;
}
