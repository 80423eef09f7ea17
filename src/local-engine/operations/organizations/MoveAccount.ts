import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { operation } from '../../operation.ts';
import { isParent, MANAGED, managed, memberOf } from '../organization.ts';

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_MoveAccount.html */
export default operation({
  name: 'organizations:MoveAccount',
  access: 'write',
  constraints: [...MANAGED, 'org-account-not-found', 'org-move-source', 'org-move-destination'],
  run(tx, input, context) {
    const { AccountId: account = '', SourceParentId: source = '', DestinationParentId: destination = '' } = input;
    const organization = managed(tx, context);
    const { id, rootId: root } = organization;
    const { parentId: parent } = memberOf(tx, organization, account);
    const found = isParent(tx, organization, destination);
    guard(
      check('org-move-source', { account, parent, source }),
      check('org-move-destination', { destination, organization: id, root, found }),
    );
    tx.organizations.moveMember(account, destination);
    return {};
  },
});
