import type { Scope } from '../../../contract/ports.ts';
import type { Database, RawRow } from '../database.ts';
import { flag, int, optionalText, text } from '../rows.ts';

/** A machine that reports to Systems Manager; times in milliseconds. */
export interface NodeRow {
  readonly key: number;
  /** `i-…` of an instance, `mi-…` of a server that is no instance. */
  readonly id: string;
  /** Whether its agent answers while the machine runs. */
  readonly reachable: boolean;
  readonly registeredAt: number;
  readonly reportedAt: number;
}

/** Inventory of one type, as it was last reported. */
export interface ItemRow {
  readonly type: string;
  readonly schemaVersion: string;
  /** As the machine wrote it, `2026-11-21T03:00:00Z`. */
  readonly captureTime: string;
  readonly contentHash: string | undefined;
  /** A list of entries, as JSON. */
  readonly content: string;
}

/** A machine as another account's Systems Manager describes it, with what it has reported. */
export interface CopiedNode extends Omit<NodeRow, 'key'> {
  readonly purgeAt: number;
  readonly items: readonly ItemRow[];
}

const node = (row: RawRow): NodeRow => ({
  key: int(row, 'key'),
  id: text(row, 'id'),
  reachable: flag(row, 'reachable'),
  registeredAt: int(row, 'registered_at'),
  reportedAt: int(row, 'reported_at'),
});

const item = (row: RawRow): ItemRow => ({
  type: text(row, 'type'),
  schemaVersion: text(row, 'schema_version'),
  captureTime: text(row, 'capture_time'),
  contentHash: optionalText(row, 'content_hash'),
  content: text(row, 'content'),
});

/** What Systems Manager knows of the machines of one account and Region. */
export class Nodes {
  constructor(
    private readonly db: Database,
    private readonly scope: Scope,
  ) {}

  find(id: string): NodeRow | undefined {
    const row = this.db.get('SELECT * FROM managed_node WHERE account = $account AND region = $region AND id = $id', {
      id,
      ...this.here,
    });
    return row && node(row);
  }

  after(key: number, limit: number): readonly NodeRow[] {
    return this.db
      .all(
        'SELECT * FROM managed_node WHERE account = $account AND region = $region AND key > $key ORDER BY key LIMIT $limit',
        { key, limit, ...this.here },
      )
      .map(node);
  }

  /** A report has come: the machine is known from now on, and forgotten at `purgeAt` unless it reports again. */
  report(id: string, at: number, purgeAt: number): void {
    this.db.run(
      `INSERT INTO managed_node (account, region, id, reachable, registered_at, reported_at, purge_at)
       VALUES ($account, $region, $id, 1, $at, $at, $purgeAt)
       ON CONFLICT (account, region, id) DO UPDATE SET reported_at = excluded.reported_at, purge_at = excluded.purge_at`,
      { id, at, purgeAt, ...this.here },
    );
  }

  /** Adds a machine as it is known elsewhere. */
  insertCopy({ items, ...row }: CopiedNode): void {
    const { lastRowId } = this.db.run(
      `INSERT INTO managed_node (account, region, id, reachable, registered_at, reported_at, purge_at)
       VALUES ($account, $region, $id, $reachable, $registeredAt, $reportedAt, $purgeAt)`,
      { ...row, ...this.here },
    );
    for (const item of items) this.putItem(lastRowId, item);
  }

  setReachable(id: string, reachable: boolean): void {
    this.db.run(
      'UPDATE managed_node SET reachable = $reachable WHERE account = $account AND region = $region AND id = $id',
      { id, reachable, ...this.here },
    );
  }

  /** Replaces what was reported of one type. */
  putItem(key: number, row: ItemRow): void {
    this.db.run(
      `INSERT INTO inventory_item (node_key, type, schema_version, capture_time, content_hash, content)
       VALUES ($key, $type, $schemaVersion, $captureTime, $contentHash, $content)
       ON CONFLICT DO UPDATE SET schema_version = excluded.schema_version, capture_time = excluded.capture_time,
         content_hash = excluded.content_hash, content = excluded.content`,
      { key, ...row, contentHash: row.contentHash ?? null },
    );
  }

  item(key: number, type: string): ItemRow | undefined {
    const row = this.db.get('SELECT * FROM inventory_item WHERE node_key = $key AND type = $type', { key, type });
    return row && item(row);
  }

  remove(id: string): void {
    this.db.run('DELETE FROM managed_node WHERE account = $account AND region = $region AND id = $id', {
      id,
      ...this.here,
    });
  }

  private get here() {
    return { account: this.scope.account, region: this.scope.region };
  }
}

/** Forgets machines that have not reported for too long; returns how many. */
export const purgeNodes = (db: Database, now: number): number =>
  db.run('DELETE FROM managed_node WHERE purge_at <= $now', { now }).changes;
