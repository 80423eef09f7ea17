import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { leave } from '../../ledger/membership.ts';
import { operation } from '../../operation.ts';
import { openWhenAgreed } from '../handshake.ts';
import { MANAGED, managed, memberOf } from '../organization.ts';

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_RemoveAccountFromOrganization.html */
export default operation({
  name: 'organizations:RemoveAccountFromOrganization',
  access: 'write',
  constraints: [...MANAGED, 'org-account-not-found', 'org-management-cannot-leave'],
  run(tx, input, context) {
    const organization = managed(tx, context);
    const { account } = memberOf(tx, organization, input.AccountId ?? '');
    guard(check('org-management-cannot-leave', { account, managementAccount: organization.managementAccount }));
    leave(tx, account);
    openWhenAgreed(tx, organization, context.now);
    return {};
  },
});
