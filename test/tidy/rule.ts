import type { Source } from './source.ts';

/** Where a rule is broken. */
export interface Offence {
  readonly line: number;
  readonly what: string;
}

/** A file made up to show a rule at work. */
export type Example = readonly [path: string, text: string];

/** A habit of this project that a program can check in one file, with an example that breaks it and a near miss that does not. */
export interface Rule {
  readonly name: string;
  /** How to put it right, in one sentence. */
  readonly mend: string;
  find(source: Source): readonly Offence[];
  readonly breaks: readonly Example[];
  readonly passes: readonly Example[];
}
