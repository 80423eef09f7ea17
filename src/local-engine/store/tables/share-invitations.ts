import type { Scope } from '../../../contract/ports.ts';
import type { Database, RawRow } from '../database.ts';
import { int, optionalInt, text, word } from '../rows.ts';

export type InvitationStatus = 'PENDING' | 'ACCEPTED' | 'REJECTED' | 'EXPIRED';

/** An invitation to a resource share; times in milliseconds. */
export interface InvitationRow {
  readonly key: number;
  readonly shareKey: number;
  readonly id: string;
  readonly receiver: string;
  readonly status: InvitationStatus;
  readonly sentAt: number;
  /** When it expires, while it is pending. */
  readonly expiresAt: number | undefined;
}

const invitation = (row: RawRow): InvitationRow => ({
  key: int(row, 'key'),
  shareKey: int(row, 'share_key'),
  id: text(row, 'id'),
  receiver: text(row, 'receiver'),
  status: word(row, 'status', ['PENDING', 'ACCEPTED', 'REJECTED', 'EXPIRED']),
  sentAt: int(row, 'sent_at'),
  expiresAt: optionalInt(row, 'expires_at'),
});

/** Invitations to resource shares, whoever sent them. */
export class ShareInvitations {
  constructor(private readonly db: Database) {}

  find(id: string): InvitationRow | undefined {
    const row = this.db.get('SELECT * FROM share_invitation WHERE id = $id', { id });
    return row && invitation(row);
  }

  /** What an account has received in a Region, after a key, oldest first. */
  receivedBy(
    { account, region }: Scope,
    { ids, shareKeys }: { readonly ids?: readonly string[]; readonly shareKeys?: readonly number[] },
    key: number,
    limit: number,
  ): readonly InvitationRow[] {
    return this.db
      .all(
        `SELECT * FROM share_invitation WHERE receiver = $account AND key > $key
           AND share_key IN (SELECT key FROM resource_share WHERE region = $region)
           AND ($ids IS NULL OR id IN (SELECT value FROM json_each($ids)))
           AND ($shareKeys IS NULL OR share_key IN (SELECT value FROM json_each($shareKeys)))
         ORDER BY key LIMIT $limit`,
        {
          account,
          region,
          key,
          limit,
          ids: ids === undefined ? null : JSON.stringify(ids),
          shareKeys: shareKeys === undefined ? null : JSON.stringify(shareKeys),
        },
      )
      .map(invitation);
  }

  insert(row: Pick<InvitationRow, 'shareKey' | 'id' | 'receiver' | 'sentAt'> & { readonly expiresAt: number }): void {
    this.db.run(
      `INSERT INTO share_invitation (share_key, id, receiver, status, sent_at, expires_at)
       VALUES ($shareKey, $id, $receiver, 'PENDING', $sentAt, $expiresAt)`,
      { ...row },
    );
  }

  answer(key: number, status: InvitationStatus): void {
    this.db.run('UPDATE share_invitation SET status = $status, expires_at = NULL WHERE key = $key', { key, status });
  }

  /** Takes back what an account was invited to and has not answered. */
  withdraw(shareKey: number, receiver: string): void {
    this.db.run(
      "DELETE FROM share_invitation WHERE share_key = $shareKey AND receiver = $receiver AND status = 'PENDING'",
      { shareKey, receiver },
    );
  }

  /** Pending ones that are past their time, in order of their moment. */
  due(now: number): readonly InvitationRow[] {
    return this.db
      .all('SELECT * FROM share_invitation WHERE expires_at <= $now ORDER BY expires_at, key', { now })
      .map(invitation);
  }
}
