import type { Scope } from '../../../contract/ports.ts';
import type { Database, RawRow } from '../database.ts';
import { int, optionalInt, optionalText, text, word } from '../rows.ts';

export const INSTANCE_STATES = ['pending', 'running', 'shutting-down', 'terminated', 'stopping', 'stopped'] as const;
export const TENANCIES = ['default', 'dedicated', 'host'] as const;

export interface InstanceRow {
  readonly key: number;
  readonly account: string;
  readonly region: string;
  readonly id: string;
  readonly reservationId: string;
  readonly launchIndex: number;
  readonly imageId: string;
  readonly instanceType: string;
  readonly state: (typeof INSTANCE_STATES)[number];
  readonly tenancy: (typeof TENANCIES)[number];
  readonly affinity: 'default' | 'host';
  readonly hostId: string | undefined;
  readonly zone: string;
  readonly coreCount: number | undefined;
  readonly threadsPerCore: number | undefined;
  readonly usageOperation: string;
  readonly platformDetails: string;
  /** When the billing code was last changed; undefined while it is that of the launch. */
  readonly usageOperationAt: number | undefined;
  readonly launchedAt: number;
  readonly stateChangedAt: number;
  /** The host resource group that its placement names. */
  readonly groupArn: string | undefined;
}

/** What all machines of one launch have in common. */
export type NewInstances = Omit<
  InstanceRow,
  'key' | 'account' | 'region' | 'id' | 'hostId' | 'launchIndex' | 'stateChangedAt' | 'usageOperationAt'
>;

/** A machine that ran elsewhere before; a terminated one vanishes at `purgeAt`. */
export type CopiedInstance = Omit<InstanceRow, 'key' | 'account' | 'region'> & {
  readonly purgeAt: number | undefined;
};

export const instance = (row: RawRow): InstanceRow => ({
  key: int(row, 'key'),
  account: text(row, 'account'),
  region: text(row, 'region'),
  id: text(row, 'id'),
  reservationId: text(row, 'reservation_id'),
  launchIndex: int(row, 'launch_index'),
  imageId: text(row, 'image_id'),
  instanceType: text(row, 'instance_type'),
  state: word(row, 'state', INSTANCE_STATES),
  tenancy: word(row, 'tenancy', TENANCIES),
  affinity: word(row, 'affinity', ['default', 'host']),
  hostId: optionalText(row, 'host_id'),
  zone: text(row, 'zone'),
  coreCount: optionalInt(row, 'core_count'),
  threadsPerCore: optionalInt(row, 'threads_per_core'),
  usageOperation: text(row, 'usage_operation'),
  platformDetails: text(row, 'platform_details'),
  usageOperationAt: optionalInt(row, 'usage_operation_at'),
  launchedAt: int(row, 'launched_at'),
  stateChangedAt: int(row, 'state_changed_at'),
  groupArn: optionalText(row, 'group_arn'),
});

/** The EC2 instances of one account and Region. */
export class Instances {
  constructor(
    private readonly db: Database,
    private readonly scope: Scope,
  ) {}

  find(id: string): InstanceRow | undefined {
    const row = this.db.get('SELECT * FROM instance WHERE id = $id AND account = $account AND region = $region', {
      id,
      ...this.here,
    });
    return row && instance(row);
  }

  // `+account` below keeps SQLite off the index of the scope: it would walk every machine to find a few by id.

  /** The named ones that exist, in the order given. */
  findAll(ids: readonly string[]): readonly InstanceRow[] {
    return this.db
      .all(
        `SELECT instance.* FROM json_each($ids) AS wanted JOIN instance ON instance.id = wanted.value
         WHERE +account = $account AND region = $region ORDER BY wanted.key`,
        { ids: JSON.stringify(ids), ...this.here },
      )
      .map(instance);
  }

  after(key: number, limit: number): readonly InstanceRow[] {
    return this.db
      .all(
        'SELECT * FROM instance WHERE account = $account AND region = $region AND key > $key ORDER BY key LIMIT $limit',
        {
          key,
          limit,
          ...this.here,
        },
      )
      .map(instance);
  }

  /** Inserts one launch in one statement; `machines` are (instance id, host id) pairs in launch order. */
  insertAll(common: NewInstances, machines: readonly (readonly [id: string, hostId: string | null])[]): void {
    this.db.run(
      `INSERT INTO instance (account, region, id, reservation_id, launch_index, image_id, instance_type, state, tenancy,
         affinity, host_id, zone, core_count, threads_per_core, usage_operation, platform_details, launched_at, state_changed_at,
         group_arn)
       SELECT $account, $region, value ->> 0, $reservationId, key, $imageId, $instanceType, $state, $tenancy,
         $affinity, value ->> 1, $zone, $coreCount, $threadsPerCore, $usageOperation, $platformDetails, $launchedAt, $launchedAt,
         $groupArn
       FROM json_each($machines)`,
      {
        ...common,
        coreCount: common.coreCount ?? null,
        threadsPerCore: common.threadsPerCore ?? null,
        groupArn: common.groupArn ?? null,
        machines: JSON.stringify(machines),
        ...this.here,
      },
    );
  }

  /** Inserts machines each as it is, in one statement. */
  insertCopies(rows: readonly CopiedInstance[]): void {
    this.db.run(
      `INSERT INTO instance (account, region, id, reservation_id, launch_index, image_id, instance_type, state, tenancy,
         affinity, host_id, zone, core_count, threads_per_core, usage_operation, platform_details, launched_at,
         state_changed_at, purge_at, group_arn, usage_operation_at)
       SELECT $account, $region, value ->> 'id', value ->> 'reservationId', value ->> 'launchIndex', value ->> 'imageId',
         value ->> 'instanceType', value ->> 'state', value ->> 'tenancy', value ->> 'affinity', value ->> 'hostId',
         value ->> 'zone', value ->> 'coreCount', value ->> 'threadsPerCore', value ->> 'usageOperation',
         value ->> 'platformDetails', value ->> 'launchedAt', value ->> 'stateChangedAt', value ->> 'purgeAt', value ->> 'groupArn',
         value ->> 'usageOperationAt'
       FROM json_each($rows)`,
      { rows: JSON.stringify(rows), ...this.here },
    );
  }

  /** Moves machines to a state; terminated ones vanish at `purgeAt`. */
  setState(ids: readonly string[], state: InstanceRow['state'], at: number, purgeAt?: number): void {
    this.db.run(
      `UPDATE instance SET state = $state, state_changed_at = $at, purge_at = $purgeAt
       WHERE id IN (SELECT value FROM json_each($ids)) AND +account = $account AND region = $region`,
      { ids: JSON.stringify(ids), state, at, purgeAt: purgeAt ?? null, ...this.here },
    );
  }

  /** Where a machine runs or starts next. */
  place(id: string, hostId: string | undefined, zone: string): void {
    this.db.run(
      'UPDATE instance SET host_id = $hostId, zone = $zone WHERE id = $id AND account = $account AND region = $region',
      {
        id,
        hostId: hostId ?? null,
        zone,
        ...this.here,
      },
    );
  }

  /** Where a stopped machine starts next: its tenancy, and the host or the group that it is bound to. */
  move(to: {
    readonly instanceId: string;
    readonly tenancy: InstanceRow['tenancy'];
    readonly affinity: InstanceRow['affinity'];
    readonly hostId?: string | undefined;
    readonly hostResourceGroupArn?: string | undefined;
  }): void {
    this.db.run(
      `UPDATE instance SET tenancy = $tenancy, affinity = $affinity, host_id = $hostId, group_arn = $groupArn
       WHERE id = $id AND account = $account AND region = $region`,
      {
        id: to.instanceId,
        tenancy: to.tenancy,
        affinity: to.affinity,
        hostId: to.hostId ?? null,
        groupArn: to.hostResourceGroupArn ?? null,
        ...this.here,
      },
    );
  }

  resize(id: string, size: Pick<InstanceRow, 'instanceType' | 'coreCount' | 'threadsPerCore'>): void {
    this.db.run(
      `UPDATE instance SET instance_type = $instanceType, core_count = $coreCount, threads_per_core = $threadsPerCore
       WHERE id = $id AND account = $account AND region = $region`,
      {
        id,
        instanceType: size.instanceType,
        coreCount: size.coreCount ?? null,
        threadsPerCore: size.threadsPerCore ?? null,
        ...this.here,
      },
    );
  }

  /** What the machine is billed as from now on. */
  bill(id: string, billing: Pick<InstanceRow, 'usageOperation' | 'platformDetails'>, at: number): void {
    this.db.run(
      `UPDATE instance SET usage_operation = $usageOperation, platform_details = $platformDetails, usage_operation_at = $at
       WHERE id = $id AND account = $account AND region = $region`,
      { id, ...billing, at, ...this.here },
    );
  }

  private get here() {
    return { account: this.scope.account, region: this.scope.region };
  }
}

/** Machines that point to a host, running or not, whoever owns them: those of a shared group belong to its members. */
export function instancesOnHost(db: Database, hostId: string): readonly InstanceRow[] {
  return db.all('SELECT * FROM instance WHERE host_id = $hostId ORDER BY key', { hostId }).map(instance);
}

/** One machine whoever owns it. */
export function instanceAcross(db: Database, id: string): InstanceRow | undefined {
  const row = db.get('SELECT * FROM instance WHERE id = $id', { id });
  return row && instance(row);
}

/** Removes terminated machines whose time to be seen is over; their tags go with them. */
export function purgeInstances(db: Database, now: number): number {
  db.run('DELETE FROM tag WHERE resource_id IN (SELECT id FROM instance WHERE purge_at <= $now)', { now });
  return db.run('DELETE FROM instance WHERE purge_at <= $now', { now }).changes;
}
