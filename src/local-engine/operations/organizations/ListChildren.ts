import { operation } from '../../operation.ts';
import { pageOf } from '../../paging.ts';
import { MANAGED, managed, PAGE, requireParent } from '../organization.ts';

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListChildren.html */
export default operation({
  name: 'organizations:ListChildren',
  access: 'read',
  constraints: [...MANAGED, 'org-parent-not-found', 'page-token-invalid'],
  run(tx, input, context) {
    const { ParentId: parent = '', ChildType: type, NextToken: token } = input;
    requireParent(tx, managed(tx, context), parent);
    const children =
      type === 'ACCOUNT'
        ? tx.organizations.membersIn(parent, 0, Number.MAX_SAFE_INTEGER).map(({ account }) => account)
        : tx.organizations.units.in(parent).map(({ id }) => id);
    const page = pageOf(
      { operation: 'ListChildren', scope: context.scope, filters: [parent, type], token },
      input.MaxResults ?? PAGE,
      (after, limit) =>
        children
          .toSorted()
          .filter((id) => after === undefined || id > String(after[0]))
          .slice(0, limit),
      (id) => [id],
    );
    return { Children: page.rows.map((Id) => ({ Id, Type: type })), NextToken: page.nextToken };
  },
});
