import { row } from '../../contract/constraint.ts';
import { anyOf } from '../words.ts';
import { type Product, RDS_FILTERS } from './products.ts';
import { guide, model, note, REFUSED, when } from './sources.ts';

/** The terms of a configuration that Oracle products restrict; for an update the merged result. */
export type OracleSubject = {
  readonly LicenseCountingType?: string;
  readonly LicenseCountHardLimit?: boolean;
  readonly LicenseRules?: readonly string[];
  readonly ProductInformationList?: readonly Product[];
};

/** The editions that `Engine Edition` takes; the db2 ones came with later models. */
const EDITIONS: readonly string[] = ['oracle-ee', 'oracle-se', 'oracle-se1', 'oracle-se2', 'db2-se', 'db2-ae'];
const PACKS: readonly string[] = ['data guard', 'diagnostic pack sqlt', 'tuning pack sqlt', 'ols', 'olap'];

const ORACLE = {
  ...REFUSED,
  source: guide('Requirements for Oracle Database products'),
  basis: 'stated',
  operations: ['license-manager:CreateLicenseConfiguration', 'license-manager:UpdateLicenseConfiguration'],
} as const;
const FROM_MODEL = {
  ...ORACLE,
  source: model('CreateLicenseConfiguration', 'ProductInformationList'),
  basis: 'model',
} as const;

/** What Oracle Database demands of the configuration that tracks it. */
export const oracleRows = {
  'oracle-counting-vcpu': row({
    ...ORACLE,
    statement: 'A license configuration that tracks Oracle Database counts vCPUs.',
    message: (a) => `the configuration tracks Oracle and counts ${a.found}, allowed vCPU`,
    fix: () => ['--type vcpu'],
    check: (s: OracleSubject) =>
      when(tracksOracle(s) && s.LicenseCountingType !== 'vCPU', { found: s.LicenseCountingType ?? 'nothing' }),
  }),
  'oracle-no-rules': row({
    ...ORACLE,
    statement: 'A license configuration that tracks Oracle Database has no rules.',
    message: (a) => `the configuration tracks Oracle and has ${a.rules.join(', ')}; no rules are allowed`,
    fix: () => ['leave the rules out'],
    check: (s: OracleSubject) => {
      const rules = s.LicenseRules ?? [];
      return when(tracksOracle(s) && rules.length > 0, { rules });
    },
  }),
  'oracle-no-hard-limit': row({
    ...ORACLE,
    statement: 'A license configuration that tracks Oracle Database has a soft limit.',
    message: () => 'the configuration tracks Oracle and its limit is hard; only a soft one is allowed',
    why: () => 'Databases on RDS are watched, never blocked, so there is nothing that a hard limit could do.',
    fix: () => ['--soft'],
    check: (s: OracleSubject) => when(tracksOracle(s) && s.LicenseCountHardLimit === true, {}),
  }),
  'oracle-one-version': row({
    ...ORACLE,
    statement: 'A license configuration tracks one Oracle edition.',
    message: (a) =>
      `the configuration tracks ${a.editions.length} Oracle editions (${a.editions.join(', ')}), at most 1`,
    fix: () => ['create one license configuration for each edition'],
    check: (s: OracleSubject) => {
      const editions = [...new Set(valuesOf(s, 'Engine Edition').filter((value) => value.startsWith('oracle-')))];
      return when(editions.length > 1, { editions });
    },
  }),
  'oracle-not-mixed': row({
    ...ORACLE,
    statement: 'A license configuration tracks Oracle Database alone, or other products.',
    message: (a) =>
      `the configuration tracks Oracle together with ${a.others} other product${a.others === 1 ? '' : 's'}`,
    fix: () => ['create one license configuration for Oracle and another for the rest'],
    check: (s: OracleSubject) => {
      const others = (s.ProductInformationList ?? []).filter((product) => !isOracle(product)).length;
      return when(tracksOracle(s) && others > 0, { others });
    },
  }),
  'oracle-rds-resource-type': row({
    ...FROM_MODEL,
    statement: 'Engine Edition and License Pack describe databases: the resource type is RDS.',
    message: (a) => `"${a.filter}" goes with resource type RDS, found ${a.found}`,
    fix: () => ['set ResourceType to RDS'],
    check: (s: OracleSubject) =>
      entries(s).flatMap(({ product, name }) =>
        when(RDS_FILTERS.includes(name) && product.ResourceType !== 'RDS', {
          filter: name,
          found: product.ResourceType ?? 'none',
        }),
      ),
  }),
  'oracle-engine-values': row({
    ...FROM_MODEL,
    statement: `Engine Edition takes ${anyOf(EDITIONS)}, with EQUALS.`,
    message: valueMessage,
    fix: (a) => [`use EQUALS with ${anyOf(a.allowed)}`],
    check: (s: OracleSubject) => wrongValues(s, 'Engine Edition', EDITIONS),
  }),
  'oracle-license-pack-values': row({
    ...FROM_MODEL,
    statement: `License Pack takes ${anyOf(PACKS)}, with EQUALS.`,
    message: valueMessage,
    fix: (a) => [`use EQUALS with ${anyOf(a.allowed)}`],
    check: (s: OracleSubject) => wrongValues(s, 'License Pack', PACKS),
  }),
  'oracle-rds-monitor-only': note({
    statement: 'Database licences are watched, never blocked: a database beyond the number raises an alert only.',
    source: guide('Requirements for Oracle Database products'),
    basis: 'stated',
  }),
};

/** Whether any entry of the product information is about Oracle Database. */
export const tracksOracle = (s: OracleSubject): boolean => (s.ProductInformationList ?? []).some(isOracle);

const isOracle = (product: Product): boolean =>
  (product.ProductInformationFilterList ?? []).some(
    ({ ProductInformationFilterName: name = '', ProductInformationFilterValue: values = [] }) =>
      name === 'License Pack' || values.some((value) => /^oracle\b/i.test(value)),
  );

type Entry = {
  readonly product: Product;
  readonly name: string;
  readonly values: readonly string[];
  readonly comparator: string;
};

const entries = (s: OracleSubject): readonly Entry[] =>
  (s.ProductInformationList ?? []).flatMap((product) =>
    (product.ProductInformationFilterList ?? []).map((filter) => ({
      product,
      name: filter.ProductInformationFilterName ?? '',
      values: filter.ProductInformationFilterValue ?? [],
      comparator: filter.ProductInformationFilterComparator ?? '',
    })),
  );

const valuesOf = (s: OracleSubject, filter: string): readonly string[] =>
  entries(s)
    .filter(({ name }) => name === filter)
    .flatMap(({ values }) => values);

type WrongValue = {
  readonly filter: string;
  readonly comparator: string;
  readonly found: string;
  readonly allowed: readonly string[];
};

const wrongValues = (s: OracleSubject, filter: string, allowed: readonly string[]): readonly WrongValue[] =>
  entries(s)
    .filter(({ name }) => name === filter)
    .flatMap(({ values, comparator }) =>
      (values.length === 0 ? [''] : values)
        .filter((value) => comparator !== 'EQUALS' || !allowed.includes(value))
        .map((found) => ({ filter, comparator, found, allowed })),
    );

function valueMessage(a: WrongValue): string {
  if (a.comparator !== 'EQUALS') return `${a.filter} is compared with EQUALS, found "${a.comparator}"`;
  return `"${a.found}" is not a value of ${a.filter}`;
}
