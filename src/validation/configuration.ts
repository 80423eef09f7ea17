import type { Violation } from '../contract/decision.ts';
import type { Input } from '../contract/operations.ts';
import type { CountingType, Tenancy } from '../contract/world.ts';
import { type ConstraintId, check } from './catalogue/index.ts';
import { termsOf } from './licensing/terms.ts';
import type { RuleTenancy } from './words.ts';

/** The terms of a configuration as a creation states them, or as an update would leave them. */
export type ConfigurationTerms = Pick<
  Input<'license-manager:CreateLicenseConfiguration'>,
  | 'Name'
  | 'Description'
  | 'LicenseCountingType'
  | 'LicenseCount'
  | 'LicenseCountHardLimit'
  | 'LicenseRules'
  | 'ProductInformationList'
  | 'Tags'
>;

/** Everything that the terms themselves must satisfy, in the order in which it is judged. */
export const TERMS_CONSTRAINTS = [
  'config-name-required',
  'config-counting-type-required',
  'config-count-non-negative',
  'config-hard-limit-needs-count',
  'rule-syntax',
  'rule-names',
  'rule-min-max-integers',
  'rule-affinity-range',
  'rule-tenancy-values',
  'rule-honor-values',
  'rule-no-duplicates',
  'rule-matrix-license-affinity-to-host',
  'rule-matrix-maximum-cores',
  'rule-matrix-maximum-sockets',
  'rule-matrix-maximum-vcpus',
  'rule-matrix-minimum-cores',
  'rule-matrix-minimum-sockets',
  'rule-matrix-minimum-vcpus',
  'rule-matrix-honor-vcpu-optimization',
  'rule-min-not-above-max',
  'config-product-support',
  'oracle-counting-vcpu',
  'oracle-no-rules',
  'oracle-no-hard-limit',
  'oracle-one-version',
  'oracle-not-mixed',
  'oracle-rds-resource-type',
  'oracle-engine-values',
  'oracle-license-pack-values',
] as const satisfies readonly ConstraintId[];

const EC2_TENANCY: Readonly<Record<RuleTenancy, Tenancy>> = {
  'EC2-Default': 'default',
  'EC2-DedicatedInstance': 'dedicated',
  'EC2-DedicatedHost': 'host',
};

/**
 * What a license configuration with these terms would break: every reason, in order. The same for a creation, an update
 * (against the merged result, config-edit-same-validation), a wizard's answer and a rehearsal.
 */
export function termsViolations(terms: ConfigurationTerms): readonly Violation[] {
  return [...TERMS_CONSTRAINTS.flatMap((id) => check(id, terms)), ...coreAndSocketTenancy(terms)];
}

/** Core and Socket accept Dedicated Host as their only tenancy (rule-tenancy-core-socket). */
function coreAndSocketTenancy({ Name, LicenseCountingType, LicenseRules }: ConfigurationTerms): readonly Violation[] {
  const counting: CountingType | undefined = LicenseCountingType;
  if (counting !== 'Core' && counting !== 'Socket') return [];
  return (termsOf(LicenseRules ?? []).tenancies ?? []).flatMap((tenancy) =>
    check('rule-tenancy-core-socket', {
      configuration: Name ?? '',
      counting,
      tenancy: EC2_TENANCY[tenancy],
      allowed: ['EC2-DedicatedHost'],
    }),
  );
}
