import { hostArn, imageArn, instanceArn } from '../../validation/arns.ts';
import type { Tx } from '../store/store.ts';
import type { AssociationRow } from '../store/tables/associations.ts';

/** The ARN of an associated resource. */
export function resourceArn({
  resourceType,
  resourceId,
  owner,
  region,
}: Pick<AssociationRow, 'resourceType' | 'resourceId' | 'owner' | 'region'>): string {
  if (resourceType === 'EC2_AMI') return imageArn(region, resourceId);
  const scope = { account: owner, region };
  return resourceType === 'EC2_HOST' ? hostArn(scope, resourceId) : instanceArn(scope, resourceId);
}

/** Who owns an associated resource. An AMI may belong to another account than the one that associated it. */
export const resourceOwner = (tx: Tx, row: AssociationRow): string =>
  row.resourceType === 'EC2_AMI' ? (tx.across.image(row.resourceId)?.account ?? row.owner) : row.owner;
