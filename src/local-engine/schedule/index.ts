import type { Ids } from '../ids.ts';
import { releaseDue } from '../ledger/release.ts';
import { nextRun } from '../store/reports/generators.ts';
import type { Tx } from '../store/store.ts';
import { accountsDue } from './accounts.ts';
import { convertDue } from './conversions.ts';
import { evictionsDue } from './evictions.ts';
import { failuresDue } from './failures.ts';
import { groupsDue } from './groups.ts';
import { purgeDue, purgeInventory } from './purge.ts';
import { runsAt, type Texts } from './reports.ts';
import { invitationsDue, sharesDue } from './shares.ts';
import { sweepDue } from './sweep.ts';

/** Something the schedule did, and when it was due. */
export interface Applied {
  readonly at: number;
  readonly what: string;
}

export type CatchUp = (tx: Tx, now: number, ids: Ids) => readonly Applied[];

/**
 * Applies whatever is due by `now` (milliseconds) and returns it in order of its moment (time-order). Work that repeats
 * and leaves the same result runs once for the whole gap, so a sandbox that slept for a year catches up at once. A report
 * shows its own moment, so what is due before it is applied before it, and what comes after it after.
 */
export const catchUp: CatchUp = (tx, now, ids) => {
  const applied: Applied[] = [];
  const texts: Texts = new Map();
  let change: number | undefined;
  for (let at = nextRun(tx.db, now); at !== undefined; at = nextRun(tx.db, now)) {
    // A run changes nothing that comes due, so this is asked again only after something did.
    change ??= tx.sandbox.earliestChange() ?? Number.POSITIVE_INFINITY;
    if (change <= at) {
      applied.push(...changesDue(tx, at, ids));
      texts.clear();
      change = undefined;
    }
    applied.push(...runsAt(tx, at, ids, texts));
  }
  applied.push(...changesDue(tx, now, ids));
  return applied.sort((a, b) => a.at - b.at);
};

/** Everything that changes by itself by a moment. */
const changesDue: CatchUp = (tx, now, ids) => [
  ...accountsDue(tx, now),
  ...sweepDue(tx, now),
  ...failuresDue(tx, now, ids),
  ...releaseDue(tx, now),
  ...groupsDue(tx, now),
  // Conversions ask for machines and inventory as they were at their moment, so they come before these are forgotten.
  ...convertDue(tx, now),
  ...purgeDue(tx, now),
  ...purgeInventory(tx, now),
  ...invitationsDue(tx, now),
  ...sharesDue(tx, now),
  ...evictionsDue(tx, now),
];
