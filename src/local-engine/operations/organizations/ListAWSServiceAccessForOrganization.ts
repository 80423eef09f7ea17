import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { operation } from '../../operation.ts';
import { pageOf } from '../../paging.ts';
import { MINE, mine, PAGE } from '../organization.ts';

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAWSServiceAccessForOrganization.html */
export default operation({
  name: 'organizations:ListAWSServiceAccessForOrganization',
  access: 'read',
  constraints: [...MINE, 'trusted-access-management-only', 'page-token-invalid'],
  run(tx, input, context) {
    const { scope } = context;
    const { key, managementAccount } = mine(tx, context);
    guard(check('trusted-access-management-only', { account: scope.account, managementAccount }));
    const listing = { operation: 'ListAWSServiceAccess', scope, filters: undefined, token: input.NextToken };
    const page = pageOf(
      listing,
      input.MaxResults ?? PAGE,
      (after, limit) =>
        tx.organizations
          .services(key)
          .filter(({ principal }) => after === undefined || principal > String(after[0]))
          .slice(0, limit),
      ({ principal }) => [principal],
    );
    return {
      EnabledServicePrincipals: page.rows.map(({ principal, enabledAt }) => ({
        ServicePrincipal: principal,
        DateEnabled: new Date(enabledAt),
      })),
      NextToken: page.nextToken,
    };
  },
});
