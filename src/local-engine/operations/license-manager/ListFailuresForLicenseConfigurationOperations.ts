import { operation } from '../../operation.ts';
import { pageOf } from '../../paging.ts';
import { ownData } from '../configuration.ts';

const PAGE = 100;

/** https://docs.aws.amazon.com/license-manager/latest/APIReference/API_ListFailuresForLicenseConfigurationOperations.html */
export default operation({
  name: 'license-manager:ListFailuresForLicenseConfigurationOperations',
  access: 'read',
  constraints: [
    'config-not-found',
    'config-region-scoped',
    'config-data-ownership',
    'page-token-invalid',
    'page-size-invalid',
  ],
  run(tx, input, context) {
    const { scope, here } = context;
    const configuration = ownData(tx, input.LicenseConfigurationArn, context);
    const listing = { operation: 'ListFailures', scope, filters: configuration.id, token: input.NextToken };
    const page = pageOf(
      listing,
      input.MaxResults ?? PAGE,
      (after, limit) => here.journal.failures(configuration.key, Number(after?.[0] ?? 0), limit),
      (row) => [row.key],
    );
    return {
      LicenseOperationFailureList: page.rows.map((row) => ({
        ResourceArn: row.resourceArn,
        ResourceType:
          row.resourceType === 'EC2_AMI' ? 'EC2_AMI' : row.resourceType === 'EC2_HOST' ? 'EC2_HOST' : 'EC2_INSTANCE',
        ErrorMessage: row.message,
        FailureTime: new Date(row.at),
        OperationName: row.operation,
        ResourceOwnerId: row.owner,
        OperationRequestedBy: row.requestedBy,
        MetadataList: [],
      })),
      NextToken: page.nextToken,
    };
  },
});
