/** The command line itself cannot be understood or misses something: exit code 2. Nothing was done. */
export class UsageError extends Error {
  /** What to type instead, where that is known. */
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.name = 'UsageError';
    this.hint = hint;
  }
}
