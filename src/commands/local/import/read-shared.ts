import type { Image, Reservation } from '@aws-sdk/client-ec2';
import type { LicenseConfigurationAssociation } from '@aws-sdk/client-license-manager';
import type { AccountCopy, ConfigurationCopy } from '../../../contract/copy.ts';
import type { Scope } from '../../../contract/ports.ts';
import { imageArn, instanceArn, parseConfigurationArn } from '../../../validation/arns.ts';
import { isOffered } from '../../../validation/image-owners.ts';
import { everyPage } from '../../shared/lists.ts';
import type { Reader } from './reader.ts';

interface Resources {
  readonly configurations: readonly ConfigurationCopy[];
  readonly images: readonly Image[];
  readonly reservations: readonly Reservation[];
}

/** A resource of the account under a configuration of another one. */
interface Under {
  readonly arn: string;
  readonly association: LicenseConfigurationAssociation;
}

/**
 * What stands under configurations of other accounts. Only their owners can list that, so it is looked up at the machines
 * and AMIs themselves.
 * @returns the configurations, those of others with associations; and resources under those that cannot be seen
 */
export async function withShared(
  reader: Reader,
  { configurations, images, reservations }: Resources,
  scope: Scope,
): Promise<Pick<AccountCopy, 'configurations' | 'unseen'>> {
  const isForeign = (arn: string): boolean => parseConfigurationArn(arn)?.account !== scope.account;
  const listed = new Set(configurations.map(({ configuration }) => configuration.LicenseConfigurationArn ?? ''));
  const anyShared = [...listed].some(isForeign);
  const carrying = images.filter((image) => !isOffered(image) && (anyShared || image.OwnerId !== scope.account));
  const found: Under[] = machinesUnder(reservations, scope);
  for (const image of carrying) found.push(...(await imageUnder(reader, image, scope)));
  const foreign = found.filter(({ arn }) => isForeign(arn));
  return {
    configurations: configurations.map((one) => {
      const arn = one.configuration.LicenseConfigurationArn ?? '';
      if (!isForeign(arn)) return one;
      return {
        ...one,
        associations: foreign.filter((under) => under.arn === arn).map(({ association }) => association),
      };
    }),
    unseen: foreign
      .filter(({ arn }) => !listed.has(arn))
      .map(({ arn, association: { ResourceArn = '' } }) => ({ configurationArn: arn, resourceArn: ResourceArn })),
  };
}

const machinesUnder = (reservations: readonly Reservation[], scope: Scope): Under[] =>
  reservations.flatMap(({ Instances = [] }) =>
    Instances.flatMap(({ InstanceId = '', Licenses = [] }) =>
      Licenses.flatMap(({ LicenseConfigurationArn: arn = '' }) => {
        const ResourceArn = instanceArn(scope, InstanceId);
        return { arn, association: { ResourceArn, ResourceType: 'EC2_INSTANCE', ResourceOwnerId: scope.account } };
      }),
    ),
  );

async function imageUnder(
  reader: Reader,
  { ImageId = '', Name = ImageId, OwnerId }: Image,
  { region }: Scope,
): Promise<readonly Under[]> {
  const ResourceArn = imageArn(region, ImageId);
  const operation = 'license-manager:ListLicenseSpecificationsForResource';
  const specifications = await reader.read(`license configurations of AMI ${Name}`, operation, (call) =>
    everyPage(async (NextToken) => {
      const page = await call(operation, { ResourceArn, NextToken });
      return { rows: page.LicenseSpecifications ?? [], next: page.NextToken };
    }),
  );
  return (specifications ?? []).map(({ LicenseConfigurationArn: arn = '', AmiAssociationScope }) => ({
    arn,
    association: { ResourceArn, ResourceType: 'EC2_AMI', ResourceOwnerId: OwnerId, AmiAssociationScope },
  }));
}
