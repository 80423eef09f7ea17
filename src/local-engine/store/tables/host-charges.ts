import type { Database, RawRow } from '../database.ts';
import { flag, int, optionalInt, text } from '../rows.ts';

/** Licences charged for a Dedicated Host as a whole. `running` counts the tracked machines that run on it. */
export interface HostChargeRow {
  readonly configurationKey: number;
  readonly hostId: string;
  readonly units: number;
  readonly running: number;
  readonly byHand: boolean;
  readonly chargedAt: number;
  /** Until when an affinity rule ties the licences to the host. */
  readonly tiedUntil: number | undefined;
  /** When the next release run frees them; absent while in use. */
  readonly releaseAt: number | undefined;
}

/** A configuration that a host is charged to. */
export interface ChargedTo {
  readonly account: string;
  readonly region: string;
  readonly id: string;
}

const charge = (row: RawRow): HostChargeRow => ({
  configurationKey: int(row, 'configuration_key'),
  hostId: text(row, 'host_id'),
  units: int(row, 'units'),
  running: int(row, 'running'),
  byHand: flag(row, 'by_hand'),
  chargedAt: int(row, 'charged_at'),
  tiedUntil: optionalInt(row, 'tied_until'),
  releaseAt: optionalInt(row, 'release_at'),
});

/** Reads of host charges. Their only writer is the ledger. */
export class HostCharges {
  constructor(private readonly db: Database) {}

  ofHost(hostId: string): readonly HostChargeRow[] {
    return this.db
      .all('SELECT * FROM host_charge WHERE host_id = $hostId ORDER BY configuration_key', { hostId })
      .map(charge);
  }

  /** The configurations that hosts are charged to, by host id. */
  namesOf(hostIds: readonly string[]): ReadonlyMap<string, readonly ChargedTo[]> {
    const found = new Map<string, ChargedTo[]>();
    const rows = this.db.all(
      `SELECT host_charge.host_id, configuration.account, configuration.region, configuration.id
       FROM json_each($ids) AS wanted JOIN host_charge ON host_charge.host_id = wanted.value
       JOIN configuration ON configuration.key = host_charge.configuration_key ORDER BY configuration.key`,
      { ids: JSON.stringify(hostIds) },
    );
    for (const row of rows) {
      const host = text(row, 'host_id');
      const charged = { account: text(row, 'account'), region: text(row, 'region'), id: text(row, 'id') };
      found.set(host, [...(found.get(host) ?? []), charged]);
    }
    return found;
  }

  find(configurationKey: number, hostId: string): HostChargeRow | undefined {
    const row = this.db.get(
      'SELECT * FROM host_charge WHERE configuration_key = $configurationKey AND host_id = $hostId',
      {
        configurationKey,
        hostId,
      },
    );
    return row && charge(row);
  }

  /** Charges of a configuration after a host id, in id order. */
  ofConfiguration(configurationKey: number, afterHost: string, limit: number): readonly HostChargeRow[] {
    return this.db
      .all(
        `SELECT * FROM host_charge WHERE configuration_key = $configurationKey AND host_id > $afterHost
         ORDER BY host_id LIMIT $limit`,
        { configurationKey, afterHost, limit },
      )
      .map(charge);
  }

  /** Charges whose release is due, in order of their moment. */
  due(now: number): readonly HostChargeRow[] {
    return this.db
      .all('SELECT * FROM host_charge WHERE release_at <= $now ORDER BY release_at, configuration_key, host_id', {
        now,
      })
      .map(charge);
  }
}
