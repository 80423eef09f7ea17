import type { Scope } from '../../../contract/ports.ts';
import type { Database, RawRow } from '../database.ts';
import { int, optionalInt, optionalText, text, word } from '../rows.ts';
import { hostsWithRoom, type RoomAsk } from './host-kinds.ts';
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
  /** Why the last update failed: the violations as JSON, which are worded when they are read. */
  readonly failureReason: string | undefined;
  /** When the proposed configuration is applied. */
  readonly applyAt: number | undefined;
  readonly createdAt: number;
  /** What AWS keeps for application groups, and answers for any: from 1 to 10, who looks after it, and its shown name. */
  readonly criticality: number | undefined;
  readonly owner: string | undefined;
  readonly displayName: string | undefined;
}

/** What UpdateGroup may change. */
export type GroupText = Pick<HostGroupRow, 'description' | 'criticality' | 'owner' | 'displayName'>;

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
  criticality: optionalInt(row, 'criticality'),
  owner: optionalText(row, 'owner'),
  displayName: optionalText(row, 'display_name'),
});

const textOf = ({ description, criticality, owner, displayName }: Partial<GroupText>) => ({
  description: description ?? null,
  criticality: criticality ?? null,
  owner: owner ?? null,
  displayName: displayName ?? null,
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

  insert(row: Pick<HostGroupRow, 'name' | 'description' | 'configuration' | 'createdAt'> & Partial<GroupText>): void {
    const { name, configuration, createdAt } = row;
    this.db.run(
      `INSERT INTO host_group (account, region, name, description, criticality, owner, display_name, configuration,
         status, created_at)
       VALUES ($account, $region, $name, $description, $criticality, $owner, $displayName, $configuration,
         'UPDATE_COMPLETE', $createdAt)`,
      { name, configuration, createdAt, ...textOf(row), ...this.here },
    );
  }

  private get here() {
    return { account: this.scope.account, region: this.scope.region };
  }
}

/** What is asked of one group whoever owns it, by its key. */
export class GroupMembers {
  constructor(private readonly db: Database) {}

  describe(key: number, text: GroupText): void {
    this.db.run(
      `UPDATE host_group SET description = $description, criticality = $criticality, owner = $owner,
         display_name = $displayName WHERE key = $key`,
      { key, ...textOf(text) },
    );
  }

  /** Proposes new settings; those in force stay until they are applied. */
  propose(key: number, proposed: string, applyAt: number): void {
    this.db.run(
      `UPDATE host_group SET proposed = $proposed, apply_at = $applyAt, status = 'UPDATING', failure_reason = NULL
       WHERE key = $key`,
      { key, proposed, applyAt },
    );
  }

  /** Groups whose proposed settings are to be applied by `now`, in the order of their moment. */
  due(now: number): readonly HostGroupRow[] {
    return this.db.all('SELECT * FROM host_group WHERE apply_at <= $now ORDER BY apply_at, key', { now }).map(group);
  }

  /** The proposed settings are in force. */
  applied(key: number): void {
    this.db.run(
      `UPDATE host_group SET configuration = coalesce(proposed, configuration), proposed = NULL, apply_at = NULL,
         status = 'UPDATE_COMPLETE' WHERE key = $key`,
      { key },
    );
  }

  /** The settings in force stay; the proposed ones are kept, with what refuses them. */
  failed(key: number, failureReason: string): void {
    this.db.run(
      `UPDATE host_group SET apply_at = NULL, status = 'UPDATE_FAILED', failure_reason = $failureReason WHERE key = $key`,
      { key, failureReason },
    );
  }

  delete(key: number): void {
    this.db.run('DELETE FROM host_group WHERE key = $key', { key });
  }

  /** Members and joining hosts after a host's key, in rising id order. */
  hostsAfter(key: number, after: number, limit: number): readonly HostRow[] {
    return this.db
      .all('SELECT * FROM host WHERE group_key = $key AND host.key > $after ORDER BY host.key LIMIT $limit', {
        key,
        after,
        limit,
      })
      .map(host);
  }

  byKey(key: number): HostGroupRow | undefined {
    const row = this.db.get('SELECT * FROM host_group WHERE key = $key', { key });
    return row && group(row);
  }

  /** Members and hosts that are joining, in rising id order. */
  hosts(key: number): readonly HostRow[] {
    return this.db.all('SELECT * FROM host WHERE group_key = $key ORDER BY host.key', { key }).map(host);
  }

  /** Marks hosts of another account of which a copy knows no more than that they are there. */
  hide(hostIds: readonly string[]): void {
    this.db.run('UPDATE host SET unseen = 1 WHERE id IN (SELECT value FROM json_each($ids))', {
      ids: JSON.stringify(hostIds),
    });
  }

  /** Members that are so marked, in rising id order. */
  unseen(key: number): readonly HostRow[] {
    return this.db
      .all('SELECT * FROM host WHERE group_key = $key AND unseen = 1 AND joins_at IS NULL ORDER BY host.key', { key })
      .map(host);
  }

  count(key: number): number {
    const row = this.db.get('SELECT count(*) AS hosts FROM host WHERE group_key = $key', { key });
    return row === undefined ? 0 : int(row, 'hosts');
  }

  /** How many hosts are joining. */
  joining(key: number): number {
    const row = this.db.get('SELECT count(*) AS hosts FROM host WHERE group_key = $key AND joins_at IS NOT NULL', {
      key,
    });
    return row === undefined ? 0 : int(row, 'hosts');
  }

  /** Some of the hosts that have room for a type, of each kind the fullest. */
  withRoom(ask: RoomAsk): readonly HostRow[] {
    return hostsWithRoom(this.db, ask);
  }

  /** Of the named hosts, those that are available members of a group and on which nothing runs. */
  idle(ids: readonly string[]): readonly HostRow[] {
    if (ids.length === 0) return [];
    return this.db
      .all(
        `SELECT host.* FROM json_each($ids) AS wanted JOIN host ON host.id = wanted.value
         WHERE running = 0 AND group_key IS NOT NULL AND joins_at IS NULL AND state = 'available' ORDER BY host.key`,
        { ids: JSON.stringify(ids) },
      )
      .map(host);
  }

  /** What runs on the hosts of a group. Steps from kind to kind by the index, however many hosts there are. */
  running(key: number): readonly RunningKind[] {
    const found: RunningKind[] = [];
    let next = this.kindAfter(key, '', '');
    while (next !== undefined) {
      found.push(next);
      next = this.kindAfter(key, next.family, next.instanceType ?? '');
    }
    return found;
  }

  /** The kind that follows: another type of the family, else the first of the next family. */
  private kindAfter(key: number, family: string, instanceType: string): RunningKind | undefined {
    const row =
      this.db.get(
        `SELECT family, instance_type FROM host WHERE group_key = $key AND running > 0 AND family = $family
           AND instance_type > $instanceType ORDER BY instance_type LIMIT 1`,
        { key, family, instanceType },
      ) ??
      this.db.get(
        `SELECT family, instance_type FROM host WHERE group_key = $key AND running > 0 AND family > $family
         ORDER BY family, instance_type LIMIT 1`,
        { key, family },
      );
    return row && { family: text(row, 'family'), instanceType: optionalText(row, 'instance_type') };
  }
}
