import { row } from '../../contract/constraint.ts';
import { anyOf } from '../words.ts';
import { model, REFUSED, when } from './sources.ts';

/** One entry of a configuration's product information, as the API writes it. */
export type Product = {
  readonly ResourceType?: string;
  readonly ProductInformationFilterList?: readonly {
    readonly ProductInformationFilterName?: string;
    readonly ProductInformationFilterValue?: readonly string[];
    readonly ProductInformationFilterComparator?: string;
  }[];
};
export type ProductSubject = { readonly ProductInformationList?: readonly Product[] };

/** The filters that describe databases. */
export const RDS_FILTERS: readonly string[] = ['Engine Edition', 'License Pack'];

const FILTERS: Readonly<Record<string, readonly string[]>> = {
  SSM_MANAGED: [
    'Application Name',
    'Application Publisher',
    'Application Version',
    'Platform Name',
    'Platform Type',
    'Tag:key',
    'AccountId',
    'License Included',
  ],
  RDS: RDS_FILTERS,
};

/** What discovery can be told to look for. Oracle's own demands stand in oracle.ts. */
export const productRows = {
  'config-product-support': row({
    ...REFUSED,
    statement:
      'Product information for discovery describes servers known to Systems Manager (Windows Server, SQL Server) or databases on RDS (Oracle Database), each with its own filters.',
    source: model('CreateLicenseConfiguration', 'ProductInformationList'),
    basis: 'model',
    operations: ['license-manager:CreateLicenseConfiguration', 'license-manager:UpdateLicenseConfiguration'],
    message: (a) =>
      a.filter === null
        ? `"${a.resourceType}" is not a kind of resource that discovery covers`
        : `"${a.filter}" is not a filter for ${a.resourceType}`,
    fix: (a) => [a.filter === null ? `use ${anyOf(a.allowed)}` : `use one of: ${a.allowed.join(', ')}`],
    check: (s: ProductSubject) => (s.ProductInformationList ?? []).flatMap(unsupported),
  }),
};

type Unsupported = {
  readonly resourceType: string;
  readonly filter: string | null;
  readonly allowed: readonly string[];
};

function unsupported(product: Product): readonly Unsupported[] {
  const { ResourceType: resourceType = '', ProductInformationFilterList: filters = [] } = product;
  const allowed = Object.hasOwn(FILTERS, resourceType) ? FILTERS[resourceType] : undefined;
  if (allowed === undefined) return [{ resourceType, filter: null, allowed: Object.keys(FILTERS) }];
  return filters.flatMap(({ ProductInformationFilterName: filter = '' }) => {
    // A database filter on a server is Oracle's affair: oracle-rds-resource-type says it better.
    const known = allowed.includes(filter) || RDS_FILTERS.includes(filter);
    const tag = resourceType === 'SSM_MANAGED' && /^Tag:./.test(filter);
    return when(!known && !tag, { resourceType, filter, allowed });
  });
}
