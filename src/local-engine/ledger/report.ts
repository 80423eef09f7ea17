import { configurationArn } from '../../validation/arns.ts';
import type { ReportType } from '../store/reports/generators.ts';
import type { Tx } from '../store/store.ts';
import type { ConfigurationRow } from '../store/tables/configurations.ts';
import { usageRows } from './usage.ts';

type Cell = string | number | boolean | undefined;
type Line = readonly Cell[];

const CONSUMING = ['EC2_INSTANCE', 'EC2_HOST', 'SYSTEMS_MANAGER_MANAGED_INSTANCE'] as const;
const SUMMARY: Line = [
  ...['LicenseConfigurationArn', 'Name', 'LicenseCountingType', 'LicenseCount', 'LicenseCountHardLimit'],
  ...['LicenseRules', 'Status', 'ConsumedLicenses', ...CONSUMING],
];
const USAGE: Line = [
  ...['LicenseConfigurationArn', 'ResourceArn', 'ResourceType', 'ResourceStatus', 'ResourceOwnerId'],
  ...['AssociationTime', 'ConsumedLicenses'],
];

/**
 * A report on configurations as they are now, in CSV with a row of headings (report-summary-content, report-usage-content).
 * The guide names what stands in a report and not its columns: these are AWS's names for the same figures elsewhere.
 */
export function reportText(tx: Tx, type: ReportType, configurations: readonly ConfigurationRow[]): string {
  const isSummary = type === 'LicenseConfigurationSummaryReport';
  const lines = configurations.flatMap((row) => (isSummary ? [summaryLine(tx, row)] : usageLines(tx, row)));
  return [isSummary ? SUMMARY : USAGE, ...lines].map((line) => `${line.map(cell).join(',')}\n`).join('');
}

function summaryLine(tx: Tx, row: ConfigurationRow): Line {
  const totals = new Map(tx.associations.totals(row.key).map(({ resourceType, consumed }) => [resourceType, consumed]));
  return [
    ...[configurationArn(row, row.id), row.name, row.counting, row.licenseCount, row.hard],
    ...[row.rules.join(' '), row.status, row.consumed, ...CONSUMING.map((type) => totals.get(type) ?? 0)],
  ];
}

function usageLines(tx: Tx, row: ConfigurationRow): readonly Line[] {
  const arn = configurationArn(row, row.id);
  return usageRows(tx, row, undefined, Number.MAX_SAFE_INTEGER, () => true).map(({ usage }) => [
    ...[arn, usage.ResourceArn, usage.ResourceType, usage.ResourceStatus, usage.ResourceOwnerId],
    ...[usage.AssociationTime?.toISOString(), usage.ConsumedLicenses],
  ]);
}

const FORMULA = /^[=+\-@\t\r]/;

/** Quoted where CSV needs it (RFC 4180). A spreadsheet runs what begins like a formula: a quote before it keeps it text. */
function cell(value: Cell): string {
  const text = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
