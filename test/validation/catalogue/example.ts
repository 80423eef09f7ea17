import type { Constraint } from '../../../src/contract/constraint.ts';

/** A subject that breaks a constraint, what is then said, and the nearest subject that does not break it. */
export interface Example<Subject> {
  readonly breaks: Subject;
  readonly says: string;
  readonly holds: Subject;
}

type SubjectIn<Row> = Row extends Constraint<infer S, infer _> ? S : never;

/** One example for every row that can break; rows that only explain (their subject is `never`) have none. */
export type Examples<Rows> = {
  readonly [K in keyof Rows as [SubjectIn<Rows[K]>] extends [never] ? never : K]: Example<SubjectIn<Rows[K]>>;
};
