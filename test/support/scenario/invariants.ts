import { expect } from 'vitest';
import type { Database } from '../../../src/local-engine/store/database.ts';
import { TABLES } from '../../../src/local-engine/store/whole.ts';
import { configurationArn } from '../../../src/validation/arns.ts';
import { unitsOf } from '../../../src/validation/hosts-table.ts';
import { instanceType } from '../../../src/validation/instance-types.ts';
import { usageRows } from './looks.ts';
import type { Stage } from './stage.ts';

type Dump = Readonly<Record<string, readonly object[]>>;

/** Every row of every table: what "nothing changed" means. */
export function dump(db: Database, except: readonly string[] = []): Dump {
  const tables = TABLES.filter((table) => !except.includes(table));
  return Object.fromEntries(tables.map((table) => [table, db.all(`SELECT * FROM ${table}`)]));
}

/** What a refused call may change: the trail, the failures, the alerts, and how far ids and time have come. */
export const REFUSAL_LEAVES: readonly string[] = ['event', 'failure', 'alert', 'outbox', 'sandbox'];

/** Totals are what the rows beneath them say, kind by kind (count-total, count-by-type). */
export function totalsAreSums(db: Database): void {
  const kept = db.all(
    `SELECT configuration_key, resource_type, consumed, associated FROM total
     WHERE consumed <> 0 OR associated <> 0 ORDER BY 1, 2`,
  );
  const summed = db.all(
    `SELECT configuration_key, resource_type, sum(consumed) AS consumed, sum(associated) AS associated FROM (
       SELECT configuration_key, resource_type, consumed, 1 AS associated FROM association
       UNION ALL SELECT configuration_key, 'EC2_HOST', units, 0 FROM host_charge)
     GROUP BY 1, 2 HAVING consumed <> 0 OR associated <> 0 ORDER BY 1, 2`,
  );
  expect(kept, 'totals are the sums of associations and host charges').toEqual(summed);
}

/** A stopped machine takes nothing, and a host is charged for the machines that run on it. */
export function chargesFollowMachines(db: Database): void {
  const stopped = db.all(
    `SELECT resource_id FROM association JOIN instance ON instance.id = resource_id
     WHERE consumed > 0 AND state NOT IN ('running', 'pending')`,
  );
  expect(stopped, 'machines that do not run take no licences').toEqual([]);
  const wrong = db.all(
    `SELECT host_charge.* FROM host_charge JOIN configuration ON configuration.key = configuration_key
     WHERE status = 'AVAILABLE' AND running <> (
       SELECT count(*) FROM association JOIN instance ON instance.id = resource_id
       WHERE association.configuration_key = host_charge.configuration_key AND instance.host_id = host_charge.host_id
         AND state IN ('running', 'pending') AND consumed = 0)`,
  );
  expect(wrong, 'a charge knows how many machines it is for').toEqual([]);
  const uncharged = db.all(
    `SELECT resource_id FROM association JOIN instance ON instance.id = resource_id
       JOIN configuration ON configuration.key = association.configuration_key
     WHERE state IN ('running', 'pending') AND status = 'AVAILABLE' AND consumed = 0 AND NOT EXISTS (
       SELECT 1 FROM host_charge WHERE host_charge.configuration_key = association.configuration_key
         AND host_charge.host_id = instance.host_id)`,
  );
  expect(uncharged, 'every machine that runs takes licences itself or through its host').toEqual([]);
  const idle = db.all('SELECT * FROM host_charge WHERE running = 0 AND by_hand = 0 AND release_at IS NULL');
  expect(idle, 'a charge without a reason waits for its release').toEqual([]);
}

/** Used cores are those of the running machines, and never more than fits. */
export function hostsAddUp(db: Database): void {
  for (const host of db.all('SELECT id, cores, used_cores, used_units, capacity_units, running FROM host')) {
    const types = db
      .all("SELECT instance_type FROM instance WHERE host_id = $id AND state IN ('running', 'pending')", {
        id: String(host.id),
      })
      .map((row) => String(row.instance_type));
    const cores = types.reduce((sum, type) => sum + (instanceType(type)?.cores ?? 0), 0);
    const units = types.reduce((sum, type) => sum + unitsOf(type), 0);
    expect([host.used_cores, host.used_units, host.running], `host ${host.id}`).toEqual([cores, units, types.length]);
    expect(units, `host ${host.id} holds what it can`).toBeLessThanOrEqual(Number(host.capacity_units));
  }
}

/** What AWS's own answers say: consumption is the sum of the usage rows (count-usage-figures-consistent). */
export async function answersAgree(stage: Stage): Promise<void> {
  for (const row of stage.sandbox.database.all('SELECT account, region, id FROM configuration')) {
    const owner = { account: String(row.account), region: String(row.region) };
    const arn = configurationArn(owner, String(row.id));
    const input = { LicenseConfigurationArn: arn };
    const found = await stage.sandbox.call('license-manager:GetLicenseConfiguration', input, owner);
    const usage = (await usageRows(stage, arn, owner)).reduce((sum, one) => sum + (one.ConsumedLicenses ?? 0), 0);
    const byType = (found.ConsumedLicenseSummaryList ?? []).reduce((sum, one) => sum + (one.ConsumedLicenses ?? 0), 0);
    expect([usage, byType], `usage rows and summary of ${found.Name}`).toEqual([
      found.ConsumedLicenses,
      found.ConsumedLicenses,
    ]);
  }
}

/** Everything that holds after every call. */
export async function invariants(stage: Stage): Promise<void> {
  const { database } = stage.sandbox;
  totalsAreSums(database);
  chargesFollowMachines(database);
  hostsAddUp(database);
  await answersAgree(stage);
}

type Consumptions = ReadonlyMap<string, { readonly consumed: number; readonly limit: number }>;

/** What every configuration has in use, and its limit: Infinity where nothing is enforced. */
export function consumptions(db: Database): Consumptions {
  const rows = db.all(
    `SELECT name, hard, license_count, status, coalesce(sum(consumed), 0) AS consumed
     FROM configuration LEFT JOIN total ON configuration_key = configuration.key GROUP BY configuration.key`,
  );
  return new Map(
    rows.map((row) => {
      const enforced = row.hard === 1 && row.license_count !== null;
      const limit = enforced ? Number(row.license_count) : Number.POSITIVE_INFINITY;
      return [String(row.name), { consumed: Number(row.consumed), limit }];
    }),
  );
}

/** What a launch, a start or an association takes is within every hard limit. */
export function hardLimitsHold(before: Consumptions, after: Consumptions): void {
  for (const [name, { consumed, limit }] of after) {
    if (consumed > (before.get(name)?.consumed ?? 0))
      expect(consumed, `${name} within its hard limit`).toBeLessThanOrEqual(limit);
  }
}

/** The file itself is sound: no dangling reference, no damage. */
export function sound(db: Database): void {
  expect(db.all('PRAGMA foreign_key_check')).toEqual([]);
  expect(db.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
}
