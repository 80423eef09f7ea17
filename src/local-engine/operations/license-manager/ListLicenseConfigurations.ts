import type { Filter } from '@aws-sdk/client-license-manager';
import { configRows } from '../../../validation/catalogue/config.ts';
import { checkIn } from '../../../validation/check-in.ts';
import { guard } from '../../../validation/guard.ts';
import { operation } from '../../operation.ts';
import { pageOf } from '../../paging.ts';
import type { ConfigurationRow } from '../../store/tables/configurations.ts';
import { arnOf, described } from '../configuration.ts';

const PAGE = 100;
const FILTERS = ['licenseCountingType', 'enforceLicenseCount', 'usagelimitExceeded'] as const;

/** https://docs.aws.amazon.com/license-manager/latest/APIReference/API_ListLicenseConfigurations.html */
export default operation({
  name: 'license-manager:ListLicenseConfigurations',
  access: 'read',
  constraints: ['config-list-filters', 'config-list-filter-limit', 'page-token-invalid'],
  run(tx, input, { here, scope }) {
    const { Filters = [], LicenseConfigurationArns: arns = [] } = input;
    guard(
      checkIn(configRows, 'config-list-filters', { Filters, allowed: FILTERS }),
      checkIn(configRows, 'config-list-filter-limit', { Filters, allowed: FILTERS }),
    );
    const listing = { operation: 'ListLicenseConfigurations', scope, filters: [Filters, arns], token: input.NextToken };
    const wanted = (row: ConfigurationRow) =>
      (arns.length === 0 || arns.includes(arnOf(row))) && Filters.every((filter) => passes(row, filter));
    // An account and Region hold 25 configurations, so filtering after reading costs nothing.
    const page = pageOf(
      listing,
      input.MaxResults ?? PAGE,
      (after, limit) =>
        here.configurations
          .after(Number(after?.[0] ?? 0), Number.MAX_SAFE_INTEGER)
          .filter(wanted)
          .slice(0, limit),
      (row) => [row.key],
    );
    return { LicenseConfigurations: page.rows.map((row) => described(tx, row)), NextToken: page.nextToken };
  },
});

function passes(row: ConfigurationRow, { Name, Values = [] }: Filter): boolean {
  const [value] = Values;
  if (Name === 'licenseCountingType') return row.counting === value;
  if (Name === 'enforceLicenseCount') return String(row.hard) === value;
  return String(row.licenseCount !== undefined && row.consumed > row.licenseCount) === value;
}
