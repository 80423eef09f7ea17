import { parseShareable, shareArn } from '../../../validation/share-arns.ts';
import { operation } from '../../operation.ts';
import { present } from '../share-entities.ts';
import { listEntities } from '../share-listing.ts';

/** https://docs.aws.amazon.com/ram/latest/APIReference/API_ListPrincipals.html */
export default operation({
  name: 'ram:ListPrincipals',
  access: 'read',
  constraints: ['share-list-type', 'share-arn-malformed', 'page-token-invalid'],
  run(tx, input, context) {
    const { resourceArn, resourceType, principals = [], resourceOwner } = input;
    const own = resourceOwner === 'SELF';
    // Of shares of others the caller sees who shares, of its own with whom.
    const kind = own ? 'PRINCIPAL' : 'RESOURCE';
    const page = listEntities(tx, kind, input, context, own ? principals : undefined, ({ row, share }) => {
      if (!own && present(tx, share, 'RESOURCE')[0] !== row.entity) return false;
      if (!own && principals.length > 0 && !principals.includes(share.account)) return false;
      const held = present(tx, share, 'RESOURCE');
      if (resourceArn !== undefined && !held.includes(resourceArn)) return false;
      return resourceType === undefined || held.some((arn) => parseShareable(arn)?.type === resourceType);
    });
    const listed = page.rows.map(({ row, share }) => ({
      id: own ? row.entity : share.account,
      resourceShareArn: shareArn(share, share.id),
      creationTime: new Date(row.createdAt),
      lastUpdatedTime: new Date(row.updatedAt),
      external: own ? row.external : !tx.organizations.areTogether(share.account, context.scope.account),
    }));
    return { principals: listed, nextToken: page.nextToken };
  },
});
