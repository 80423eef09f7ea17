import { operation } from '../../operation.ts';
import { presentRole, roleAnswer } from '../service-role.ts';

/**
 * A sandbox has the roles of services and no others.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html
 */
export default operation({
  name: 'iam:GetRole',
  access: 'read',
  constraints: ['slr-role-not-found'],
  run(tx, { RoleName: name = '' }, { scope: { account } }) {
    return { Role: roleAnswer(tx, account, presentRole(tx, account, name)) };
  },
});
