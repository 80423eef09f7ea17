import { stateAnswer } from '../../../contract/instance.ts';
import { giveBack, isRunning } from '../../ledger/leave.ts';
import { releaseEmptied } from '../../ledger/recover.ts';
import { releaseIdle } from '../../ledger/release-host.ts';
import { purgeMoment } from '../../moments.ts';
import { operation } from '../../operation.ts';
import { foundInstances } from '../instance.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TerminateInstances.html */
export default operation({
  name: 'ec2:TerminateInstances',
  access: 'write',
  constraints: ['ec2-instance-not-found'],
  run(tx, input, context) {
    const { now, here } = context;
    const rows = foundInstances(input.InstanceIds, context);
    const alive = rows.filter((row) => row.state !== 'terminated');
    giveBack(tx, alive, 'terminate', now);
    here.instances.setState(
      alive.map((row) => row.id),
      'terminated',
      now,
      purgeMoment(now),
    );
    releaseEmptied(tx, alive.filter(isRunning), now);
    releaseIdle(tx, alive.filter(isRunning), now);
    return {
      TerminatingInstances: rows.map((row) => ({
        InstanceId: row.id,
        CurrentState: stateAnswer(row.state === 'terminated' ? 'terminated' : 'shutting-down'),
        PreviousState: stateAnswer(row.state),
      })),
    };
  },
});
