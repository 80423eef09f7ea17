import { operation } from '../../operation.ts';
import { SWITCHING, switching } from '../trusted-access.ts';

/**
 * Disabling what is not enabled changes nothing (trusted-access-idempotent).
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_DisableAWSServiceAccess.html
 */
export default operation({
  name: 'organizations:DisableAWSServiceAccess',
  access: 'write',
  constraints: SWITCHING,
  run(tx, input, context) {
    const { ServicePrincipal: principal = '' } = input;
    tx.organizations.distrust(switching(tx, context, principal).key, principal);
    return {};
  },
});
