import type { Database, RawRow } from '../database.ts';
import { int, optionalInt, optionalText, text, word } from '../rows.ts';

/** Why an account could not be made, in AWS's words. */
export type FailureReason = 'EMAIL_ALREADY_EXISTS';

/** An account that an organization asked for; it is made some time later. */
export interface AccountRequestRow {
  readonly key: number;
  readonly id: string;
  readonly organizationKey: number;
  readonly name: string;
  readonly email: string;
  readonly requestedAt: number;
  /** When it is made; none once that has happened. */
  readonly dueAt: number | undefined;
  readonly completedAt: number | undefined;
  readonly account: string | undefined;
  readonly failureReason: FailureReason | undefined;
}

const request = (row: RawRow): AccountRequestRow => ({
  key: int(row, 'key'),
  id: text(row, 'id'),
  organizationKey: int(row, 'organization_key'),
  name: text(row, 'name'),
  email: text(row, 'email'),
  requestedAt: int(row, 'requested_at'),
  dueAt: optionalInt(row, 'due_at'),
  completedAt: optionalInt(row, 'completed_at'),
  account: optionalText(row, 'account'),
  failureReason: row['failure_reason'] === null ? undefined : word(row, 'failure_reason', ['EMAIL_ALREADY_EXISTS']),
});

/** The requests for accounts of every organization. */
export class AccountRequests {
  constructor(private readonly db: Database) {}

  find(organizationKey: number, id: string): AccountRequestRow | undefined {
    const row = this.db.get('SELECT * FROM account_request WHERE id = $id AND organization_key = $organizationKey', {
      id,
      organizationKey,
    });
    return row && request(row);
  }

  insert(
    row: Pick<AccountRequestRow, 'id' | 'organizationKey' | 'name' | 'email' | 'requestedAt'> & {
      readonly dueAt: number;
      readonly account: string;
    },
  ): void {
    this.db.run(
      `INSERT INTO account_request (id, organization_key, name, email, requested_at, due_at, account)
       VALUES ($id, $organizationKey, $name, $email, $requestedAt, $dueAt, $account)`,
      { ...row },
    );
  }

  /** What is due by a moment, in the order in which it fell due. */
  due(now: number): readonly AccountRequestRow[] {
    return this.db
      .all('SELECT * FROM account_request WHERE due_at IS NOT NULL AND due_at <= $now ORDER BY due_at, key', { now })
      .map(request);
  }

  /** @param failureReason why there is no account, where there is none */
  complete(key: number, at: number, failureReason?: FailureReason): void {
    this.db.run(
      `UPDATE account_request SET due_at = NULL, completed_at = $at, failure_reason = $failureReason,
         account = CASE WHEN $failureReason IS NULL THEN account END WHERE key = $key`,
      { key, at, failureReason: failureReason ?? null },
    );
  }
}
