import type { Scope } from '../../../contract/ports.ts';
import type { Database, RawRow } from '../database.ts';
import { int, optionalInt, optionalText, text, word } from '../rows.ts';
import { type HostRow, host } from './hosts.ts';

/** A host resource group as stored; configuration items are JSON as the caller gave them. */
export interface HostGroupRow {
  readonly key: number;
  readonly account: string;
  readonly region: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly configuration: string;
  /** What an update proposes; kept after one that failed. */
  readonly proposed: string | undefined;
  readonly status: 'UPDATING' | 'UPDATE_COMPLETE' | 'UPDATE_FAILED';
  readonly failureReason: string | undefined;
  /** When the proposed configuration is applied. */
  readonly applyAt: number | undefined;
  readonly createdAt: number;
}

const STATUSES = ['UPDATING', 'UPDATE_COMPLETE', 'UPDATE_FAILED'] as const;

const group = (row: RawRow): HostGroupRow => ({
  key: int(row, 'key'),
  account: text(row, 'account'),
  region: text(row, 'region'),
  name: text(row, 'name'),
  description: optionalText(row, 'description'),
  configuration: text(row, 'configuration'),
  proposed: optionalText(row, 'proposed'),
  status: word(row, 'status', STATUSES),
  failureReason: optionalText(row, 'failure_reason'),
  applyAt: optionalInt(row, 'apply_at'),
  createdAt: int(row, 'created_at'),
});

/** What runs in a group: a family, with the type where its host takes one type only. */
export interface RunningKind {
  readonly family: string;
  readonly instanceType: string | undefined;
}

/** The host resource groups of one account and Region. */
export class HostGroups {
  constructor(
    private readonly db: Database,
    private readonly scope: Scope,
  ) {}

  named(name: string): HostGroupRow | undefined {
    const row = this.db.get(
      'SELECT * FROM host_group WHERE account = $account AND region = $region AND name = $name COLLATE NOCASE',
      { name, ...this.here },
    );
    return row && group(row);
  }

  after(key: number, limit: number): readonly HostGroupRow[] {
    return this.db
      .all(
        'SELECT * FROM host_group WHERE account = $account AND region = $region AND key > $key ORDER BY key LIMIT $limit',
        { key, limit, ...this.here },
      )
      .map(group);
  }

  insert(row: Pick<HostGroupRow, 'name' | 'description' | 'configuration' | 'createdAt'>): void {
    this.db.run(
      `INSERT INTO host_group (account, region, name, description, configuration, status, created_at)
       VALUES ($account, $region, $name, $description, $configuration, 'UPDATE_COMPLETE', $createdAt)`,
      { ...row, description: row.description ?? null, ...this.here },
    );
  }

  private get here() {
    return { account: this.scope.account, region: this.scope.region };
  }
}

/** What is asked of one group whoever owns it, by its key. */
export class GroupMembers {
  constructor(private readonly db: Database) {}

  byKey(key: number): HostGroupRow | undefined {
    const row = this.db.get('SELECT * FROM host_group WHERE key = $key', { key });
    return row && group(row);
  }

  /** Members and hosts that are joining, in rising id order. */
  hosts(key: number): readonly HostRow[] {
    return this.db.all('SELECT * FROM host WHERE group_key = $key ORDER BY host.key', { key }).map(host);
  }

  count(key: number): number {
    const row = this.db.get('SELECT count(*) AS hosts FROM host WHERE group_key = $key', { key });
    return row === undefined ? 0 : int(row, 'hosts');
  }

  /**
   * Available members that take an instance type and have room for one more machine of it, in rising id order.
   * @param units placement units that one machine takes of a host
   */
  withRoom(key: number, type: { readonly instanceType: string; readonly family: string }, units: number) {
    return this.db
      .all(
        `SELECT * FROM host WHERE group_key = $key AND family = $family AND capacity_units - used_units >= $units
           AND joins_at IS NULL AND state = 'available' AND (instance_type IS NULL OR instance_type = $instanceType)
         ORDER BY host.key`,
        { key, units, family: type.family, instanceType: type.instanceType },
      )
      .map(host);
  }

  /** What runs on the hosts of a group. Steps from kind to kind by the index, however many hosts there are. */
  running(key: number): readonly RunningKind[] {
    return this.db
      .all(
        `WITH RECURSIVE kind (family, instance_type) AS (
           SELECT family, coalesce(instance_type, '') FROM (
             SELECT family, instance_type FROM host WHERE group_key = $key AND running > 0
             ORDER BY family, instance_type LIMIT 1)
           UNION ALL
           SELECT host.family, coalesce(host.instance_type, '') FROM kind JOIN host ON host.key = (
             SELECT later.key FROM host AS later
             WHERE later.group_key = $key AND later.running > 0 AND later.family >= kind.family
               AND (later.family > kind.family OR coalesce(later.instance_type, '') > kind.instance_type)
             ORDER BY later.family, later.instance_type LIMIT 1))
         SELECT family, instance_type FROM kind`,
        { key },
      )
      .map((row) => ({ family: text(row, 'family'), instanceType: text(row, 'instance_type') || undefined }));
  }
}
