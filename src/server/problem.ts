/** What can be wrong with a request before any operation sees it; every protocol has its own code for each. */
export type ProblemKind =
  | 'unknown-operation'
  | 'malformed-body'
  | 'too-large'
  | 'no-credentials'
  | 'malformed-credentials'
  | 'unknown-account'
  | 'foreign-credentials'
  | 'forbidden'
  | 'internal';

/** A request that is refused at the door. */
export class Problem extends Error {
  constructor(
    readonly kind: ProblemKind,
    message: string,
  ) {
    super(message);
    this.name = 'Problem';
  }
}

/** The error code and HTTP status that a service has for a problem. */
export interface WireFault {
  readonly code: string;
  readonly status: number;
}

export type WireFaults = Readonly<Record<ProblemKind, WireFault>>;
