import type { Filter } from '@aws-sdk/client-license-manager';
import type { Scope } from '../../../contract/ports.ts';
import { parseConfigurationArn } from '../../../validation/arns.ts';
import { configAccessRows } from '../../../validation/catalogue/config-access.ts';
import { checkIn } from '../../../validation/check-in.ts';
import { guard } from '../../../validation/guard.ts';
import { operation } from '../../operation.ts';
import { pageOf } from '../../paging.ts';
import { sharedArns } from '../../store/reach.ts';
import type { Tx } from '../../store/store.ts';
import type { ConfigurationRow } from '../../store/tables/configurations.ts';
import { arnOf, described } from '../configuration.ts';

const PAGE = 100;
const FILTERS = ['licenseCountingType', 'enforceLicenseCount', 'usagelimitExceeded'] as const;

/** https://docs.aws.amazon.com/license-manager/latest/APIReference/API_ListLicenseConfigurations.html */
export default operation({
  name: 'license-manager:ListLicenseConfigurations',
  access: 'read',
  constraints: ['config-list-filters', 'config-list-filter-limit', 'page-token-invalid', 'page-size-invalid'],
  run(tx, input, { here, scope }) {
    const { Filters = [], LicenseConfigurationArns: arns = [] } = input;
    guard(
      checkIn(configAccessRows, 'config-list-filters', { Filters, allowed: FILTERS }),
      checkIn(configAccessRows, 'config-list-filter-limit', { Filters, allowed: FILTERS }),
    );
    const listing = { operation: 'ListLicenseConfigurations', scope, filters: [Filters, arns], token: input.NextToken };
    const wanted = (row: ConfigurationRow) =>
      (arns.length === 0 || arns.includes(arnOf(row))) && Filters.every((filter) => passes(row, filter));
    // An account and Region hold 25 configurations, and few are shared with it, so filtering after reading costs nothing.
    const page = pageOf(
      listing,
      input.MaxResults ?? PAGE,
      (after, limit) =>
        [...here.configurations.after(0, Number.MAX_SAFE_INTEGER), ...sharedConfigurations(tx, scope)]
          .filter((row) => row.key > Number(after?.[0] ?? 0) && wanted(row))
          .sort((a, b) => a.key - b.key)
          .slice(0, limit),
      (row) => [row.key],
    );
    return { LicenseConfigurations: page.rows.map((row) => described(tx, row)), NextToken: page.nextToken };
  },
});

/** What other accounts share with this one. */
const sharedConfigurations = (tx: Tx, scope: Scope): readonly ConfigurationRow[] =>
  sharedArns(tx, scope).flatMap((arn) => {
    const id = parseConfigurationArn(arn)?.id;
    return (id === undefined ? undefined : tx.across.configuration(id)) ?? [];
  });

function passes(row: ConfigurationRow, { Name, Values = [] }: Filter): boolean {
  const [value] = Values;
  if (Name === 'licenseCountingType') return row.counting === value;
  if (Name === 'enforceLicenseCount') return String(row.hard) === value;
  return String(row.licenseCount !== undefined && row.consumed > row.licenseCount) === value;
}
