import { stateAnswer } from '../../../contract/instance.ts';
import { giveBack, isRunning } from '../../ledger/leave.ts';
import { releaseEmptied } from '../../ledger/recover.ts';
import { releaseIdle } from '../../ledger/release-host.ts';
import { operation } from '../../operation.ts';
import { foundInstances, mustBe } from '../instance.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_StopInstances.html */
export default operation({
  name: 'ec2:StopInstances',
  access: 'write',
  constraints: ['ec2-instance-not-found', 'ec2-instance-state'],
  run(tx, input, context) {
    const rows = foundInstances(input.InstanceIds, context);
    mustBe(rows, ['running', 'pending', 'stopped']);
    const running = rows.filter(isRunning);
    giveBack(tx, running, 'stop', context.now);
    context.here.instances.setState(
      running.map((row) => row.id),
      'stopped',
      context.now,
    );
    releaseEmptied(tx, running, context.now);
    releaseIdle(tx, running, context.now);
    return {
      StoppingInstances: rows.map((row) => ({
        InstanceId: row.id,
        CurrentState: stateAnswer(isRunning(row) ? 'stopping' : row.state),
        PreviousState: stateAnswer(row.state),
      })),
    };
  },
});
