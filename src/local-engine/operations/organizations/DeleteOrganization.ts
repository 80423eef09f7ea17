import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { operation } from '../../operation.ts';
import { MANAGED, managed } from '../organization.ts';

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_DeleteOrganization.html */
export default operation({
  name: 'organizations:DeleteOrganization',
  access: 'write',
  constraints: [...MANAGED, 'org-not-empty'],
  run(tx, _input, context) {
    const { key, managementAccount, members } = managed(tx, context);
    guard(check('org-not-empty', { members: members.filter((account) => account !== managementAccount) }));
    tx.organizations.delete(key);
    return {};
  },
});
