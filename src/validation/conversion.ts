import type { Activation } from '../contract/conversion.ts';
import { type LicenseProduct, USAGE_OPERATIONS, usageOperation } from './usage-operations.ts';

/** The editions of SQL Server that AWS licenses with a machine. */
export type SqlEdition = 'standard' | 'enterprise' | 'web';

/** Who licenses what on a Windows machine. A billing code does not tell a SQL Server that is brought from none at all. */
export interface Licensing {
  readonly windows: 'included' | 'byol';
  readonly sql: SqlEdition | 'byol';
}

export const SQL_EDITIONS: readonly SqlEdition[] = ['standard', 'enterprise', 'web'];

const PRODUCTS: Readonly<Record<SqlEdition, LicenseProduct>> = {
  standard: 'SQL Server Standard',
  enterprise: 'SQL Server Enterprise',
  web: 'SQL Server Web',
};

/** What is needed before a conversion may begin (License Manager User Guide, prerequisites), in the guide's order. */
export const CONVERSION_ACTIONS: readonly string[] = [
  'ssm:GetInventory',
  'ssm:StartAutomationExecution',
  'ssm:GetAutomationExecution',
  'ssm:SendCommand',
  'ssm:GetCommandInvocation',
  'ssm:DescribeInstanceInformation',
  'ec2:DescribeInstances',
  'ec2:StartInstances',
  'ec2:StopInstances',
  'license-manager:CreateLicenseConversionTaskForResource',
  'license-manager:GetLicenseConversionTask',
  'license-manager:ListLicenseConversionTasks',
  'license-manager:GetLicenseConfiguration',
  'license-manager:ListUsageForLicenseConfiguration',
  'license-manager:ListLicenseSpecificationsForResource',
  'license-manager:ListAssociationsForLicenseConfiguration',
  'license-manager:ListLicenseConfigurations',
];

/** The role without which an account is not onboarded to License Manager. */
export const CORE_ROLE = 'AWSServiceRoleForAWSLicenseManagerRole';

/** Whether licence type conversion knows a billing code, as a start or as an end. */
export const isConvertible = (code: string): boolean => (usageOperation(code)?.convertible ?? 'no') !== 'no';

/** Every billing code that a conversion may end in. */
export const CONVERSION_CODES: readonly string[] = USAGE_OPERATIONS.filter(
  ({ convertible }) => convertible !== 'no',
).map((one) => one.usageOperation);

/** Who licenses what under a billing code; undefined for one that conversion does not know. */
export function licensingOf(code: string): Licensing | undefined {
  const products = usageOperation(code)?.licenseIncludedProducts;
  if (products === undefined || !isConvertible(code)) return undefined;
  return {
    windows: products.includes('Windows Server') ? 'included' : 'byol',
    sql: SQL_EDITIONS.find((edition) => products.includes(PRODUCTS[edition])) ?? 'byol',
  };
}

/** The billing code of a way of licensing; undefined where AWS has none, as for brought Windows with included SQL Server Web. */
export const codeOf = ({ windows, sql }: Licensing): string | undefined =>
  CONVERSION_CODES.find((code) => {
    const found = licensingOf(code);
    return found?.windows === windows && found.sql === sql;
  });

/** "Windows included, SQL Server Standard included"; a brought SQL Server is not named, since the code does not tell of it. */
export function licensingWords(code: string): string {
  const licensing = licensingOf(code);
  if (licensing === undefined) return usageOperation(code)?.platformDetails ?? code;
  const windows = `Windows ${licensing.windows === 'byol' ? 'BYOL' : 'included'}`;
  return licensing.sql === 'byol' ? windows : `${windows}, ${PRODUCTS[licensing.sql]} included`;
}

/** Products that AWS licenses before a conversion and their owner afterwards. Another edition of SQL Server stays licensed by AWS. */
export function broughtBy(source: string, destination: string): readonly string[] {
  const [from, to] = [licensingOf(source), licensingOf(destination)];
  if (from === undefined || to === undefined) return [];
  return [
    ...(from.windows === 'included' && to.windows === 'byol' ? ['Windows Server'] : []),
    ...(from.sql !== 'byol' && to.sql === 'byol' ? [PRODUCTS[from.sql]] : []),
  ];
}

/** Windows is pointed at AWS's activation server where AWS comes to license it; where its owner does, that is left to them. */
export function activationOf(source: string, destination: string): Activation {
  const [from, to] = [licensingOf(source)?.windows, licensingOf(destination)?.windows];
  if (from === to) return 'unchanged';
  return to === 'included' ? 'automatic' : 'by-hand';
}

/** The included licences of a billing code as discovery rules name them. */
const INCLUDED: Readonly<Partial<Record<LicenseProduct, string>>> = {
  'Windows Server': 'windows-server-datacenter',
  'SQL Server Standard': 'sql-server-standard',
  'SQL Server Enterprise': 'sql-server-enterprise',
  'SQL Server Web': 'sql-server-web',
};

const includedIn = (code: string): readonly string[] =>
  (usageOperation(code)?.licenseIncludedProducts ?? []).flatMap((product) => INCLUDED[product] ?? []);

/** A discovery rule as the API writes it, as far as included licences go. */
interface DiscoveryRule {
  readonly ProductInformationFilterList?:
    | readonly {
        readonly ProductInformationFilterName?: string | undefined;
        readonly ProductInformationFilterValue?: readonly string[] | undefined;
        readonly ProductInformationFilterComparator?: string | undefined;
      }[]
    | undefined;
}

/** For each discovery rule of a configuration, the included licences that it excludes. */
export const exclusionsOf = (rules: readonly DiscoveryRule[]): readonly (readonly string[])[] =>
  rules.map(({ ProductInformationFilterList: filters = [] }) =>
    filters
      .filter((one) => one.ProductInformationFilterName === 'License Included')
      .filter((one) => one.ProductInformationFilterComparator === 'NOT_EQUALS')
      .flatMap((one) => one.ProductInformationFilterValue ?? []),
  );

/**
 * Whether a machine leaves a configuration after a conversion: every discovery rule excludes a licence that has newly come to
 * be included (convert-discovery-disassociate). One rule without such an exclusion keeps it, and so does having no rule.
 * @param exclusions as `exclusionsOf` reads them
 */
export function leavesAfter(source: string, destination: string, exclusions: readonly (readonly string[])[]): boolean {
  const before = includedIn(source);
  const added = includedIn(destination).filter((name) => !before.includes(name));
  return exclusions.length > 0 && exclusions.every((excluded) => excluded.some((name) => added.includes(name)));
}
