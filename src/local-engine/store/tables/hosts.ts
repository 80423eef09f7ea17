import type { Scope } from '../../../contract/ports.ts';
import type { Database, RawRow } from '../database.ts';
import { flag, int, optionalInt, optionalText, text } from '../rows.ts';

export const HOST_STATES = [
  'available',
  'under-assessment',
  'permanent-failure',
  'released',
  'released-permanent-failure',
  'pending',
] as const;

/** A Dedicated Host as stored; capacity and use in placement units (the capacity table says what a type takes). */
export interface HostRow {
  readonly key: number;
  readonly account: string;
  readonly region: string;
  readonly id: string;
  readonly family: string;
  readonly instanceType: string | undefined;
  readonly zone: string;
  readonly state: string;
  readonly autoPlacement: boolean;
  readonly hostRecovery: boolean;
  readonly hostMaintenance: boolean;
  readonly cores: number;
  readonly sockets: number;
  readonly vcpus: number | undefined;
  readonly capacityUnits: number;
  readonly usedUnits: number;
  readonly usedCores: number;
  readonly running: number;
  readonly allocatedAt: number;
  readonly releasedAt: number | undefined;
  /** The host resource group that it is in, or joining until `joinsAt`. */
  readonly groupKey: number | undefined;
  readonly joinsAt: number | undefined;
  /** When its assessment ends, or its recovery onto this replacement is complete. */
  readonly recoveryAt: number | undefined;
  /** The failed host that it stands in for, while it is pending. */
  readonly replaces: string | undefined;
}

export type NewHost = Omit<
  HostRow,
  | 'key'
  | 'account'
  | 'region'
  | 'usedUnits'
  | 'usedCores'
  | 'running'
  | 'releasedAt'
  | 'groupKey'
  | 'joinsAt'
  | 'recoveryAt'
  | 'replaces'
>;

export const host = (row: RawRow): HostRow => ({
  key: int(row, 'key'),
  account: text(row, 'account'),
  region: text(row, 'region'),
  id: text(row, 'id'),
  family: text(row, 'family'),
  instanceType: optionalText(row, 'instance_type'),
  zone: text(row, 'zone'),
  state: text(row, 'state'),
  autoPlacement: flag(row, 'auto_placement'),
  hostRecovery: flag(row, 'host_recovery'),
  hostMaintenance: flag(row, 'host_maintenance'),
  cores: int(row, 'cores'),
  sockets: int(row, 'sockets'),
  vcpus: optionalInt(row, 'vcpus'),
  capacityUnits: int(row, 'capacity_units'),
  usedUnits: int(row, 'used_units'),
  usedCores: int(row, 'used_cores'),
  running: int(row, 'running'),
  allocatedAt: int(row, 'allocated_at'),
  releasedAt: optionalInt(row, 'released_at'),
  groupKey: optionalInt(row, 'group_key'),
  joinsAt: optionalInt(row, 'joins_at'),
  recoveryAt: optionalInt(row, 'recovery_at'),
  replaces: optionalText(row, 'replaces'),
});

/** The Dedicated Hosts of one account and Region. What runs on them is written by the ledger only. */
export class Hosts {
  constructor(
    private readonly db: Database,
    private readonly scope: Scope,
  ) {}

  find(id: string): HostRow | undefined {
    const row = this.db.get('SELECT * FROM host WHERE id = $id AND account = $account AND region = $region', {
      id,
      ...this.here,
    });
    return row && host(row);
  }

  /** Hosts of a family, in rising id order. */
  ofFamily(family: string): readonly HostRow[] {
    return this.db
      .all('SELECT * FROM host WHERE account = $account AND region = $region AND family = $family ORDER BY key', {
        family,
        ...this.here,
      })
      .map(host);
  }

  after(key: number, limit: number): readonly HostRow[] {
    return this.db
      .all(
        'SELECT * FROM host WHERE account = $account AND region = $region AND key > $key ORDER BY key LIMIT $limit',
        {
          key,
          limit,
          ...this.here,
        },
      )
      .map(host);
  }

  insert(row: NewHost): void {
    this.db.run(
      `INSERT INTO host (account, region, id, family, instance_type, zone, state, auto_placement, host_recovery,
         host_maintenance, cores, sockets, vcpus, capacity_units, used_units, used_cores, running, allocated_at)
       VALUES ($account, $region, $id, $family, $instanceType, $zone, $state, $autoPlacement, $hostRecovery,
         $hostMaintenance, $cores, $sockets, $vcpus, $capacityUnits, 0, 0, 0, $allocatedAt)`,
      { ...row, instanceType: row.instanceType ?? null, vcpus: row.vcpus ?? null, ...this.here },
    );
  }

  /** Changes what ModifyHosts may change. */
  modify(
    row: Pick<HostRow, 'id' | 'autoPlacement' | 'hostRecovery' | 'hostMaintenance' | 'instanceType' | 'capacityUnits'>,
  ): void {
    this.db.run(
      `UPDATE host SET auto_placement = $autoPlacement, host_recovery = $hostRecovery, host_maintenance = $hostMaintenance,
         instance_type = $instanceType, capacity_units = $capacityUnits
       WHERE id = $id AND account = $account AND region = $region`,
      {
        id: row.id,
        autoPlacement: row.autoPlacement,
        hostRecovery: row.hostRecovery,
        hostMaintenance: row.hostMaintenance,
        instanceType: row.instanceType ?? null,
        capacityUnits: row.capacityUnits,
        ...this.here,
      },
    );
  }

  setState(id: string, state: string, releasedAt?: number): void {
    this.db.run(
      'UPDATE host SET state = $state, released_at = $releasedAt WHERE id = $id AND account = $account AND region = $region',
      { id, state, releasedAt: releasedAt ?? null, ...this.here },
    );
  }

  /** Puts a host into a group. @param joinsAt when it becomes a member; at once if undefined */
  join(id: string, groupKey: number, joinsAt: number | undefined): void {
    this.db.run(
      'UPDATE host SET group_key = $groupKey, joins_at = $joinsAt WHERE id = $id AND account = $account AND region = $region',
      { id, groupKey, joinsAt: joinsAt ?? null, ...this.here },
    );
  }

  /** Takes a host out of its group, if it is in one. */
  leaveGroup(id: string): void {
    this.db.run(
      'UPDATE host SET group_key = NULL, joins_at = NULL WHERE id = $id AND account = $account AND region = $region',
      { id, ...this.here },
    );
  }

  /** How many hosts of a family are allocated. */
  allocated(family: string): number {
    const row = this.db.get(
      `SELECT count(*) AS hosts FROM host
       WHERE account = $account AND region = $region AND family = $family AND released_at IS NULL`,
      { family, ...this.here },
    );
    return row === undefined ? 0 : int(row, 'hosts');
  }

  private get here() {
    return { account: this.scope.account, region: this.scope.region };
  }
}

/** One host whoever owns it: for the schedule and for resources of other accounts. */
export function hostAcross(db: Database, id: string): HostRow | undefined {
  const row = db.get('SELECT * FROM host WHERE id = $id', { id });
  return row && host(row);
}

/** Hosts that become members of their group by `now`, in the order of their moment. */
export function hostsJoining(db: Database, now: number): readonly HostRow[] {
  return db.all('SELECT * FROM host WHERE joins_at <= $now ORDER BY joins_at, key', { now }).map(host);
}

/** A host is a member from now on. */
export function hostJoined(db: Database, key: number): void {
  db.run('UPDATE host SET joins_at = NULL WHERE key = $key', { key });
}
