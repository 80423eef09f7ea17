import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { operation } from '../../operation.ts';
import { SWITCHING, switching } from '../trusted-access.ts';

/**
 * Enabling what is enabled changes nothing (trusted-access-idempotent).
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_EnableAWSServiceAccess.html
 */
export default operation({
  name: 'organizations:EnableAWSServiceAccess',
  access: 'write',
  constraints: [...SWITCHING, 'trusted-access-all-features', 'trusted-access-via-lm'],
  run(tx, input, context) {
    const { ServicePrincipal: principal = '' } = input;
    const { key, id, features } = switching(tx, context, principal);
    guard(check('trusted-access-all-features', { organization: id, features }));
    tx.organizations.trust(key, principal, context.now);
    context.alert(check('trusted-access-via-lm', { principal, linked: false }));
    return {};
  },
});
