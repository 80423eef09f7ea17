import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { operation } from '../../operation.ts';

/**
 * Forgets a server that is no instance, and what it reported.
 * https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DeregisterManagedInstance.html
 */
export default operation({
  name: 'ssm:DeregisterManagedInstance',
  access: 'write',
  constraints: ['ssm-node-not-found'],
  run(_tx, { InstanceId: id = '' }, { here }) {
    const reports = here.nodes.find(id) !== undefined;
    guard(check('ssm-node-not-found', { id, exists: reports, reports }));
    here.nodes.remove(id);
    return {};
  },
});
