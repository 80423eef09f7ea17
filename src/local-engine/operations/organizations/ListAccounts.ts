import { operation } from '../../operation.ts';
import { pageOf } from '../../paging.ts';
import { accountAnswer, MANAGED, managed, PAGE } from '../organization.ts';

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAccounts.html */
export default operation({
  name: 'organizations:ListAccounts',
  access: 'read',
  constraints: [...MANAGED, 'page-token-invalid'],
  run(tx, input, context) {
    const organization = managed(tx, context);
    const listing = { operation: 'ListAccounts', scope: context.scope, filters: undefined, token: input.NextToken };
    const page = pageOf(
      listing,
      input.MaxResults ?? PAGE,
      (after, limit) => tx.organizations.members(organization.key, Number(after?.[0] ?? 0), limit),
      ({ key }) => [key],
    );
    return {
      Accounts: page.rows.map((member) => accountAnswer(tx, organization, member)),
      NextToken: page.nextToken,
    };
  },
});
