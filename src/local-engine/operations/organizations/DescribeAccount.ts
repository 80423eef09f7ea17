import { operation } from '../../operation.ts';
import { accountAnswer, MANAGED, managed, memberOf } from '../organization.ts';

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribeAccount.html */
export default operation({
  name: 'organizations:DescribeAccount',
  access: 'read',
  constraints: [...MANAGED, 'org-account-not-found'],
  run(tx, input, context) {
    const organization = managed(tx, context);
    return { Account: accountAnswer(tx, organization, memberOf(tx, organization, input.AccountId ?? '')) };
  },
});
