import type { Database } from '../database.ts';
import { int, text } from '../rows.ts';

/** Something that leaves the sandbox once its transaction is committed; keys rise and are never used twice. */
export interface Message {
  readonly key: number;
  readonly kind: string;
  readonly subject: string;
  /** JSON. */
  readonly body: string;
  readonly at: number;
}

export function put(db: Database, message: Omit<Message, 'key'>): void {
  db.run('INSERT INTO outbox (kind, subject, body, at) VALUES ($kind, $subject, $body, $at)', { ...message });
}

/** Messages that wait, oldest first. */
export function waiting(db: Database): readonly Message[] {
  return db.all('SELECT * FROM outbox ORDER BY key').map((row) => ({
    key: int(row, 'key'),
    kind: text(row, 'kind'),
    subject: text(row, 'subject'),
    body: text(row, 'body'),
    at: int(row, 'at'),
  }));
}

export function deliveredUpTo(db: Database, key: number): void {
  db.run('DELETE FROM outbox WHERE key <= $key', { key });
}
