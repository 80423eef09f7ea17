import { parseShareable, shareArn } from '../../../validation/share-arns.ts';
import { operation } from '../../operation.ts';
import { present } from '../share-entities.ts';
import { listEntities } from '../share-listing.ts';

/** https://docs.aws.amazon.com/ram/latest/APIReference/API_ListResources.html */
export default operation({
  name: 'ram:ListResources',
  access: 'read',
  constraints: ['share-list-type', 'share-arn-malformed', 'page-token-invalid'],
  run(tx, input, context) {
    const { principal, resourceType, resourceRegionScope } = input;
    const page = listEntities(tx, 'RESOURCE', input, context, input.resourceArns, ({ row, share }) => {
      // Nothing that is shared here is global.
      if (resourceRegionScope === 'GLOBAL') return false;
      if (resourceType !== undefined && parseShareable(row.entity)?.type !== resourceType) return false;
      if (principal === undefined) return true;
      return share.account === context.scope.account
        ? present(tx, share, 'PRINCIPAL').includes(principal)
        : share.account === principal;
    });
    const resources = page.rows.map(({ row, share }) => ({
      arn: row.entity,
      type: parseShareable(row.entity)?.type,
      resourceShareArn: shareArn(share, share.id),
      status: 'AVAILABLE' as const,
      creationTime: new Date(row.createdAt),
      lastUpdatedTime: new Date(row.updatedAt),
      resourceRegionScope: 'REGIONAL' as const,
    }));
    return { resources, nextToken: page.nextToken };
  },
});
