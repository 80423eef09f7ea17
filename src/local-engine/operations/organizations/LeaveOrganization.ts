import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { leave } from '../../ledger/membership.ts';
import { operation } from '../../operation.ts';
import { openWhenAgreed } from '../handshake.ts';
import { MINE, mine } from '../organization.ts';

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_LeaveOrganization.html */
export default operation({
  name: 'organizations:LeaveOrganization',
  access: 'write',
  constraints: [...MINE, 'org-management-cannot-leave'],
  run(tx, _input, context) {
    const { account } = context.scope;
    const organization = mine(tx, context);
    guard(check('org-management-cannot-leave', { account, managementAccount: organization.managementAccount }));
    leave(tx, account);
    openWhenAgreed(tx, organization, context.now);
    return {};
  },
});
