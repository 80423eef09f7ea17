import type { Tenancy } from '../contract/world.ts';
import { type TenancyCell, usageOperationTable } from './tables/usage-operations.ts';

export type LicenseProduct =
  | 'Windows Server'
  | 'SQL Server Enterprise'
  | 'SQL Server Standard'
  | 'SQL Server Web'
  | 'Red Hat Enterprise Linux'
  | 'High Availability'
  | 'SUSE Linux Enterprise Server'
  | 'Ubuntu Pro';

/** A billing code (EC2 User Guide, AMI billing information fields). */
export interface UsageOperation {
  readonly usageOperation: string;
  /** As DescribeImages shows it. */
  readonly platformDetails: string;
  /** What AWS licenses with the machine; everything else is brought along. */
  readonly licenseIncludedProducts: readonly LicenseProduct[];
  /** Whether License Manager converts to and from it; `example-only` stands in a guide's example and in no table. */
  readonly convertible: 'yes' | 'no' | 'example-only';
}

/** Where a machine runs, as the tenancy table distinguishes it: a host resource group is stricter than its hosts. */
export type Placement = 'shared' | 'dedicated' | 'host' | 'group';

/** The constraint that explains a cell of the tenancy table. */
export type TenancyMatrixId = `tenancy-matrix-${
  | 'linux'
  | 'windows-byol'
  | 'windows-li'
  | 'sql-li'
  | 'rhel-li'
  | 'suse-li'
  | 'other-li'}`;

export type TenancyAnswer =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'refused'; readonly id: TenancyMatrixId }
  /** The code is not in the table, so AWS's answer is not known. */
  | { readonly kind: 'unknown-code' };

/** The facts of a billing code such as `RunInstances:0002`; undefined for one that the table lacks. */
export function usageOperation(code: string): UsageOperation | undefined {
  return USAGE_OPERATIONS.find((row) => row.usageOperation === code);
}

/** Every billing code. */
export const USAGE_OPERATIONS: readonly UsageOperation[] = [...usageOperationTable].map(([code, row]) => ({
  usageOperation: code,
  platformDetails: row.platformDetails,
  licenseIncludedProducts: row.licenseIncludedProducts,
  convertible: row.convertible,
}));

/** Whether a billing code may run in a place, and which constraint refuses it (License Manager User Guide, tenancy). */
export function judgePlacement(code: string, placement: Placement): TenancyAnswer {
  const cell: TenancyCell | undefined = usageOperationTable.get(code)?.tenancy[COLUMN[placement]];
  if (cell === undefined) return { kind: 'unknown-code' };
  return cell === 'yes' ? { kind: 'allowed' } : { kind: 'refused', id: `tenancy-matrix-${cell}` };
}

/** The places where a billing code may run; undefined for one that the table lacks. */
export function placementsOf(code: string): readonly Placement[] | undefined {
  if (!usageOperationTable.has(code)) return undefined;
  return PLACEMENTS.filter((placement) => judgePlacement(code, placement).kind === 'allowed');
}

/** The column of the tenancy table for an EC2 tenancy. */
export function placementFor(tenancy: Tenancy, inGroup: boolean): Placement {
  if (tenancy === 'host') return inGroup ? 'group' : 'host';
  return tenancy === 'default' ? 'shared' : 'dedicated';
}

const PLACEMENTS: readonly Placement[] = ['shared', 'dedicated', 'host', 'group'];
const COLUMN = { shared: 0, dedicated: 1, host: 2, group: 3 } as const;

/** EC2's `Platform` member of images and instances: set for Windows only. */
export function platformOf(code: string): 'windows' | undefined {
  return usageOperation(code)?.platformDetails.startsWith('Windows') ? 'windows' : undefined;
}

/** Whether AWS licenses SQL Server, of any edition, with the machine. */
export function includesSqlServer(code: string): boolean {
  return usageOperation(code)?.licenseIncludedProducts.some((product) => product.startsWith('SQL Server')) ?? false;
}

/** Whether AWS licenses any product with the machine. */
export function licenseIncluded(code: string): boolean {
  return (usageOperation(code)?.licenseIncludedProducts.length ?? 0) > 0;
}

/**
 * The billing code that ImportImage's `LicenseType` stands for, by `Platform` (VM Import/Export, licensing).
 * Without a type Windows is licensed by AWS and Linux stays with its owner.
 */
export const LICENSE_TYPE = {
  Windows: { AWS: 'RunInstances:0002', BYOL: 'RunInstances:0800' },
  Linux: { AWS: 'RunInstances', BYOL: 'RunInstances' },
} as const;
