import type { Args, Violation } from './decision.ts';
import type { EXIT } from './exit.ts';
import type { OperationName } from './operations.ts';

/** Where a statement comes from: a section of a public document, or a member of AWS's service model. */
export type Source =
  | { readonly document: string; readonly section: string }
  | { readonly operation: string; readonly shape: string };

/** How firm a row is: AWS states it, AWS's model shows it, other public documents do, or it is our reading. */
export type Basis = 'stated' | 'model' | 'external' | 'reading';

/**
 * One rule of the domain, as a row. The key under which a row stands in its area is its id.
 * `check` is pure: it returns one entry of numbers and names for every way in which the subject breaks the rule.
 */
export interface Constraint<Subject, A extends Args = Args> {
  readonly statement: string;
  readonly source: Source;
  readonly basis: Basis;
  /** `block` refuses (or, for licence rules under a soft limit, alerts), `warn` lets through with an alert, `info` never breaks. */
  readonly severity: 'block' | 'warn' | 'info';
  readonly exit: typeof EXIT.refused | typeof EXIT.conflict | typeof EXIT.denied | typeof EXIT.notFound;
  /** AWS's error code. */
  readonly fault: string;
  readonly operations: readonly (OperationName | 'schedule')[];
  /** One sentence: what is wrong, with numbers. */
  message(args: A): string;
  /** Why the rule exists, in words a newcomer follows. */
  why?(args: A): string;
  /** What to do, one line each; commands are written so that they can be pasted. */
  fix(args: A): readonly string[];
  check(subject: Subject): readonly A[];
}

/** Keeps the subject's type of a row while the areas are put together; `message` and `fix` are read by id. */
export function row<S, A extends Args>(constraint: Constraint<S, A>): Constraint<S, A> {
  return constraint;
}

/** A violation whose wording has been made. */
export interface Finding {
  readonly id: string;
  readonly severity: 'block' | 'warn' | 'info';
  readonly path?: string;
  readonly message: string;
  readonly why?: string;
  readonly fix: readonly string[];
  readonly source: Source;
  readonly basis: Basis;
  readonly args: Args;
}

export type { Violation };
