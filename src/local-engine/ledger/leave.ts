import { unitsOf } from '../../validation/hosts-table.ts';
import { instanceType } from '../../validation/instance-types.ts';
import type { Tx } from '../store/store.ts';
import type { AssociationRow } from '../store/tables/associations.ts';
import type { TotalChange } from '../store/tables/books.ts';
import type { InstanceRow } from '../store/tables/instances.ts';
import { isRunning, returned } from './returned.ts';
import { summed } from './totals.ts';

/**
 * Gives back what machines take, when they stop or terminate (count-release-on-stop, count-release-on-terminate), and frees
 * their room. Terminated machines also lose their associations; stopped ones keep them.
 */
export function giveBack(tx: Tx, instances: readonly InstanceRow[], how: 'stop' | 'terminate', now: number): void {
  const byId = new Map(instances.map((instance) => [instance.id, instance]));
  const associations = tx.associations.ofResources([...byId.keys()]);
  const changes = associations.flatMap((association) => {
    const instance = byId.get(association.resourceId);
    return instance === undefined ? [] : returned(tx, association, instance, now);
  });
  if (how === 'stop') tx.books.setConsumed(associations.map((row) => [row.configurationKey, row.resourceId, 0]));
  else changes.push(...dissolve(tx, associations));
  tx.books.addToTotals(summed(changes));
  tx.books.occupy(freedRoom(instances.filter(isRunning)));
}

function dissolve(tx: Tx, associations: readonly AssociationRow[]): readonly TotalChange[] {
  const byConfiguration = new Map<number, string[]>();
  for (const { configurationKey, resourceId } of associations) {
    byConfiguration.set(configurationKey, [...(byConfiguration.get(configurationKey) ?? []), resourceId]);
  }
  return [...byConfiguration].map(([configurationKey, ids]) => {
    tx.books.disassociate(configurationKey, ids);
    return { configurationKey, resourceType: 'EC2_INSTANCE', consumed: 0, associated: -ids.length };
  });
}

function freedRoom(instances: readonly InstanceRow[]): readonly (readonly [string, number, number, number])[] {
  const rows = new Map<string, readonly [string, number, number, number]>();
  for (const { hostId, instanceType: type } of instances) {
    if (hostId === undefined) continue;
    const [, units, cores, machines] = rows.get(hostId) ?? [hostId, 0, 0, 0];
    rows.set(hostId, [hostId, units - unitsOf(type), cores - (instanceType(type)?.cores ?? 0), machines - 1]);
  }
  return [...rows.values()];
}
