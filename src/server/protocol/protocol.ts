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
  /** The HTTP status of success, where the model gives one. */
  readonly status?: number;
}

/** What the path of a request says of the input, by the names in the path's template, decoded. */
export type Labels = Readonly<Record<string, string>>;

/** HTTP status by error code, where it is not 400. */
export type Statuses = Readonly<Record<string, number>>;

export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly status: number;
  readonly requestId: string;
}

/** How requests of a service are read and its answers written. It knows shapes, never an operation. */
export interface Protocol {
  /**
   * @param labels for protocols whose paths hold members
   * @throws Problem (malformed-body) for a body that is no request of this protocol
   */
  read(request: WireRequest, shape: Shape, labels: Labels): object;
  answer(answer: Answer): WireAnswer;
  refuse(refusal: Refusal): WireAnswer;
  /** What the service answers before an operation is reached. */
  readonly faults: WireFaults;
  /** The HTTP status of an operation's error. */
  statusOf(code: string): number;
}
