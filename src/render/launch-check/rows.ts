import type { LaunchCheck } from '../../contract/ports.ts';
import type { Column, View } from '../../contract/result.ts';

const COLUMNS: readonly Column[] = [
  'verdict',
  'requested',
  'fits',
  'name',
  'countingType',
  'enforced',
  'needed',
  'consumed',
  'limit',
  'remaining',
  'violations',
].map((key) => ({ key, title: key }));

type List = Extract<View, { readonly kind: 'list' }>;

/** A check as rows for csv and text: one for each configuration that applies, or one alone where none does. */
export function checkAsList({ requested, decision }: LaunchCheck): List {
  const { verdict, fits, violations, plan } = decision;
  const whole = { verdict, requested, fits, violations: violations.map((violation) => violation.id) };
  const rows = plan.configurations.map((configuration) => ({ ...configuration, ...whole }));
  return { kind: 'list', rows: rows.length > 0 ? rows : [whole], columns: COLUMNS, empty: '' };
}
