import type { LicenseProduct, TenancyMatrixId, UsageOperation } from '../usage-operations.ts';

/** `yes`, or the ending of the constraint `tenancy-matrix-…` that refuses. */
export type TenancyCell = 'yes' | (TenancyMatrixId extends `tenancy-matrix-${infer Ending}` ? Ending : never);

interface Row extends Omit<UsageOperation, 'usageOperation'> {
  /** Shared, Dedicated Instance, Dedicated Host, host resource group. */
  readonly tenancy: readonly [TenancyCell, TenancyCell, TenancyCell, TenancyCell];
}

const ANYWHERE = ['yes', 'yes', 'yes', 'yes'] as const;
const NO_RHEL = ['yes', 'yes', 'rhel-li', 'rhel-li'] as const;
const NO_SQL = ['yes', 'yes', 'sql-li', 'sql-li'] as const;

const WINDOWS = 'Windows Server';
const RHEL = 'Red Hat Enterprise Linux';
const HA = 'High Availability';
const ENTERPRISE = 'SQL Server Enterprise';
const STANDARD = 'SQL Server Standard';
const WEB = 'SQL Server Web';

function row(
  platformDetails: string,
  licenseIncludedProducts: readonly LicenseProduct[],
  tenancy: Row['tenancy'],
  convertible: Row['convertible'] = 'no',
): Row {
  return { platformDetails, licenseIncludedProducts, convertible, tenancy };
}

/**
 * Every billing code with what AWS licenses in it and where it may run, in one table.
 * Sources: EC2 User Guide, AMI billing information fields; License Manager User Guide, eligible license types and
 * tenancy conversion limits. Codes that carry two limits name the one that refuses in each column.
 */
export const usageOperationTable: ReadonlyMap<string, Row> = new Map([
  ['RunInstances', row('Linux/UNIX', [], ANYWHERE)],
  // No source names its placements: the licence is brought along and usage reports show it as Linux, so it runs as Linux.
  ['RunInstances:00g0', row('Red Hat BYOL Linux', [], ANYWHERE)],
  ['RunInstances:0010', row('Red Hat Enterprise Linux', [RHEL], NO_RHEL)],
  ['RunInstances:1010', row('Red Hat Enterprise Linux with HA', [RHEL, HA], NO_RHEL)],
  ['RunInstances:1014', row('Red Hat Enterprise Linux with SQL Server Standard and HA', [RHEL, HA, STANDARD], NO_RHEL)],
  ['RunInstances:1110', row('Red Hat Enterprise Linux with SQL Server Enterprise and HA', [RHEL, HA, ENTERPRISE], NO_RHEL)],
  ['RunInstances:0014', row('Red Hat Enterprise Linux with SQL Server Standard', [RHEL, STANDARD], NO_RHEL)],
  ['RunInstances:0210', row('Red Hat Enterprise Linux with SQL Server Web', [RHEL, WEB], NO_RHEL)],
  ['RunInstances:0110', row('Red Hat Enterprise Linux with SQL Server Enterprise', [RHEL, ENTERPRISE], NO_RHEL)],
  ['RunInstances:0100', row('SQL Server Enterprise', [ENTERPRISE], NO_SQL)],
  ['RunInstances:0004', row('SQL Server Standard', [STANDARD], NO_SQL)],
  ['RunInstances:0200', row('SQL Server Web', [WEB], NO_SQL)],
  ['RunInstances:000g', row('SUSE Linux', ['SUSE Linux Enterprise Server'], ['yes', 'yes', 'suse-li', 'suse-li'])],
  ['RunInstances:0g00', row('Ubuntu Pro', ['Ubuntu Pro'], ['yes', 'yes', 'other-li', 'other-li'])],
  ['RunInstances:0002', row('Windows', [WINDOWS], ANYWHERE, 'yes')],
  ['RunInstances:0800', row('Windows BYOL', [], ['windows-byol', 'yes', 'yes', 'yes'], 'yes')],
  ['RunInstances:0102', row('Windows with SQL Server Enterprise', [WINDOWS, ENTERPRISE], NO_SQL, 'yes')],
  ['RunInstances:0006', row('Windows with SQL Server Standard', [WINDOWS, STANDARD], NO_SQL, 'yes')],
  ['RunInstances:0202', row('Windows with SQL Server Web', [WINDOWS, WEB], NO_SQL, 'yes')],
  // AWS publishes no platform details for this one; the words follow what the code is composed of.
  ['RunInstances:0804', row('Windows BYOL with SQL Server Standard', [STANDARD], ['windows-byol', 'yes', 'sql-li', 'sql-li'], 'example-only')],
]);
