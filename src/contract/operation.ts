/** What one operation is sent, and what it answers. */
export interface Operation<I, O> {
  readonly input: I;
  readonly output: Omit<O, '$metadata'>;
}
