/** A request as it arrived, read to its end. */
export interface WireRequest {
  readonly method: string;
  /** Path without the query. */
  readonly path: string;
  /** What stands behind the `?`, undecoded; empty without one. */
  readonly query: string;
  /** A header by its lower-case name; the first where it is given twice. */
  header(name: string): string | undefined;
  readonly body: string;
}

/** An answer that is ready to be sent. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
