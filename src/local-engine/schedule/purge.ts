import type { Tx } from '../store/store.ts';
import { purgeInstances } from '../store/tables/instances.ts';
import type { Applied } from './index.ts';

export function purgeDue(tx: Tx, now: number): readonly Applied[] {
  const gone = purgeInstances(tx.db, now);
  return gone === 0 ? [] : [{ at: now, what: `${gone} terminated instances are no longer shown` }];
}
