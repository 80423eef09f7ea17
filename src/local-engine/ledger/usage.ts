import type { LicenseConfigurationUsage } from '@aws-sdk/client-license-manager';
import { hostArn } from '../../validation/arns.ts';
import type { Tx } from '../store/store.ts';
import type { AssociationRow } from '../store/tables/associations.ts';
import type { ConfigurationRow } from '../store/tables/configurations.ts';
import type { HostChargeRow } from '../store/tables/host-charges.ts';
import { resourceArn, resourceOwner } from './resource.ts';

export interface UsageRow {
  readonly type: string;
  readonly id: string;
  readonly usage: LicenseConfigurationUsage;
}

/**
 * Usage of a configuration in pages, by resource type and id (RULINGS 19): one row for every charged host, then one for
 * every associated machine that is not terminated, which shows 0 while it is stopped or charged through its host.
 * Images consume nothing and have no row.
 */
export function usageRows(
  tx: Tx,
  configuration: ConfigurationRow,
  after: readonly (string | number)[] | undefined,
  limit: number,
  passes: (usage: LicenseConfigurationUsage) => boolean,
): readonly UsageRow[] {
  const type = String(after?.[0] ?? 'EC2_HOST');
  const id = String(after?.[1] ?? '');
  const found = type === 'EC2_HOST' ? collect(limit, passes, hostPages(tx, configuration, id)) : [];
  if (found.length === limit) return found;
  return [
    ...found,
    ...collect(limit - found.length, passes, machinePages(tx, configuration, type === 'EC2_HOST' ? '' : id)),
  ];
}

const CHUNK = 500;

/** Reads chunk after chunk until enough rows pass the filters. */
function collect(
  limit: number,
  passes: (usage: LicenseConfigurationUsage) => boolean,
  chunks: Iterable<readonly UsageRow[]>,
): readonly UsageRow[] {
  const rows: UsageRow[] = [];
  for (const chunk of chunks) {
    rows.push(...chunk.filter((row) => passes(row.usage)));
    if (rows.length >= limit) break;
  }
  return rows.slice(0, limit);
}

function* hostPages(tx: Tx, configuration: ConfigurationRow, after: string): Iterable<readonly UsageRow[]> {
  for (let from: string | undefined = after; from !== undefined; ) {
    const charges = tx.charges.ofConfiguration(configuration.key, from, CHUNK);
    yield charges.map((charge) => hostUsage(tx, configuration, charge));
    from = charges.length === CHUNK ? charges.at(-1)?.hostId : undefined;
  }
}

function* machinePages(tx: Tx, configuration: ConfigurationRow, after: string): Iterable<readonly UsageRow[]> {
  for (let from: string | undefined = after; from !== undefined; ) {
    const rows = tx.associations.ofConfiguration(configuration.key, ['EC2_INSTANCE', from], CHUNK);
    yield rows.filter((row) => row.resourceType === 'EC2_INSTANCE').map((row) => machineUsage(tx, row));
    from = rows.length === CHUNK ? rows.at(-1)?.resourceId : undefined;
  }
}

function hostUsage(tx: Tx, configuration: ConfigurationRow, charge: HostChargeRow): UsageRow {
  const host = tx.across.host(charge.hostId);
  const scope = { account: host?.account ?? configuration.account, region: configuration.region };
  const byHand = tx.associations.find(configuration.key, charge.hostId);
  return {
    type: 'EC2_HOST',
    id: charge.hostId,
    usage: {
      ResourceArn: hostArn(scope, charge.hostId),
      ResourceType: 'EC2_HOST',
      ResourceStatus: host?.state ?? 'released',
      ResourceOwnerId: scope.account,
      AssociationTime: new Date(byHand?.associatedAt ?? charge.chargedAt),
      ConsumedLicenses: charge.units,
    },
  };
}

/** A copy of an account knows of the machines of other accounts only what they take; a terminated one is under nothing. */
const unseenState = ({ consumed }: AssociationRow): string => (consumed > 0 ? 'running' : 'stopped');

function machineUsage(tx: Tx, row: AssociationRow): UsageRow {
  return {
    type: 'EC2_INSTANCE',
    id: row.resourceId,
    usage: {
      ResourceArn: resourceArn(row),
      ResourceType: row.resourceType,
      ResourceStatus: tx.across.instance(row.resourceId)?.state ?? unseenState(row),
      ResourceOwnerId: resourceOwner(tx, row),
      AssociationTime: new Date(row.associatedAt),
      ConsumedLicenses: row.consumed,
    },
  };
}
