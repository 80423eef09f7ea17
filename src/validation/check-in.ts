import type { Constraint } from '../contract/constraint.ts';
import type { Violation } from '../contract/decision.ts';

type SubjectIn<Row> = Row extends Constraint<infer S, infer _> ? S : never;

/**
 * `check` for one file of rows. Calls that every process makes use this, so that reading a configuration does not load
 * the whole catalogue.
 */
export function checkIn<Rows extends Readonly<Record<string, Constraint<never>>>, K extends keyof Rows & string>(
  rows: Rows,
  id: K,
  subject: SubjectIn<Rows[K]>,
): readonly Violation[] {
  const checks: { readonly [I in keyof Rows]: { check(subject: SubjectIn<Rows[I]>): readonly Violation['args'][] } } =
    rows;
  return checks[id].check(subject).map((args) => ({ id, args }));
}
