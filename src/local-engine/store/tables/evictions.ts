import type { Database, RawRow } from '../database.ts';
import { int, text } from '../rows.ts';

/** A notice to move a machine off a host of another account; times in milliseconds. */
export interface EvictionRow {
  readonly key: number;
  readonly instanceId: string;
  /** The account that the machine belongs to. */
  readonly account: string;
  readonly hostId: string;
  /** The account that the host belongs to. */
  readonly owner: string;
  readonly region: string;
  /** The shared group that the host has left. */
  readonly groupArn: string;
  readonly notifiedAt: number;
  readonly deadline: number;
}

const eviction = (row: RawRow): EvictionRow => ({
  key: int(row, 'key'),
  instanceId: text(row, 'instance_id'),
  account: text(row, 'account'),
  hostId: text(row, 'host_id'),
  owner: text(row, 'owner'),
  region: text(row, 'region'),
  groupArn: text(row, 'group_arn'),
  notifiedAt: int(row, 'notified_at'),
  deadline: int(row, 'deadline'),
});

/** A notice stands for as long as its machine runs on the host. */
const STANDING = `SELECT eviction.*, instance.account, host.account AS owner, host.region FROM eviction
  JOIN instance ON instance.id = eviction.instance_id AND instance.host_id = eviction.host_id
    AND instance.state IN ('pending', 'running', 'stopping')
  JOIN host ON host.id = eviction.host_id`;

/** Notices to move machines, whoever they belong to. */
export class Evictions {
  constructor(private readonly db: Database) {}

  /** Gives notice to every machine on a host that does not belong to the host's owner. */
  notify(hostId: string, groupArn: string, at: number, deadline: number): void {
    this.db.run(
      `INSERT INTO eviction (instance_id, host_id, group_arn, notified_at, deadline, due_at)
       SELECT instance.id, host.id, $groupArn, $at, $deadline, $deadline FROM host
         JOIN instance ON instance.host_id = host.id AND instance.account <> host.account AND instance.state <> 'terminated'
       WHERE host.id = $hostId
       ON CONFLICT DO UPDATE SET group_arn = excluded.group_arn, notified_at = excluded.notified_at,
         deadline = excluded.deadline, due_at = excluded.due_at`,
      { hostId, groupArn, at, deadline },
    );
  }

  /** Takes every notice of a host back. */
  withdraw(hostId: string): void {
    this.db.run('DELETE FROM eviction WHERE host_id = $hostId', { hostId });
  }

  ofHost(hostId: string): readonly EvictionRow[] {
    return this.db.all(`${STANDING} WHERE eviction.host_id = $hostId ORDER BY eviction.key`, { hostId }).map(eviction);
  }

  ofGroup(groupArn: string): readonly EvictionRow[] {
    return this.db
      .all(`${STANDING} WHERE eviction.group_arn = $groupArn ORDER BY eviction.key`, { groupArn })
      .map(eviction);
  }

  ofInstance(instanceId: string): readonly EvictionRow[] {
    return this.db
      .all(`${STANDING} WHERE eviction.instance_id = $instanceId ORDER BY eviction.key`, { instanceId })
      .map(eviction);
  }

  /** Those whose deadline has passed and was not told yet, in order of their moment; told from now on. */
  pass(now: number): readonly EvictionRow[] {
    const passed = this.db.all(`${STANDING} WHERE due_at <= $now ORDER BY due_at, eviction.key`, { now }).map(eviction);
    this.db.run('UPDATE eviction SET due_at = NULL WHERE due_at <= $now', { now });
    return passed;
  }
}
