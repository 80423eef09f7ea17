import { NOT_COPIED } from '../../../contract/copy.ts';
import { resourceArn, resourceOwner } from '../../ledger/resource.ts';
import { operation } from '../../operation.ts';
import { pageOf } from '../../paging.ts';
import { ownData } from '../configuration.ts';

const PAGE = 100;

/** https://docs.aws.amazon.com/license-manager/latest/APIReference/API_ListAssociationsForLicenseConfiguration.html */
export default operation({
  name: 'license-manager:ListAssociationsForLicenseConfiguration',
  access: 'read',
  constraints: [
    'config-not-found',
    'config-region-scoped',
    'config-data-ownership',
    'page-token-invalid',
    'page-size-invalid',
  ],
  run(tx, input, context) {
    const { scope } = context;
    const configuration = ownData(tx, input.LicenseConfigurationArn, context);
    const listing = { operation: 'ListAssociations', scope, filters: configuration.id, token: input.NextToken };
    const page = pageOf(
      listing,
      input.MaxResults ?? PAGE,
      (after, limit) =>
        tx.associations.ofConfiguration(configuration.key, [String(after?.[0] ?? ''), String(after?.[1] ?? '')], limit),
      (row) => [row.resourceType, row.resourceId],
    );
    // AWS lists no association for what it names no resource for.
    const rows = page.rows.filter((row) => row.resourceId !== NOT_COPIED);
    return {
      LicenseConfigurationAssociations: rows.map((row) => ({
        ResourceArn: resourceArn(row),
        ResourceType: row.resourceType,
        ResourceOwnerId: resourceOwner(tx, row),
        AssociationTime: new Date(row.associatedAt),
        ...(row.scope === undefined ? {} : { AmiAssociationScope: row.scope }),
      })),
      NextToken: page.nextToken,
    };
  },
});
