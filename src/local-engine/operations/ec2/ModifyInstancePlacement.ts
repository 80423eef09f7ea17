import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { decideMove } from '../../../validation/licensing/decide-move.ts';
import { operation } from '../../operation.ts';
import { MATRIX_CONSTRAINTS } from '../launch-constraints.ts';

const MODELLED = ['Tenancy', 'Affinity', 'HostId', 'HostResourceGroupArn'];
const PLACEMENT_GROUP = ['GroupName', 'GroupId', 'PartitionNumber'] as const;

/**
 * Changes where a stopped machine starts next. It takes no licences while it is stopped, so they only warn here.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyInstancePlacement.html
 */
export default operation({
  name: 'ec2:ModifyInstancePlacement',
  access: 'write',
  decides: true,
  constraints: [
    'ec2-attribute-not-modelled',
    'tenancy-at-least-one',
    'tenancy-hrg-no-host',
    'ec2-instance-not-found',
    'tenancy-stopped',
    'ec2-affinity-needs-host',
    'tenancy-host-id-needs-host',
    'tenancy-hrg-requires-host',
    'tenancy-hrg-needs-group',
    ...MATRIX_CONSTRAINTS,
    'tenancy-cmd-default',
    'tenancy-cmd-dedicated',
    'tenancy-t3-launch-only',
    'host-type-unsupported',
    'host-not-found',
    'hrg-no-direct-launch',
    'host-launch-states',
    'host-type-supported',
    'host-zone',
    'host-auto-placement',
    'tenancy-host-needs-capacity',
    'tenancy-license-rules-on-start',
  ],
  run(_tx, input, { here, world, alert }) {
    const found = PLACEMENT_GROUP.filter((name) => input[name] !== undefined && input[name] !== '');
    guard(check('ec2-attribute-not-modelled', { found, modelled: MODELLED }));
    const { violations, alerts, plan } = decideMove(input, world);
    guard(violations);
    if (plan !== undefined) here.instances.move(plan);
    alert(alerts);
    return { Return: true };
  },
});
