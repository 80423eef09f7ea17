import type { Violation } from '../../contract/decision.ts';
import { shareUseRows } from '../../validation/catalogue/share-use.ts';
import { checkIn } from '../../validation/check-in.ts';
import type { Tx } from '../store/store.ts';
import type { EvictionRow } from '../store/tables/evictions.ts';
import { put } from '../store/tables/outbox.ts';
import type { Applied } from './index.ts';

/** Tells both accounts that a notice has run out. The guide says of nothing else that happens then, so nothing does. */
export function evictionsDue(tx: Tx, now: number): readonly Applied[] {
  return tx.evictions.pass(now).map((row) => {
    const violations = checkIn(shareUseRows, 'time-eviction-15d', {
      instanceId: row.instanceId,
      hostId: row.hostId,
      ownerId: row.owner,
      deadline: row.deadline,
      now,
    });
    for (const account of [row.account, row.owner])
      for (const violation of violations) raise(tx, row, account, violation);
    return { at: row.deadline, what: `the notice to move ${row.instanceId} off ${row.hostId} has run out` };
  });
}

/** An alert that no call raised. */
function raise(
  tx: Tx,
  { region, deadline: at, owner: caller }: EvictionRow,
  account: string,
  violation: Violation,
): void {
  const alert = { account, at, kind: 'soft', operation: 'schedule', caller, violation } as const;
  tx.in({ account, region }).journal.alert(alert);
  const { kind, operation } = alert;
  const body = JSON.stringify({ kind, operation, account, caller, region, args: violation.args });
  put(tx.db, { kind: 'alert', subject: violation.id, body, at });
}
