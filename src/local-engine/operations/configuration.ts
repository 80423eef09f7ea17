import type {
  ConsumedLicenseSummary,
  ManagedResourceSummary,
  ProductInformation,
} from '@aws-sdk/client-license-manager';
import { configurationArn, parseConfigurationArn } from '../../validation/arns.ts';
import { configAccessRows } from '../../validation/catalogue/config-access.ts';
import { checkIn } from '../../validation/check-in.ts';
import { guard } from '../../validation/guard.ts';
import type { Context } from '../operation.ts';
import { isSharedWith } from '../store/reach.ts';
import type { Tx } from '../store/store.ts';
import type { ConfigurationRow } from '../store/tables/configurations.ts';

/**
 * The configuration an ARN names, seen from the caller's account and Region.
 * @throws Fault config-region-scoped or config-not-found
 */
export function found(
  tx: Tx,
  arn: string | undefined,
  { scope, here }: Pick<Context, 'scope' | 'here'>,
): ConfigurationRow {
  guard(checkIn(configAccessRows, 'config-region-scoped', { LicenseConfigurationArn: arn, region: scope.region }));
  const parsed = parseConfigurationArn(arn ?? '');
  const own = parsed?.account === scope.account ? here.configurations.find(parsed.id) : undefined;
  const row = own ?? (parsed && tx.across.configuration(parsed.id));
  const exists = row !== undefined && row.account === parsed?.account && row.region === parsed.region;
  guard(checkIn(configAccessRows, 'config-not-found', { LicenseConfigurationArn: arn, found: exists }));
  if (row === undefined) throw new TypeError('unreachable: the guard refused');
  return row;
}

/**
 * The same, and the caller may see it: its own, or one that is shared with it.
 * @throws Fault config-region-scoped or config-not-found
 */
export function visible(tx: Tx, arn: string | undefined, context: Pick<Context, 'scope' | 'here'>): ConfigurationRow {
  const row = found(tx, arn, context);
  const { account } = context.scope;
  const seen = row.account === account || isSharedWith(tx, arnOf(row), account);
  guard(checkIn(configAccessRows, 'config-not-found', { LicenseConfigurationArn: arn, found: seen }));
  return row;
}

/** The same, and the caller must own it: only the owner changes a configuration (config-edit-owner-only). */
export function owned(tx: Tx, arn: string | undefined, context: Pick<Context, 'scope' | 'here'>): ConfigurationRow {
  const row = found(tx, arn, context);
  guard(
    checkIn(configAccessRows, 'config-edit-owner-only', {
      configuration: row.name,
      ownerId: row.account,
      accountId: context.scope.account,
    }),
  );
  return row;
}

/** The same for what a configuration tracks (config-data-ownership). */
export function ownData(tx: Tx, arn: string | undefined, context: Pick<Context, 'scope' | 'here'>): ConfigurationRow {
  const row = found(tx, arn, context);
  guard(
    checkIn(configAccessRows, 'config-data-ownership', {
      configuration: row.name,
      ownerId: row.account,
      accountId: context.scope.account,
    }),
  );
  return row;
}

export const arnOf = (row: Pick<ConfigurationRow, 'account' | 'region' | 'id'>): string =>
  configurationArn(row, row.id);

const CONSUMING = ['EC2_INSTANCE', 'EC2_HOST', 'SYSTEMS_MANAGER_MANAGED_INSTANCE'] as const;
const MANAGED = ['EC2_INSTANCE', 'EC2_HOST', 'EC2_AMI', 'SYSTEMS_MANAGER_MANAGED_INSTANCE'] as const;

/** Consumption and associations by resource type: every row always there, zeros included (RULINGS 4). */
export function summaries(tx: Tx, row: ConfigurationRow) {
  const totals = new Map(tx.associations.totals(row.key).map((total) => [total.resourceType, total]));
  const consumed = CONSUMING.map(
    (type): ConsumedLicenseSummary => ({ ResourceType: type, ConsumedLicenses: totals.get(type)?.consumed ?? 0 }),
  );
  const managed = MANAGED.map(
    (type): ManagedResourceSummary => ({ ResourceType: type, AssociationCount: totals.get(type)?.associated ?? 0 }),
  );
  return { ConsumedLicenseSummaryList: consumed, ManagedResourceSummaryList: managed };
}

/** What reading and listing show alike; LicenseCount is absent when it was never set (RULINGS 4). */
export function described(tx: Tx, row: ConfigurationRow) {
  const products: ProductInformation[] = JSON.parse(row.products);
  return {
    LicenseConfigurationId: row.id,
    LicenseConfigurationArn: arnOf(row),
    Name: row.name,
    ...(row.description === undefined ? {} : { Description: row.description }),
    LicenseCountingType: row.counting,
    LicenseRules: [...row.rules],
    ...(row.licenseCount === undefined ? {} : { LicenseCount: row.licenseCount }),
    LicenseCountHardLimit: row.hard,
    DisassociateWhenNotFound: row.disassociateWhenNotFound,
    ConsumedLicenses: row.consumed,
    Status: row.status,
    OwnerAccountId: row.account,
    ...summaries(tx, row),
    ProductInformationList: products,
    ...(row.expiry === undefined ? {} : { LicenseExpiry: row.expiry }),
  };
}
