import type { Violation } from './decision.ts';

/** What a Fault is made of; `code` is AWS's own error code for the service concerned. */
export interface FaultParts {
  readonly code: string;
  readonly message: string;
  readonly violations?: readonly Violation[];
  readonly requestId?: string;
  readonly retryable?: boolean;
}

/** The only thing a backend throws: a refused or failed call, as data. */
export class Fault extends Error {
  readonly code: string;
  readonly violations: readonly Violation[];
  readonly requestId: string | undefined;
  readonly retryable: boolean;

  constructor(parts: FaultParts) {
    super(parts.message);
    this.name = 'Fault';
    this.code = parts.code;
    this.violations = parts.violations ?? [];
    this.requestId = parts.requestId;
    this.retryable = parts.retryable ?? false;
  }
}
