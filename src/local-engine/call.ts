import type { Violation } from '../contract/decision.ts';
import type { Input, OperationName, Output } from '../contract/operations.ts';
import type { Scope } from '../contract/ports.ts';
import type { Request } from './attempt.ts';
import type { Kept } from './reads.ts';
import type { CallRecord } from './record.ts';
import type { Moment } from './timeline.ts';

/** Several calls in one transaction; a rehearsal is always undone. */
export interface Outer {
  readonly moment: Moment;
  readonly records: CallRecord[];
}

export interface Answer<K extends OperationName> {
  readonly output: Output<K>;
  /** As the trail keeps it. */
  readonly requestId: string;
  /** Where the same call would be answered the same for as long as nobody changes anything. */
  readonly kept?: Kept;
}

/** A request that does not have its operation's shape. */
export interface Malformed<K extends OperationName> {
  readonly operation: Request<K>['operation'];
  readonly input: object;
  readonly scope: Scope;
  readonly known: boolean;
}

/** A request in which the shape check found nothing is what the operation's types say. */
export function hasShape<K extends OperationName>(_input: object, found: readonly Violation[]): _input is Input<K> {
  return found.length === 0;
}
