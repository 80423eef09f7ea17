import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { operation } from '../../operation.ts';
import { requestAnswer } from '../account-request.ts';
import { MANAGED, managed } from '../organization.ts';

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribeCreateAccountStatus.html */
export default operation({
  name: 'organizations:DescribeCreateAccountStatus',
  access: 'read',
  constraints: [...MANAGED, 'org-account-request-not-found'],
  run(tx, input, context) {
    const { CreateAccountRequestId: id = '' } = input;
    const request = tx.organizations.requests.find(managed(tx, context).key, id);
    guard(check('org-account-request-not-found', { id, found: request !== undefined }));
    return request === undefined ? {} : { CreateAccountStatus: requestAnswer(request) };
  },
});
