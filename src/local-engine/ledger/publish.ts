import type { Tx } from '../store/store.ts';
import { put } from '../store/tables/outbox.ts';

/** A message as whoever follows the topic reads it. */
export interface Publication {
  readonly topicArn: string;
  readonly messageId: string;
  readonly subject: string;
  readonly message: string;
  /** Attributes by name; bytes as base64. */
  readonly attributes: Readonly<Record<string, { readonly type: string; readonly value: string }>>;
  /** Milliseconds. */
  readonly at: number;
}

/** A message leaves through the outbox once the transaction is committed, as an alert does. */
export function publish(tx: Tx, { subject, at, ...body }: Publication): void {
  put(tx.db, { kind: 'publication', subject, body: JSON.stringify({ kind: 'publication', ...body }), at });
}
