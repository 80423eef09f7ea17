import { unitsOf } from '../../validation/hosts-table.ts';
import { instanceType } from '../../validation/instance-types.ts';
import type { Tx } from '../store/store.ts';
import type { AssociationRow } from '../store/tables/associations.ts';
import type { TotalChange } from '../store/tables/books.ts';
import type { InstanceRow } from '../store/tables/instances.ts';
import { unchargeHost } from './charge-host.ts';
import { summed } from './totals.ts';

/** A machine that counts: it runs, and so takes licences and room. */
export const isRunning = (instance: Pick<InstanceRow, 'state'>): boolean =>
  instance.state === 'running' || instance.state === 'pending';

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

/** What one machine takes under one configuration comes back; a machine that does not run takes nothing. */
export function returned(tx: Tx, association: AssociationRow, instance: InstanceRow, now: number): TotalChange[] {
  const { configurationKey, consumed } = association;
  if (!isRunning(instance)) return [];
  const changes: TotalChange[] = [];
  if (consumed > 0)
    changes.push({ configurationKey, resourceType: 'EC2_INSTANCE', consumed: -consumed, associated: 0 });
  const active = tx.across.configurationByKey(configurationKey)?.status === 'AVAILABLE';
  if (active && consumed === 0 && instance.hostId !== undefined) {
    const freed = unchargeHost(tx, configurationKey, instance.hostId, 1, now);
    changes.push({ configurationKey, resourceType: 'EC2_HOST', consumed: -freed, associated: 0 });
  }
  return changes;
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
    // A copied machine may be of a type that no table knows: it took no room that was counted.
    const takes = Number.isFinite(unitsOf(type)) ? unitsOf(type) : 0;
    rows.set(hostId, [hostId, units - takes, cores - (instanceType(type)?.cores ?? 0), machines - 1]);
  }
  return [...rows.values()];
}
