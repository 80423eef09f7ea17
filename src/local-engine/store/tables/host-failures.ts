import type { Database } from '../database.ts';
import { type HostRow, host } from './hosts.ts';
import { type InstanceRow, instance } from './instances.ts';

/** A host that failed is assessed until a moment (milliseconds). */
export function assess(db: Database, key: number, until: number): void {
  db.run("UPDATE host SET state = 'under-assessment', recovery_at = $until WHERE key = $key", { key, until });
}

/** The host whose assessment or recovery ends first, by `now`. */
export function nextRecovery(db: Database, now: number): HostRow | undefined {
  const row = db.get('SELECT * FROM host WHERE recovery_at <= $now ORDER BY recovery_at, key LIMIT 1', { now });
  return row && host(row);
}

/** What was awaited has come: the host has a state that lasts. */
export function settled(db: Database, key: number, state: string, releasedAt?: number): void {
  db.run(
    `UPDATE host SET state = $state, recovery_at = NULL, replaces = NULL, released_at = $releasedAt,
       group_key = CASE WHEN $releasedAt IS NULL THEN group_key END WHERE key = $key`,
    { key, state, releasedAt: releasedAt ?? null },
  );
}

/** Nothing is awaited of a host any more; it stays as it is. */
export function forgetRecovery(db: Database, key: number): void {
  db.run('UPDATE host SET recovery_at = NULL, replaces = NULL WHERE key = $key', { key });
}

/** A pending host with the attributes of a failed one, in the same zone and group (host-recovery-new-host). */
export function insertReplacement(db: Database, failed: HostRow, id: string, at: number, until: number): void {
  db.run(
    `INSERT INTO host (account, region, id, family, instance_type, zone, state, auto_placement, host_recovery,
       host_maintenance, cores, sockets, vcpus, capacity_units, used_units, used_cores, running, allocated_at,
       group_key, recovery_at, replaces)
     SELECT account, region, $id, family, instance_type, zone, 'pending', auto_placement, host_recovery,
       host_maintenance, cores, sockets, vcpus, capacity_units, 0, 0, 0, $at, group_key, $until, id
     FROM host WHERE key = $key`,
    { id, at, until, key: failed.key },
  );
}

/** The running machines of a host, whoever owns them. */
export function runningOn(db: Database, hostId: string): readonly InstanceRow[] {
  return db
    .all("SELECT * FROM instance WHERE host_id = $hostId AND state IN ('running', 'pending') ORDER BY key", { hostId })
    .map(instance);
}

/** Running machines go on where they were recovered; stopped ones keep pointing to the failed host. */
export function moveRunning(db: Database, from: string, to: string): void {
  db.run("UPDATE instance SET host_id = $to WHERE host_id = $from AND state IN ('running', 'pending')", { from, to });
}

/** Of these hosts, those that failed for good and that nothing runs on any more. */
export function failedAndEmpty(db: Database, hostIds: readonly string[]): readonly HostRow[] {
  return db
    .all(
      `SELECT host.* FROM json_each($ids) AS wanted JOIN host ON host.id = wanted.value
       WHERE host.state = 'permanent-failure' AND host.running = 0`,
      { ids: JSON.stringify(hostIds) },
    )
    .map(host);
}
