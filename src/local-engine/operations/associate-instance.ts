import type { InstanceFact } from '../../contract/world.ts';
import { configurationArn } from '../../validation/arns.ts';
import { check } from '../../validation/catalogue/index.ts';
import { guard } from '../../validation/guard.ts';
import { decideAssociate } from '../../validation/licensing/decide-associate.ts';
import { disassociateInstance } from '../ledger/associate.ts';
import { associate } from '../ledger/association.ts';
import { isRunning } from '../ledger/leave.ts';
import { takeForMachine } from '../ledger/start.ts';
import type { Context } from '../operation.ts';
import type { Tx } from '../store/store.ts';
import type { Change } from './associate.ts';

/** Associates and disassociates a machine; one that runs is judged and counted at once (count-running-on-associate). */
export function changeInstance(tx: Tx, { resource, added, removed }: Change, context: Context): void {
  const { here, scope, now, world, alert } = context;
  const row = here.instances.find(resource.id);
  guard(
    check('ec2-instance-not-found', { instanceId: resource.id, found: row !== undefined }),
    check('config-associate-state', { resource: resource.id, state: row?.state ?? '' }),
    ...added.map((one) =>
      check('ami-scope-ami-only', { resource: resource.id, kind: resource.kind, AmiAssociationScope: one.scope }),
    ),
  );
  if (row === undefined) return;
  for (const configuration of removed) disassociateInstance(tx, configuration, row, now);
  const fact = world.instance(row.id);
  const instance: InstanceFact | undefined = fact.known ? fact.value : undefined;
  if (instance === undefined || added.length === 0) return;
  for (const { configuration } of added)
    associate(tx, configuration, { type: 'EC2_INSTANCE', id: row.id, owner: scope.account }, now);
  if (!isRunning(row)) return;
  const facts = added.flatMap((one) => {
    const known = world.configuration(configurationArn(one.configuration, one.configuration.id));
    return known.known && known.value !== undefined ? [known.value] : [];
  });
  const decision = decideAssociate(instance, facts, world);
  guard(decision.violations);
  takeForMachine(tx, decision.plan, row, now);
  alert(decision.alerts);
}
