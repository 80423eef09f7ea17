import type { Tx } from '../store/store.ts';
import { purgeInstances } from '../store/tables/instances.ts';
import { purgeNodes } from '../store/tables/nodes.ts';
import type { Applied } from './index.ts';

export function purgeDue(tx: Tx, now: number): readonly Applied[] {
  const gone = purgeInstances(tx.db, now);
  return gone === 0 ? [] : [{ at: now, what: `${gone} terminated instances are no longer shown` }];
}

/** Machines that have not reported for 30 days are inactive: Systems Manager Inventory forgets them (inventory-30-days). */
export function purgeInventory(tx: Tx, now: number): readonly Applied[] {
  const gone = purgeNodes(tx.db, now);
  return gone === 0
    ? []
    : [{ at: now, what: `inventory of ${gone} machines was forgotten, 30 days after their report` }];
}
