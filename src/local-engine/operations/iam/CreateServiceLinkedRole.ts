import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { SERVICE_ROLES } from '../../../validation/service-roles.ts';
import { operation } from '../../operation.ts';
import { roleAnswer } from '../service-role.ts';

/**
 * Makes the role of a service, or makes it again after it was deleted (slr-recreate).
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateServiceLinkedRole.html
 */
export default operation({
  name: 'iam:CreateServiceLinkedRole',
  access: 'write',
  constraints: ['slr-service-unknown', 'slr-role-exists'],
  run(tx, { AWSServiceName: service = '' }, { scope, now }) {
    const { account } = scope;
    const role = SERVICE_ROLES.find(({ principal }) => principal === service);
    guard(check('slr-service-unknown', { service }));
    if (role === undefined) return {};
    guard(check('slr-role-exists', { role: role.name, present: tx.roles.has(account, role.name) }));
    tx.roles.set(account, role.name, true, now);
    return { Role: roleAnswer(tx, account, role) };
  },
});
