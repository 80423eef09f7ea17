import { hostUnits } from '../../validation/licensing/counting.ts';
import type { Tx } from '../store/store.ts';
import type { ConfigurationRow } from '../store/tables/configurations.ts';
import type { HostRow } from '../store/tables/hosts.ts';
import type { InstanceRow } from '../store/tables/instances.ts';
import { associate, forget } from './association.ts';
import { setByHand } from './charge-host.ts';
import { returned } from './leave.ts';
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

/** A host attached by hand is charged while it is allocated (RULINGS 19); only Core and Socket charge hosts. */
export function attachHost(tx: Tx, configuration: ConfigurationRow, host: HostRow, owner: string, now: number): void {
  associate(tx, configuration, { type: 'EC2_HOST', id: host.id, owner }, now);
  changeHostCharge(tx, configuration, host, true, now);
}

export function detachHost(tx: Tx, configuration: ConfigurationRow, host: HostRow, now: number): void {
  changeHostCharge(tx, configuration, host, false, now);
  forget(tx, configuration.key, { type: 'EC2_HOST', id: host.id });
}

function changeHostCharge(tx: Tx, configuration: ConfigurationRow, host: HostRow, byHand: boolean, now: number): void {
  const units = hostUnits(configuration.counting, host);
  if (units === 0) return;
  const consumed = setByHand(tx, configuration, host.id, units, byHand, now);
  tx.books.addToTotals(
    summed([{ configurationKey: configuration.key, resourceType: 'EC2_HOST', consumed, associated: 0 }]),
  );
}

/** A host that is released leaves every configuration it was attached to by hand. */
export function detachAll(tx: Tx, host: HostRow, now: number): void {
  for (const association of tx.associations.ofResource(host.id)) {
    const configuration = tx.across.configurationByKey(association.configurationKey);
    if (configuration !== undefined) detachHost(tx, configuration, host, now);
  }
}
