import type { Scope } from '../../../contract/ports.ts';
import type { Database, RawRow } from '../database.ts';
import { flag, int, text, word } from '../rows.ts';

export type EntityKind = 'PRINCIPAL' | 'RESOURCE';
export type EntityStatus = 'ASSOCIATING' | 'ASSOCIATED' | 'DISASSOCIATED';

/** A resource that a share holds, or a principal that it is for; times in milliseconds. */
export interface ShareEntityRow {
  readonly key: number;
  readonly shareKey: number;
  readonly kind: EntityKind;
  /** The ARN of a resource; the account id or the ARN of a principal. */
  readonly entity: string;
  readonly status: EntityStatus;
  /** For principals: outside the owner's organization. */
  readonly external: boolean;
  /** For principals: it came in by an invitation, and so does not depend on an organization. */
  readonly invited: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** One way in which a resource reaches somebody: the share's owner and the principal that it is for. */
export interface Reach {
  readonly owner: string;
  readonly principal: string;
  readonly invited: boolean;
  readonly retain: boolean;
}

/** What a listing over shares is narrowed to; what is absent narrows nothing. */
export interface EntityFilter {
  readonly shareIds?: readonly string[];
  readonly entities?: readonly string[];
  readonly status?: string;
}

const entity = (row: RawRow): ShareEntityRow => ({
  key: int(row, 'key'),
  shareKey: int(row, 'share_key'),
  kind: word(row, 'kind', ['PRINCIPAL', 'RESOURCE']),
  entity: text(row, 'entity'),
  status: word(row, 'status', ['ASSOCIATING', 'ASSOCIATED', 'DISASSOCIATED']),
  external: flag(row, 'external'),
  invited: flag(row, 'invited'),
  createdAt: int(row, 'created_at'),
  updatedAt: int(row, 'updated_at'),
});

/** What shares hold and whom they are for. */
export class ShareEntities {
  constructor(private readonly db: Database) {}

  of(shareKey: number, kind: EntityKind): readonly ShareEntityRow[] {
    return this.db
      .all('SELECT * FROM share_entity WHERE share_key = $shareKey AND kind = $kind ORDER BY key', { shareKey, kind })
      .map(entity);
  }

  /** Whether any share holds a resource, or ever has. */
  hold(arn: string): boolean {
    const held = "SELECT 1 FROM share_entity WHERE entity = $arn AND kind = 'RESOURCE' LIMIT 1";
    return this.db.get(held, { arn }) !== undefined;
  }

  find(shareKey: number, kind: EntityKind, name: string): ShareEntityRow | undefined {
    const row = this.db.get(
      'SELECT * FROM share_entity WHERE share_key = $shareKey AND kind = $kind AND entity = $name',
      { shareKey, kind, name },
    );
    return row && entity(row);
  }

  /** Adds one, or takes one back that was taken out. */
  put(row: Omit<ShareEntityRow, 'key' | 'createdAt' | 'updatedAt'>, at: number): void {
    this.db.run(
      `INSERT INTO share_entity (share_key, kind, entity, status, external, invited, created_at, updated_at)
       VALUES ($shareKey, $kind, $entity, $status, $external, $invited, $at, $at)
       ON CONFLICT DO UPDATE SET status = excluded.status, external = excluded.external, invited = excluded.invited,
         created_at = excluded.created_at, updated_at = excluded.updated_at`,
      { ...row, at },
    );
  }

  setStatus(key: number, status: EntityStatus, at: number): void {
    this.db.run('UPDATE share_entity SET status = $status, updated_at = $at WHERE key = $key', { key, status, at });
  }

  /** Takes a resource that no longer exists out of every share. */
  forget(arn: string, at: number): void {
    this.db.run(
      `UPDATE share_entity SET status = 'DISASSOCIATED', updated_at = $at
       WHERE entity = $arn AND kind = 'RESOURCE' AND status <> 'DISASSOCIATED'`,
      { arn, at },
    );
  }

  /** Of one kind in the shares that an account owns, after a key, in the order in which they came in. */
  ownedBy(scope: Scope, kind: EntityKind, filter: EntityFilter, key: number, limit: number): readonly ShareEntityRow[] {
    return this.db
      .all(
        `SELECT share_entity.* FROM share_entity JOIN resource_share AS share ON share.key = share_entity.share_key
         WHERE share.account = $account AND share.region = $region AND share_entity.kind = $kind ${NARROWED}
           AND share_entity.key > $key ORDER BY share_entity.key LIMIT $limit`,
        { account: scope.account, region: scope.region, kind, key, limit, ...narrowing(filter) },
      )
      .map(entity);
  }

  /** Of one kind in shares of other accounts, by the keys of the shares. */
  inShares(
    shareKeys: readonly number[],
    kind: EntityKind,
    filter: EntityFilter,
    key: number,
    limit: number,
  ): readonly ShareEntityRow[] {
    return this.db
      .all(
        `SELECT share_entity.* FROM share_entity JOIN resource_share AS share ON share.key = share_entity.share_key
         WHERE share_entity.share_key IN (SELECT value FROM json_each($keys)) AND share_entity.kind = $kind ${NARROWED}
           AND share_entity.key > $key ORDER BY share_entity.key LIMIT $limit`,
        { keys: JSON.stringify(shareKeys), kind, key, limit, ...narrowing(filter) },
      )
      .map(entity);
  }

  /** How a resource reaches any of these principals, over shares that exist. */
  reaches(arn: string, principals: readonly string[]): readonly Reach[] {
    return this.db
      .all(
        `SELECT share.account, share.retain, who.entity, who.invited FROM share_entity AS what
           JOIN resource_share AS share ON share.key = what.share_key AND share.status = 'ACTIVE'
           JOIN share_entity AS who ON who.share_key = what.share_key AND who.kind = 'PRINCIPAL'
             AND who.status = 'ASSOCIATED' AND who.entity IN (SELECT value FROM json_each($principals))
         WHERE what.entity = $arn AND what.kind = 'RESOURCE' AND what.status = 'ASSOCIATED'`,
        { arn, principals: JSON.stringify(principals) },
      )
      .map((row) => ({
        owner: text(row, 'account'),
        principal: text(row, 'entity'),
        invited: flag(row, 'invited'),
        retain: flag(row, 'retain'),
      }));
  }

  /** The shares of other accounts in a Region that are for any of these principals, in order of creation. */
  sharesFor(scope: Scope, principals: readonly string[]): readonly (Reach & { readonly shareKey: number })[] {
    return this.db
      .all(
        `SELECT share.key, share.account, share.retain, who.entity, who.invited FROM share_entity AS who
           JOIN resource_share AS share ON share.key = who.share_key
         WHERE who.entity IN (SELECT value FROM json_each($principals)) AND who.kind = 'PRINCIPAL'
           AND who.status = 'ASSOCIATED' AND share.status = 'ACTIVE' AND share.region = $region
           AND share.account <> $account ORDER BY share.key`,
        { principals: JSON.stringify(principals), account: scope.account, region: scope.region },
      )
      .map((row) => ({
        shareKey: int(row, 'key'),
        owner: text(row, 'account'),
        principal: text(row, 'entity'),
        invited: flag(row, 'invited'),
        retain: flag(row, 'retain'),
      }));
  }

  /** Whether anybody beside its owner may use a resource: accounts that are invited only do not count yet. */
  isShared(arn: string): boolean {
    const row = this.db.get(
      `SELECT what.key FROM share_entity AS what
         JOIN resource_share AS share ON share.key = what.share_key AND share.status = 'ACTIVE'
         JOIN share_entity AS who ON who.share_key = what.share_key AND who.kind = 'PRINCIPAL' AND who.status = 'ASSOCIATED'
       WHERE what.entity = $arn AND what.kind = 'RESOURCE' AND what.status = 'ASSOCIATED' LIMIT 1`,
      { arn },
    );
    return row !== undefined;
  }
}

const NARROWED = `
  AND ($shareIds IS NULL OR share.id IN (SELECT value FROM json_each($shareIds)))
  AND ($entities IS NULL OR share_entity.entity IN (SELECT value FROM json_each($entities)))
  AND ($status IS NULL OR share_entity.status = $status)`;

const narrowing = ({ shareIds, entities, status }: EntityFilter) => ({
  shareIds: shareIds === undefined ? null : JSON.stringify(shareIds),
  entities: entities === undefined ? null : JSON.stringify(entities),
  status: status ?? null,
});
