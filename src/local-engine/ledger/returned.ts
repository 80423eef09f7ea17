import type { Tx } from '../store/store.ts';
import type { AssociationRow } from '../store/tables/associations.ts';
import type { TotalChange } from '../store/tables/books.ts';
import type { InstanceRow } from '../store/tables/instances.ts';
import { unchargeHost } from './charge-host.ts';

/** A machine that counts: it runs, and so takes licences and room. */
export const isRunning = (instance: Pick<InstanceRow, 'state'>): boolean =>
  instance.state === 'running' || instance.state === 'pending';

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
