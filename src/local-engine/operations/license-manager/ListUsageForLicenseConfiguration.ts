import type { Filter, LicenseConfigurationUsage } from '@aws-sdk/client-license-manager';
import { configAccessRows } from '../../../validation/catalogue/config-access.ts';
import { checkIn } from '../../../validation/check-in.ts';
import { guard } from '../../../validation/guard.ts';
import { usageRows } from '../../ledger/usage.ts';
import { operation } from '../../operation.ts';
import { pageOf } from '../../paging.ts';
import { ownData } from '../configuration.ts';

const PAGE = 100;
const FILTERS = ['resourceArn', 'resourceType', 'resourceAccount'] as const;

/** https://docs.aws.amazon.com/license-manager/latest/APIReference/API_ListUsageForLicenseConfiguration.html */
export default operation({
  name: 'license-manager:ListUsageForLicenseConfiguration',
  access: 'read',
  constraints: [
    'config-not-found',
    'config-region-scoped',
    'config-data-ownership',
    'config-list-filters',
    'config-list-filter-limit',
    'page-token-invalid',
    'page-size-invalid',
  ],
  run(tx, input, context) {
    const { Filters = [] } = input;
    const configuration = ownData(tx, input.LicenseConfigurationArn, context);
    guard(
      checkIn(configAccessRows, 'config-list-filters', { Filters, allowed: FILTERS }),
      checkIn(configAccessRows, 'config-list-filter-limit', { Filters, allowed: FILTERS }),
    );
    const listing = {
      operation: 'ListUsage',
      scope: context.scope,
      filters: [configuration.id, Filters],
      token: input.NextToken,
    };
    const page = pageOf(
      listing,
      input.MaxResults ?? PAGE,
      (after, limit) =>
        usageRows(tx, configuration, after, limit, (row) => Filters.every((filter) => passes(row, filter))),
      ({ type, id }) => [type, id],
    );
    return { LicenseConfigurationUsageList: page.rows.map(({ usage }) => usage), NextToken: page.nextToken };
  },
});

function passes(row: LicenseConfigurationUsage, { Name, Values = [] }: Filter): boolean {
  const found =
    Name === 'resourceArn' ? row.ResourceArn : Name === 'resourceType' ? row.ResourceType : row.ResourceOwnerId;
  return found === Values[0];
}
