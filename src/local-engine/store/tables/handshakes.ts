import type { Database, RawRow } from '../database.ts';
import { int, optionalText, text, word } from '../rows.ts';

/** What an account of, or outside, an organization was asked to agree to. */
export interface HandshakeRow {
  readonly key: number;
  readonly id: string;
  readonly organizationKey: number;
  readonly action: 'INVITE' | 'ENABLE_ALL_FEATURES' | 'APPROVE_ALL_FEATURES';
  /** The account that may accept it; none where it was named by an address that no account has. */
  readonly target: string | undefined;
  readonly targetType: 'ACCOUNT' | 'EMAIL';
  readonly targetId: string;
  readonly notes: string | undefined;
  /** As stored: one that is open past its end has expired. */
  readonly state: 'REQUESTED' | 'OPEN' | 'ACCEPTED' | 'CANCELED';
  readonly requestedAt: number;
  readonly expiresAt: number;
}

const handshake = (row: RawRow): HandshakeRow => ({
  key: int(row, 'key'),
  id: text(row, 'id'),
  organizationKey: int(row, 'organization_key'),
  action: word(row, 'action', ['INVITE', 'ENABLE_ALL_FEATURES', 'APPROVE_ALL_FEATURES']),
  target: optionalText(row, 'target'),
  targetType: word(row, 'target_type', ['ACCOUNT', 'EMAIL']),
  targetId: text(row, 'target_id'),
  notes: optionalText(row, 'notes'),
  state: word(row, 'state', ['REQUESTED', 'OPEN', 'ACCEPTED', 'CANCELED']),
  requestedAt: int(row, 'requested_at'),
  expiresAt: int(row, 'expires_at'),
});

/** The handshakes of every organization. */
export class Handshakes {
  constructor(private readonly db: Database) {}

  find(id: string): HandshakeRow | undefined {
    const row = this.db.get('SELECT * FROM handshake WHERE id = $id', { id });
    return row && handshake(row);
  }

  /** Of one organization, oldest first. */
  after(organizationKey: number, key: number, limit: number): readonly HandshakeRow[] {
    return this.db
      .all(
        'SELECT * FROM handshake WHERE organization_key = $organizationKey AND key > $key ORDER BY key LIMIT $limit',
        { organizationKey, key, limit },
      )
      .map(handshake);
  }

  insert(row: Omit<HandshakeRow, 'key'>): void {
    this.db.run(
      `INSERT INTO handshake
         (id, organization_key, action, target, target_type, target_id, notes, state, requested_at, expires_at)
       VALUES ($id, $organizationKey, $action, $target, $targetType, $targetId, $notes, $state, $requestedAt, $expiresAt)`,
      { ...row, target: row.target ?? null, notes: row.notes ?? null },
    );
  }

  setState(id: string, state: HandshakeRow['state']): void {
    this.db.run('UPDATE handshake SET state = $state WHERE id = $id', { id, state });
  }
}
