import { operation } from '../../operation.ts';
import { pageOf } from '../../paging.ts';
import { accountAnswer, MANAGED, managed, PAGE, requireParent } from '../organization.ts';

/** The accounts that stand directly in a root or a unit. https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAccountsForParent.html */
export default operation({
  name: 'organizations:ListAccountsForParent',
  access: 'read',
  constraints: [...MANAGED, 'org-parent-not-found', 'page-token-invalid'],
  run(tx, input, context) {
    const organization = managed(tx, context);
    const { ParentId: parent = '', NextToken: token } = input;
    requireParent(tx, organization, parent);
    const page = pageOf(
      { operation: 'ListAccountsForParent', scope: context.scope, filters: parent, token },
      input.MaxResults ?? PAGE,
      (after, limit) => tx.organizations.membersIn(parent, Number(after?.[0] ?? 0), limit),
      ({ key }) => [key],
    );
    return {
      Accounts: page.rows.map((member) => accountAnswer(tx, organization, member)),
      NextToken: page.nextToken,
    };
  },
});
