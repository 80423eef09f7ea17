import { stateAnswer } from '../../../contract/instance.ts';
import type { LaunchPlan } from '../../../contract/launch.ts';
import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { decideStart } from '../../../validation/licensing/decide-start.ts';
import { openHosts } from '../../ledger/open-hosts.ts';
import { takeForMachine, takeRoom } from '../../ledger/start.ts';
import { type Context, operation } from '../../operation.ts';
import type { Tx } from '../../store/store.ts';
import type { InstanceRow } from '../../store/tables/instances.ts';
import { foundInstances, mustBe } from '../instance.ts';
import { RUN_CONSTRAINTS } from '../launch-constraints.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_StartInstances.html */
export default operation({
  name: 'ec2:StartInstances',
  access: 'write',
  decides: true,
  constraints: ['ec2-instance-not-found', 'ec2-instance-state', 'hrg-restart-after-add', ...RUN_CONSTRAINTS],
  run(tx, input, context) {
    const rows = foundInstances(input.InstanceIds, context);
    mustBe(rows, ['stopped', 'running', 'pending']);
    // One after the other, so that each sees what those before it took; a refusal undoes them all.
    for (const row of rows.filter((one) => one.state === 'stopped')) start(tx, row, context);
    return {
      StartingInstances: rows.map((row) => ({
        InstanceId: row.id,
        CurrentState: stateAnswer(row.state === 'stopped' ? 'pending' : row.state),
        PreviousState: stateAnswer(row.state),
      })),
    };
  },
});

function start(tx: Tx, row: InstanceRow, { here, world, scope, ids, now, alert }: Context): void {
  const fact = world.instance(row.id);
  if (!fact.known || fact.value === undefined) return;
  const decision = decideStart(fact.value, world);
  guard(decision.violations, check('launch-untold', decision));
  const plan = openHosts(tx, decision.plan, scope.region, ids, now);
  place(row, plan, here);
  takeRoom(tx, plan);
  takeForMachine(tx, plan, row, now);
  here.instances.setState([row.id], 'running', now);
  alert(decision.alerts);
}

/** Auto-placement may start a machine on another host than the last one. */
function place(row: InstanceRow, plan: LaunchPlan, here: Context['here']): void {
  const hostId = plan.placements[0]?.hostId;
  if (hostId !== row.hostId || (plan.zone ?? row.zone) !== row.zone)
    here.instances.place(row.id, hostId, plan.zone ?? row.zone);
}
