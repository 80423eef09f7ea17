import type { Violation } from '../contract/decision.ts';
import { Fault } from '../contract/fault.ts';
import type { OperationName } from '../contract/operations.ts';
import type { Attempt } from './attempt.ts';
import type { CallRecord } from './record.ts';

/** Makes a Fault, code and message, of what refused a call. */
export type Wording = (violations: readonly Violation[], operation: OperationName) => Fault;

/** A refused call in words. */
export interface Refusal {
  readonly ok: false;
  readonly fault: Fault;
  readonly call: CallRecord;
}

/** What came of a call: an answer, or a refusal that can be sent. */
export type Settled<T> = Extract<Attempt<T>, { ok: true }> | Refusal;

/** The wording of refusals, which a call that is not refused never needs. */
export const loadWording = async (): Promise<Wording> => (await import('../validation/refuse.ts')).faultOf;

/** Puts a refusal into words. */
export function worded({ call, violations }: Extract<Attempt<never>, { ok: false }>, wording: Wording): Refusal {
  const { code, message } = wording(violations, call.operation);
  const fault = new Fault({ code, message, violations, requestId: call.requestId });
  return { ok: false, fault, call: { ...call, fault } };
}
