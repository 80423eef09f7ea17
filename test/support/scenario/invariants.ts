import { expect } from 'vitest';
import type { Database } from '../../../src/local-engine/store/database.ts';
import { TABLES } from '../../../src/local-engine/store/whole.ts';
import { configurationArn } from '../../../src/validation/arns.ts';
import { unitsOf } from '../../../src/validation/hosts-table.ts';
import { instanceType } from '../../../src/validation/instance-types.ts';
import { billingFollowsConversions, codesFitPlaces } from './invariants-billing.ts';
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
  hostsKnowTheirCharges(db);
}

/** A host knows what it is charged to: placement finds hosts of a kind by it. */
function hostsKnowTheirCharges(db: Database): void {
  const wrong = db.all(
    `SELECT id, charged_to, kept FROM (SELECT id, charged_to, coalesce((SELECT group_concat(configuration_key)
       FROM (SELECT configuration_key FROM host_charge WHERE host_id = host.id ORDER BY 1)), '') AS kept FROM host)
     WHERE charged_to <> kept`,
  );
  expect(wrong, 'hosts say what they are charged to').toEqual([]);
}

/** How many of a size a host takes where that is no sum of cores, as EC2 publishes it; written here a second time on purpose. */
const PUBLISHED: Readonly<Record<string, number>> = {
  't3.nano': 192,
  't3.micro': 192,
  't3.small': 192,
  't3.medium': 192,
  't3.large': 96,
  't3.xlarge': 48,
  't3.2xlarge': 24,
  'm4.large': 22,
  'm4.xlarge': 11,
  'm4.2xlarge': 5,
  'm4.4xlarge': 2,
  'm4.10xlarge': 1,
};

/** Which part of a host of so many cores the machines fill; 1 is full. */
const filled = (types: readonly string[], cores: number): number =>
  types.reduce((sum, type) => sum + 1 / (PUBLISHED[type] ?? cores / (instanceType(type)?.cores ?? 0)), 0);

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
    expect(filled(types, Number(host.cores)), `host ${host.id} is at most full`).toBeLessThanOrEqual(1 + 1e-9);
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
  releasedAreGone(database);
  codesFitPlaces(database);
  billingFollowsConversions(database);
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

/** Machines that run where the rules of an enforced configuration forbid it, as `machine configuration`. */
export function unlawful(db: Database): ReadonlySet<string> {
  const rows = db.all(
    `SELECT instance.id, instance.tenancy, configuration.name, configuration.counting, configuration.rules
     FROM association JOIN instance ON instance.id = resource_id JOIN configuration ON configuration.key = configuration_key
     WHERE instance.state IN ('running', 'pending') AND hard = 1 AND license_count IS NOT NULL AND status = 'AVAILABLE'`,
  );
  const forbidden = rows.filter(
    ({ tenancy, counting, rules }) => !allowedTenancies(counting, rules).includes(String(tenancy)),
  );
  return new Set(forbidden.map(({ id, name }) => `${id} ${name}`));
}

const RULE_WORDS: Readonly<Record<string, string>> = {
  'EC2-Default': 'default',
  'EC2-DedicatedInstance': 'dedicated',
  'EC2-DedicatedHost': 'host',
};

function allowedTenancies(counting: unknown, rules: unknown): readonly string[] {
  if (counting === 'Core' || counting === 'Socket') return ['host'];
  const [, allowed] = /#allowedTenancy=([A-Za-z0-9,-]+)/.exec(String(rules)) ?? [];
  return allowed === undefined ? Object.values(RULE_WORDS) : allowed.split(',').map((word) => RULE_WORDS[word] ?? word);
}

/** What has begun to run broke no rule of an enforced configuration; what was let through before may run on. */
export function nothingUnlawful(before: ReadonlySet<string>, after: ReadonlySet<string>): void {
  expect(
    [...after].filter((one) => !before.has(one)),
    'machines where an enforced rule forbids them',
  ).toEqual([]);
}

/** Machines that run, with the group that their placement names and the one that their host is in. */
export function placements(db: Database): ReadonlyMap<string, { readonly named: string; readonly in: string }> {
  const rows = db.all(
    `SELECT instance.id, coalesce(group_arn, '') AS named, coalesce(host_group.name, '') AS member FROM instance
     LEFT JOIN host ON host.id = host_id LEFT JOIN host_group ON host_group.key = host.group_key
     WHERE instance.state IN ('running', 'pending')`,
  );
  return new Map(
    rows.map(({ id, named, member }) => [
      String(id),
      { named: String(named).replace(/^.*\//, ''), in: String(member) },
    ]),
  );
}

type Placements = ReturnType<typeof placements>;

/** A machine begins to run on a host of the group that it names, and on a host of no group if it names none. */
export function groupsPlace(before: Placements, after: Placements): void {
  const wrong = [...after].filter(([id, place]) => !before.has(id) && place.named !== place.in);
  expect(wrong, 'machines beside their group').toEqual([]);
}

/** A host that is released is in no group, and nothing runs on it. */
export function releasedAreGone(db: Database): void {
  const left = db.all("SELECT id FROM host WHERE state LIKE 'released%' AND (group_key IS NOT NULL OR running > 0)");
  expect(left, 'released hosts').toEqual([]);
}
