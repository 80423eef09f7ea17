/** Numbers and names of one violation, by name; wording is made from them last, by the constraint's row. */
export type Args = Readonly<Record<string, string | number | boolean | null | undefined | readonly string[]>>;

/** One broken constraint: which one (catalogue id), where in the request, and the facts. Never a sentence. */
export interface Violation {
  readonly id: string;
  readonly path?: string;
  readonly args: Args;
}

/** Something a verdict had to do without. */
export interface NotChecked {
  readonly what: string;
  readonly why: string;
  readonly permission?: string;
  /** The account that alone can see it, where the verdict rests on that. */
  readonly toldTo?: string;
}

export type Verdict = 'allowed' | 'warn' | 'blocked' | 'unknown';

/** The answer of every `decide`: pure data, from which the engine applies, a dry run prints and `check` explains. */
export interface Decision<Plan> {
  readonly verdict: Verdict;
  /** Every broken and enforced constraint, in order of precedence; the first becomes the Fault that AWS would send. */
  readonly violations: readonly Violation[];
  /** Every broken constraint that is not enforced: the call goes through and raises these. */
  readonly alerts: readonly Violation[];
  readonly notChecked: readonly NotChecked[];
  /** How many of the requested machines would fit. */
  readonly fits: number;
  /** The change as data. `apply` does exactly this. */
  readonly plan: Plan;
}
