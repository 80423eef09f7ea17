import type { Tx } from '../store/store.ts';
import type { AlertRow } from '../store/tables/journal.ts';
import { put } from '../store/tables/outbox.ts';

/** An alert is kept, and leaves through the outbox once the transaction is committed. */
export function raiseAlert(tx: Tx, region: string, alert: AlertRow): void {
  const { kind, operation, account, caller, violation, at } = alert;
  tx.in({ account, region }).journal.alert(alert);
  put(tx.db, {
    kind: 'alert',
    subject: violation.id,
    body: JSON.stringify({ kind, operation, account, caller, region, args: violation.args }),
    at,
  });
}
