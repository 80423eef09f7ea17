import type { Shape } from '../../contract/shape.ts';
import type { WireAnswer, WireRequest } from '../message.ts';
import type { WireFaults } from '../problem.ts';

/** What an answer is written from. */
export interface Answer {
  /** The operation without its service: `RunInstances`. */
  readonly action: string;
  readonly output: unknown;
  readonly shape: Shape;
  readonly requestId: string;
}

export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly status: number;
  readonly requestId: string;
}

/** How requests of a service are read and its answers written. It knows shapes, never an operation. */
export interface Protocol {
  /** @throws Problem (malformed-body) for a body that is no request of this protocol */
  read(request: WireRequest, shape: Shape): object;
  answer(answer: Answer): WireAnswer;
  refuse(refusal: Refusal): WireAnswer;
  /** What the service answers before an operation is reached. */
  readonly faults: WireFaults;
  /** The HTTP status of an operation's error. */
  statusOf(code: string): number;
}
