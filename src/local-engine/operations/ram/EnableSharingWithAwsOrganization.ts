import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { operation } from '../../operation.ts';

/** The name under which an organization trusts RAM. */
const PRINCIPAL = 'ram.amazonaws.com';

/** https://docs.aws.amazon.com/ram/latest/APIReference/API_EnableSharingWithAwsOrganization.html */
export default operation({
  name: 'ram:EnableSharingWithAwsOrganization',
  access: 'write',
  constraints: ['share-enable-management'],
  run(tx, _input, { now, scope }) {
    const organization = tx.organizations.of(scope.account);
    const known =
      organization === undefined ? {} : { management: organization.managementAccount, features: organization.features };
    guard(check('share-enable-management', { accountId: scope.account, ...known }));
    if (organization !== undefined) tx.organizations.trust(organization.key, PRINCIPAL, now);
    tx.shares.enableOrganization(scope.account, now);
    return { returnValue: true };
  },
});
