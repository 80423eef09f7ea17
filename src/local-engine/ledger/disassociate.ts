import type { Tx } from '../store/store.ts';
import type { ConfigurationRow } from '../store/tables/configurations.ts';
import type { InstanceRow } from '../store/tables/instances.ts';
import { forget } from './association.ts';
import { returned } from './returned.ts';
import { summed } from './totals.ts';

/** A machine leaves a configuration: what it takes comes back at once, except what affinity holds (config-disassociate-releases). */
export function disassociateInstance(
  tx: Tx,
  configuration: ConfigurationRow,
  instance: InstanceRow,
  now: number,
): void {
  const association = tx.associations.find(configuration.key, instance.id);
  if (association === undefined) return;
  tx.books.addToTotals(summed(returned(tx, association, instance, now)));
  forget(tx, configuration.key, { type: 'EC2_INSTANCE', id: instance.id });
}
