import { operation } from '../../operation.ts';
import { MINE, mine, organizationAnswer } from '../organization.ts';

/** Every account in the organization may ask. https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribeOrganization.html */
export default operation({
  name: 'organizations:DescribeOrganization',
  access: 'read',
  constraints: MINE,
  run(tx, _input, context) {
    return { Organization: organizationAnswer(tx, mine(tx, context)) };
  },
});
