import { operation } from '../../operation.ts';
import { foundInstances, mustBe } from '../instance.ts';

/** A reboot changes neither association nor consumption. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RebootInstances.html */
export default operation({
  name: 'ec2:RebootInstances',
  access: 'write',
  constraints: ['ec2-instance-not-found', 'ec2-instance-state'],
  run(_tx, input, context) {
    mustBe(foundInstances(input.InstanceIds, context), ['running', 'pending']);
    return {};
  },
});
