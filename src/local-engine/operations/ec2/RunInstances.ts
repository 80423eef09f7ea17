import type { LaunchPlan } from '../../../contract/launch.ts';
import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { decideLaunch } from '../../../validation/licensing/decide-launch.ts';
import { TAG_CONSTRAINTS, tagViolations } from '../../../validation/tags.ts';
import { type Machine, takeForLaunch } from '../../ledger/launch.ts';
import { openHosts } from '../../ledger/open-hosts.ts';
import { type Context, operation } from '../../operation.ts';
import { instanceAnswers } from '../instance.ts';
import { LAUNCH_CONSTRAINTS } from '../launch-constraints.ts';
import { tagsFor } from '../tags.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html */
export default operation({
  name: 'ec2:RunInstances',
  access: 'write',
  decides: true,
  constraints: [...LAUNCH_CONSTRAINTS, ...TAG_CONSTRAINTS],
  token: (input) => input.ClientToken,
  run(tx, input, context) {
    const tags = tagsFor('instance', input.TagSpecifications);
    guard(tagViolations(tags));
    const decision = decideLaunch(input, context.world);
    guard(decision.violations, check('launch-untold', decision));
    const { scope, now } = context;
    const reservationId = context.ids.next('r');
    const plan = openHosts(tx, decision.plan, scope.region, context.ids, now);
    const machines = insert(plan, reservationId, context);
    const ids = machines.map((machine) => machine.instanceId);
    takeForLaunch(tx, plan, machines, scope.account, now);
    tx.tags.put(ids, tags);
    context.alert(decision.alerts);
    const launched = context.here.instances.findAll(ids).map((row) => ({ ...row, state: 'pending' as const }));
    return {
      ReservationId: reservationId,
      OwnerId: scope.account,
      Groups: [],
      Instances: instanceAnswers(tx, launched),
    };
  },
});

/** The instances of a decided launch, each on its host; one statement. */
function insert(plan: LaunchPlan, reservationId: string, context: Context): readonly Machine[] {
  const { here, ids, now, scope, world } = context;
  const image = world.image(plan.imageId);
  const billing = image.known ? image.value : undefined;
  const hosts = plan.placements.flatMap(({ hostId, count }) => Array.from({ length: count }, () => hostId));
  const machines = Array.from({ length: plan.count }, (_, index) => ({
    instanceId: ids.next('i'),
    hostId: hosts[index],
  }));
  here.instances.insertAll(
    {
      reservationId,
      imageId: plan.imageId,
      instanceType: plan.instanceType,
      state: 'running',
      tenancy: plan.tenancy,
      affinity: plan.affinity,
      zone: plan.zone ?? `${scope.region}a`,
      coreCount: plan.cpu?.coreCount,
      threadsPerCore: plan.cpu?.threadsPerCore,
      usageOperation: billing?.usageOperation ?? '',
      platformDetails: billing?.platformDetails ?? '',
      launchedAt: now,
      groupArn: plan.hostResourceGroupArn,
    },
    machines.map(({ instanceId, hostId }) => [instanceId, hostId ?? null]),
  );
  return machines;
}
