import type { Database } from '../database.ts';
import type { ResourceType } from './associations.ts';
import type { HostChargeRow } from './host-charges.ts';

/** One configuration under which resources come; `consumed` is what each of them takes itself. */
export interface NewAssociation {
  readonly configurationKey: number;
  readonly resourceType: ResourceType;
  readonly owner: string;
  readonly origin: 'manual' | 'launch' | 'discovered';
  readonly scope?: string;
  readonly at: number;
  readonly consumed: number;
}

export interface TotalChange {
  readonly configurationKey: number;
  readonly resourceType: ResourceType;
  readonly consumed: number;
  readonly associated: number;
}

/** Every write to associations, totals, host charges and what occupies a host. Only the ledger may call this. */
export class Books {
  constructor(private readonly db: Database) {}

  /** Associates many resources with many configurations in one statement. */
  associate(rows: readonly NewAssociation[], resourceIds: readonly string[]): void {
    if (rows.length === 0 || resourceIds.length === 0) return;
    this.db.run(
      `INSERT INTO association (configuration_key, resource_type, resource_id, owner, origin, scope, associated_at, consumed)
       SELECT a.value ->> 0, a.value ->> 1, r.value, a.value ->> 2, a.value ->> 3, a.value ->> 4, a.value ->> 5, a.value ->> 6
       FROM json_each($rows) AS a, json_each($ids) AS r`,
      {
        rows: JSON.stringify(
          rows.map((row) => [
            row.configurationKey,
            row.resourceType,
            row.owner,
            row.origin,
            row.scope ?? null,
            row.at,
            row.consumed,
          ]),
        ),
        ids: JSON.stringify(resourceIds),
      },
    );
  }

  /** A copied resource is under a configuration that the copied account cannot see. */
  putUnseen(resourceId: string, arn: string): void {
    this.db.run(
      'INSERT INTO unseen_configuration (resource_id, arn) VALUES ($resourceId, $arn) ON CONFLICT DO NOTHING',
      {
        resourceId,
        arn,
      },
    );
  }

  disassociate(configurationKey: number, resourceIds: readonly string[]): void {
    this.db.run(
      // The plus keeps SQLite off the key, by which it would walk the whole configuration.
      'DELETE FROM association WHERE +configuration_key = $configurationKey AND resource_id IN (SELECT value FROM json_each($ids))',
      { configurationKey, ids: JSON.stringify(resourceIds) },
    );
  }

  setScope(configurationKey: number, resourceId: string, scope: string | undefined): void {
    this.db.run(
      'UPDATE association SET scope = $scope WHERE configuration_key = $configurationKey AND resource_id = $resourceId',
      {
        configurationKey,
        resourceId,
        scope: scope ?? null,
      },
    );
  }

  /** What resources take themselves, as (configuration key, resource id, licences) triples. */
  setConsumed(rows: readonly (readonly [configurationKey: number, resourceId: string, consumed: number])[]): void {
    if (rows.length === 0) return;
    this.db.run(
      `UPDATE association SET consumed = v.value ->> 2 FROM json_each($rows) AS v
       WHERE association.configuration_key = v.value ->> 0 AND association.resource_id = v.value ->> 1`,
      { rows: JSON.stringify(rows) },
    );
  }

  /** Adds to maintained totals; several changes to one total must be summed before. */
  addToTotals(changes: readonly TotalChange[]): void {
    if (changes.length === 0) return;
    this.db.run(
      `INSERT INTO total (configuration_key, resource_type, consumed, associated)
       SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each($changes) WHERE true
       ON CONFLICT DO UPDATE SET consumed = consumed + excluded.consumed, associated = associated + excluded.associated`,
      { changes: JSON.stringify(changes.map((c) => [c.configurationKey, c.resourceType, c.consumed, c.associated])) },
    );
  }

  putCharge(charge: HostChargeRow): void {
    this.db.run(
      `INSERT INTO host_charge (configuration_key, host_id, units, running, by_hand, charged_at, tied_until, release_at)
       VALUES ($configurationKey, $hostId, $units, $running, $byHand, $chargedAt, $tiedUntil, $releaseAt)
       ON CONFLICT DO UPDATE SET running = excluded.running, by_hand = excluded.by_hand,
         tied_until = excluded.tied_until, release_at = excluded.release_at`,
      { ...charge, tiedUntil: charge.tiedUntil ?? null, releaseAt: charge.releaseAt ?? null },
    );
  }

  deleteCharge(configurationKey: number, hostId: string): void {
    this.db.run('DELETE FROM host_charge WHERE configuration_key = $configurationKey AND host_id = $hostId', {
      configurationKey,
      hostId,
    });
  }

  /** Adds machines to hosts (negative: takes them away), as (host id, units, cores, machines). */
  occupy(rows: readonly (readonly [hostId: string, units: number, cores: number, machines: number])[]): void {
    if (rows.length === 0) return;
    this.db.run(
      `UPDATE host SET used_units = used_units + (v.value ->> 1), used_cores = used_cores + (v.value ->> 2),
         running = running + (v.value ->> 3)
       FROM json_each($rows) AS v WHERE host.id = v.value ->> 0`,
      { rows: JSON.stringify(rows) },
    );
  }
}
