/** What every question has. */
export interface Question {
  readonly message: string;
  /** Shown when the answer is `?`, or below the question where the answer is chosen from a list. */
  readonly help?: string;
}

export interface Choice<T> {
  readonly value: T;
  readonly name: string;
  readonly description?: string;
  /** Shown greyed, with this reason, and cannot be chosen. */
  readonly disabled?: string;
  /** Ticked already in a question with several answers. */
  readonly checked?: boolean;
}

/** Says what is wrong with an answer, or undefined when it is good. */
export type Judge<T> = (answer: T) => string | undefined | Promise<string | undefined>;

/**
 * The questions a command may ask. Each rejects with `Cancelled` on Ctrl-C or end of input, and with a `UsageError`
 * where nobody can answer; ask `available` first.
 */
export interface Prompts {
  /** Whether somebody is there to answer: stdin and stderr are terminals, not CI, not --no-input. */
  readonly available: boolean;
  /** Text as typed, trimmed; empty means the default, or '' without one. */
  text(question: Question & { readonly default?: string; readonly judge?: Judge<string> }): Promise<string>;
  choose<T>(question: Question & { readonly choices: readonly Choice<T>[]; readonly default?: T }): Promise<T>;
  /** Zero or more of the choices, in their order. */
  pick<T>(
    question: Question & { readonly choices: readonly Choice<T>[]; readonly judge?: Judge<readonly T[]> },
  ): Promise<readonly T[]>;
  yes(question: Question & { readonly default: boolean }): Promise<boolean>;
  /** Shows lines between two questions: what an answer means, a summary. */
  say(lines: string): void;
}

/** The person pressed Ctrl-C, ended the input or said no: exit code 130. */
export class Cancelled extends Error {
  constructor(message = 'cancelled: nothing was changed') {
    super(message);
    this.name = 'Cancelled';
  }
}
