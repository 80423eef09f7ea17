import type { Database, RawRow } from '../database.ts';
import { int, optionalText, text, word } from '../rows.ts';

export const RESOURCE_TYPES = [
  'EC2_INSTANCE',
  'EC2_HOST',
  'EC2_AMI',
  'SYSTEMS_MANAGER_MANAGED_INSTANCE',
  'RDS',
] as const;
export type ResourceType = (typeof RESOURCE_TYPES)[number];

/** A resource under a configuration; `consumed` is what it takes itself (0 while stopped or charged through its host). */
export interface AssociationRow {
  readonly configurationKey: number;
  readonly configurationId: string;
  readonly configurationOwner: string;
  readonly region: string;
  readonly resourceType: ResourceType;
  readonly resourceId: string;
  readonly owner: string;
  readonly origin: 'manual' | 'launch' | 'discovered';
  readonly scope: string | undefined;
  readonly associatedAt: number;
  readonly consumed: number;
}

export interface TotalRow {
  readonly resourceType: ResourceType;
  readonly consumed: number;
  readonly associated: number;
}

const SELECT = `SELECT association.*, configuration.id AS configuration_id, configuration.account AS configuration_owner,
  configuration.region AS region FROM association JOIN configuration ON configuration.key = association.configuration_key`;

const association = (row: RawRow): AssociationRow => ({
  configurationKey: int(row, 'configuration_key'),
  configurationId: text(row, 'configuration_id'),
  configurationOwner: text(row, 'configuration_owner'),
  region: text(row, 'region'),
  resourceType: word(row, 'resource_type', RESOURCE_TYPES),
  resourceId: text(row, 'resource_id'),
  owner: text(row, 'owner'),
  origin: word(row, 'origin', ['manual', 'launch', 'discovered']),
  scope: optionalText(row, 'scope'),
  associatedAt: int(row, 'associated_at'),
  consumed: int(row, 'consumed'),
});

/** Whether launches of an associated AMI by an account fall under it: its own association, or one for all accounts. */
export const appliesTo = (row: Pick<AssociationRow, 'owner' | 'scope'>, account: string): boolean =>
  row.scope === 'cross-account' || row.owner === account;

/** Reads of associations and totals. Their only writer is the ledger. */
export class Associations {
  constructor(private readonly db: Database) {}

  /** Everything a resource is associated with, oldest first: the order in which configurations are judged. */
  ofResource(resourceId: string): readonly AssociationRow[] {
    return this.db
      .all(`${SELECT} WHERE resource_id = $resourceId ORDER BY associated_at, configuration_key`, { resourceId })
      .map(association);
  }

  /** ARNs of configurations of other accounts that a copy has found a resource under, and cannot see. */
  unseenOf(resourceId: string): readonly string[] {
    return this.db
      .all('SELECT arn FROM unseen_configuration WHERE resource_id = $resourceId ORDER BY arn', { resourceId })
      .map((row) => text(row, 'arn'));
  }

  /** The same for many resources at once. */
  ofResources(resourceIds: readonly string[]): readonly AssociationRow[] {
    return this.db
      .all(
        `${SELECT} WHERE resource_id IN (SELECT value FROM json_each($ids)) ORDER BY resource_id, associated_at, configuration_key`,
        {
          ids: JSON.stringify(resourceIds),
        },
      )
      .map(association);
  }

  find(configurationKey: number, resourceId: string): AssociationRow | undefined {
    // The plus keeps SQLite off the key, by which it would walk the whole configuration to find one resource.
    const row = this.db.get(`${SELECT} WHERE resource_id = $resourceId AND +configuration_key = $configurationKey`, {
      configurationKey,
      resourceId,
    });
    return row && association(row);
  }

  /** Rows of a configuration after a (type, id) pair, in that order. */
  ofConfiguration(
    configurationKey: number,
    after: readonly [type: string, id: string],
    limit: number,
  ): readonly AssociationRow[] {
    return this.db
      .all(
        `${SELECT} WHERE configuration_key = $configurationKey AND (resource_type, resource_id) > ($type, $id)
         ORDER BY resource_type, resource_id LIMIT $limit`,
        { configurationKey, type: after[0], id: after[1], limit },
      )
      .map(association);
  }

  totals(configurationKey: number): readonly TotalRow[] {
    return this.db
      .all('SELECT resource_type, consumed, associated FROM total WHERE configuration_key = $configurationKey', {
        configurationKey,
      })
      .map((row) => ({
        resourceType: word(row, 'resource_type', RESOURCE_TYPES),
        consumed: int(row, 'consumed'),
        associated: int(row, 'associated'),
      }));
  }
}
