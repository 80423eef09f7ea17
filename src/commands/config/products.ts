import type { ProductInformation } from '@aws-sdk/client-license-manager';
import { UsageError } from '../../contract/usage.ts';

/** The products that discovery can look for, as they are written on the command line. */
export const PRODUCTS = ['windows-server', 'sql-server', 'oracle-ee', 'oracle-se', 'oracle-se1', 'oracle-se2'] as const;
export type Product = (typeof PRODUCTS)[number];

/** Oracle's licence packs, as the `License Pack` filter writes them. */
export const LICENSE_PACKS = ['data guard', 'diagnostic pack sqlt', 'tuning pack sqlt', 'ols', 'olap'] as const;
export type LicensePack = (typeof LICENSE_PACKS)[number];

/** Licences that AWS includes with a machine, as the `License Included` filter writes them. */
export const INCLUDED_LICENCES = [
  'windows-server-datacenter',
  'sql-server-standard',
  'sql-server-enterprise',
  'sql-server-web',
] as const;
export type IncludedLicence = (typeof INCLUDED_LICENCES)[number];

/** As a person names them. */
export const PRODUCT_NAMES: Readonly<Record<Product, string>> = {
  'windows-server': 'Windows Server',
  'sql-server': 'SQL Server',
  'oracle-ee': 'Oracle Database Enterprise Edition on RDS',
  'oracle-se': 'Oracle Database Standard Edition on RDS',
  'oracle-se1': 'Oracle Database Standard Edition One on RDS',
  'oracle-se2': 'Oracle Database Standard Edition Two on RDS',
};

type FilterPair = readonly [name: string, value: string];

/** How Systems Manager's inventory shows what runs on a server. */
const SERVER_FILTERS: Partial<Readonly<Record<Product, FilterPair>>> = {
  'windows-server': ['Platform Type', 'Windows'],
  'sql-server': ['Application Name', 'Microsoft SQL Server'],
};

const PACK_FILTER = 'License Pack';
const INCLUDED_FILTER = 'License Included';

/**
 * What discovery is told to look for (CreateLicenseConfiguration, ProductInformationList): one entry for each product.
 * @param packs licence packs; they go with the Oracle edition, and stand in an entry of their own when there is none
 * @param except included licences: a machine that has one of them is left out of what discovery finds on servers
 */
export function productInformation(
  products: readonly Product[],
  packs: readonly LicensePack[] = [],
  except: readonly IncludedLicence[] = [],
): ProductInformation[] {
  const without = except.length === 0 ? [] : [[INCLUDED_FILTER, except, 'NOT_EQUALS'] as const];
  const entries = products.map((product): ProductInformation => {
    const server = SERVER_FILTERS[product];
    if (server !== undefined) return entry('SSM_MANAGED', [[server[0], [server[1]]], ...without]);
    const withPacks = packs.length === 0 ? [] : [[PACK_FILTER, packs] as const];
    return entry('RDS', [['Engine Edition', [product]], ...withPacks]);
  });
  const alone = packs.length > 0 && products.every((product) => SERVER_FILTERS[product] !== undefined);
  return alone ? [...entries, entry('RDS', [[PACK_FILTER, packs]])] : entries;
}

function entry(
  ResourceType: 'SSM_MANAGED' | 'RDS',
  filters: readonly (readonly [name: string, values: readonly string[], comparator?: 'NOT_EQUALS'])[],
): ProductInformation {
  return {
    ResourceType,
    ProductInformationFilterList: filters.map(([name, values, comparator = 'EQUALS']) => ({
      ProductInformationFilterName: name,
      ProductInformationFilterValue: [...values],
      ProductInformationFilterComparator: comparator,
    })),
  };
}

/**
 * Included licences are left out of what discovery finds on servers, so a server product is named with them.
 * @throws UsageError where none is
 */
export function requireServerProduct(except: readonly IncludedLicence[] = [], products: readonly Product[] = []): void {
  if (except.length === 0 || products.some((product) => SERVER_FILTERS[product] !== undefined)) return;
  throw new UsageError(
    '--except-included says what discovery leaves out, and nothing says what it looks for',
    'add --product windows-server or --product sql-server',
  );
}

/** The products in words; a filter that no product of ours writes is shown as it is. */
export function productWords(list: readonly ProductInformation[]): readonly string[] {
  return list.map(({ ProductInformationFilterList: filters = [] }) =>
    filters
      .map(({ ProductInformationFilterName: name, ProductInformationFilterValue: values = [], ...rest }) => {
        const [value = ''] = values;
        const known = PRODUCTS.find((product) => product === value || isServerFilter(product, name, value));
        if (known !== undefined && values.length === 1) return PRODUCT_NAMES[known];
        if (name === PACK_FILTER) return `with ${values.join(', ')}`;
        if (name === INCLUDED_FILTER && rest.ProductInformationFilterComparator === 'NOT_EQUALS')
          return `except where AWS includes ${values.join(' or ')}`;
        return `${name} ${rest.ProductInformationFilterComparator} ${values.join(', ')}`;
      })
      .join(' '),
  );
}

function isServerFilter(product: Product, name: string | undefined, value: string): boolean {
  const server = SERVER_FILTERS[product];
  return server !== undefined && server[0] === name && server[1] === value;
}
