import type { Tx } from '../store/store.ts';
import { purgeInstances } from '../store/tables/instances.ts';
import type { Applied } from './index.ts';

const HOUR = 3_600_000;

/** Until when a terminated machine can still be seen: EC2 shows it for about an hour. */
export const purgeMoment = (terminatedAt: number): number => terminatedAt + HOUR;

export function purgeDue(tx: Tx, now: number): readonly Applied[] {
  const gone = purgeInstances(tx.db, now);
  return gone === 0 ? [] : [{ at: now, what: `${gone} terminated instances are no longer shown` }];
}
