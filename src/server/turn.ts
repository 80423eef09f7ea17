/**
 * Gathers what arrives in one turn of the event loop and hands it over together, in its order, once all that was there has
 * been read. So whoever answers can look once for all of it, and sends the answers one right after the other: clients that
 * are awake take them, and need not be woken for each.
 */
export class Turn<T> {
  #arrived: T[] = [];

  /** @param end called once a turn; what it throws ends the process, so it must not */
  constructor(private readonly end: (arrived: readonly T[]) => void) {}

  add(one: T): void {
    if (this.#arrived.length === 0) setImmediate(this.#close);
    this.#arrived.push(one);
  }

  readonly #close = (): void => {
    const arrived = this.#arrived;
    this.#arrived = [];
    this.end(arrived);
  };
}
