import type { LaunchPlan } from '../../contract/launch.ts';
import type { Tx } from '../store/store.ts';
import type { TotalChange } from '../store/tables/books.ts';
import type { InstanceRow } from '../store/tables/instances.ts';
import { chargeHost } from './charge-host.ts';
import { configurationOf, occupation } from './launch.ts';
import { summed } from './totals.ts';

/** Takes licences again for a machine that starts, or for the first time when one that runs is associated. */
export function takeForMachine(tx: Tx, plan: LaunchPlan, instance: InstanceRow, now: number): void {
  const changes: TotalChange[] = [];
  for (const { configurationArn, unitsEach } of plan.machineCharges) {
    const { row } = configurationOf(tx, configurationArn);
    tx.books.setConsumed([[row.key, instance.id, unitsEach]]);
    changes.push({ configurationKey: row.key, resourceType: 'EC2_INSTANCE', consumed: unitsEach, associated: 0 });
  }
  const [placement] = plan.placements;
  if (placement !== undefined) {
    for (const arn of plan.hostCharged) {
      const { row } = configurationOf(tx, arn);
      const units = plan.hostCharges.find((charge) => charge.configurationArn === arn)?.units ?? 0;
      const consumed = chargeHost(tx, row, placement.hostId, units, 1, now);
      changes.push({ configurationKey: row.key, resourceType: 'EC2_HOST', consumed, associated: 0 });
    }
  }
  tx.books.addToTotals(summed(changes));
}

/** The room a machine takes on its host when it starts. */
export function takeRoom(tx: Tx, plan: LaunchPlan): void {
  tx.books.occupy(occupation(plan));
}
