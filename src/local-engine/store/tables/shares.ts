import type { Scope } from '../../../contract/ports.ts';
import type { Database, RawRow } from '../database.ts';
import { flag, int, text, word } from '../rows.ts';

/** A resource share as stored; times in milliseconds. */
export interface ShareRow {
  readonly key: number;
  readonly account: string;
  readonly region: string;
  readonly id: string;
  readonly name: string;
  /** Whether it may reach accounts outside the owner's organization. */
  readonly external: boolean;
  /** Whether an account that leaves the organization keeps what it was given. */
  readonly retain: boolean;
  readonly status: 'ACTIVE' | 'DELETED';
  readonly createdAt: number;
  readonly updatedAt: number;
}

const STATUSES = ['ACTIVE', 'DELETED'] as const;

const share = (row: RawRow): ShareRow => ({
  key: int(row, 'key'),
  account: text(row, 'account'),
  region: text(row, 'region'),
  id: text(row, 'id'),
  name: text(row, 'name'),
  external: flag(row, 'external'),
  retain: flag(row, 'retain'),
  status: word(row, 'status', STATUSES),
  createdAt: int(row, 'created_at'),
  updatedAt: int(row, 'updated_at'),
});

/** The resource shares that one account owns in a Region. */
export class ResourceShares {
  constructor(
    private readonly db: Database,
    private readonly scope: Scope,
  ) {}

  find(id: string): ShareRow | undefined {
    const row = this.db.get('SELECT * FROM resource_share WHERE id = $id AND account = $account AND region = $region', {
      id,
      ...this.here,
    });
    return row && share(row);
  }

  /** Rows after a key, in order of creation; deleted ones among them for as long as they are shown. */
  after(key: number, limit: number): readonly ShareRow[] {
    return this.db
      .all(
        'SELECT * FROM resource_share WHERE account = $account AND region = $region AND key > $key ORDER BY key LIMIT $limit',
        { key, limit, ...this.here },
      )
      .map(share);
  }

  insert(row: Pick<ShareRow, 'id' | 'name' | 'external' | 'retain' | 'createdAt'>): void {
    this.db.run(
      `INSERT INTO resource_share (account, region, id, name, external, retain, status, created_at, updated_at)
       VALUES ($account, $region, $id, $name, $external, $retain, 'ACTIVE', $createdAt, $createdAt)`,
      { ...row, ...this.here },
    );
  }

  rename(id: string, change: Pick<ShareRow, 'name' | 'external' | 'updatedAt'>): void {
    this.db.run(
      `UPDATE resource_share SET name = $name, external = $external, updated_at = $updatedAt
       WHERE id = $id AND account = $account AND region = $region`,
      { id, ...change, ...this.here },
    );
  }

  /** @param purgeAt until when it is still shown, as deleted */
  delete(id: string, at: number, purgeAt: number): void {
    this.db.run(
      `UPDATE resource_share SET status = 'DELETED', updated_at = $at, purge_at = $purgeAt
       WHERE id = $id AND account = $account AND region = $region`,
      { id, at, purgeAt, ...this.here },
    );
  }

  private get here() {
    return { account: this.scope.account, region: this.scope.region };
  }
}

/** Shares whoever owns them: what invitations and entities lead to. */
export class SharesAcross {
  constructor(private readonly db: Database) {}

  byKey(key: number): ShareRow | undefined {
    const row = this.db.get('SELECT * FROM resource_share WHERE key = $key', { key });
    return row && share(row);
  }

  find(id: string): ShareRow | undefined {
    const row = this.db.get('SELECT * FROM resource_share WHERE id = $id', { id });
    return row && share(row);
  }

  /** Lets RAM share within the organization of a management account; true once is true for good. */
  enableOrganization(account: string, at: number): void {
    this.db.run(
      'INSERT INTO organization_sharing (account, enabled_at) VALUES ($account, $at) ON CONFLICT DO NOTHING',
      { account, at },
    );
  }

  sharesWithin(managementAccount: string): boolean {
    const row = this.db.get('SELECT enabled_at FROM organization_sharing WHERE account = $managementAccount', {
      managementAccount,
    });
    return row !== undefined;
  }
}

/** Forgets deleted shares that are no longer shown. @returns how many went */
export function purgeShares(db: Database, now: number): number {
  return db.run('DELETE FROM resource_share WHERE purge_at <= $now', { now }).changes;
}
