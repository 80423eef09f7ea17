import type { Scope } from '../../contract/ports.ts';
import type { Tx } from '../store/store.ts';
import type { AlertRow } from '../store/tables/journal.ts';
import { put } from '../store/tables/outbox.ts';

/** An alert is kept, and leaves through the outbox once the transaction is committed. */
export function raise(tx: Tx, scope: Scope, alert: AlertRow): void {
  tx.in(scope).journal.alert(alert);
  const { kind, operation, account, caller, violation, at } = alert;
  put(tx.db, {
    kind: 'alert',
    subject: violation.id,
    body: JSON.stringify({ kind, operation, account, caller, region: scope.region, args: violation.args }),
    at,
  });
}
