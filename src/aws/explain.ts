import { Fault } from '../contract/fault.ts';
import type { Input, OperationName } from '../contract/operations.ts';
import type { Asking } from './asking.ts';

/** Refusals that no constraint is about: permissions, credentials, load, and what never was answered. */
const NOT_OURS =
  /AccessDenied|Unauthorized|ExpiredToken|RequestExpired|InvalidClientTokenId|UnrecognizedClient|SignatureDoesNotMatch|CredentialsProvider|AccountMismatch|DryRunOperation/;

/**
 * A refusal that AWS sends is explained as one of the sandbox: the change is judged over the account as it now is, and what
 * it breaks is added to AWS's own code and message. Where nothing is found to be broken, AWS's words stand alone.
 */
export async function explained<K extends OperationName>(
  fault: Fault,
  operation: K,
  input: Input<K>,
  asking: () => Promise<Asking>,
): Promise<Fault> {
  if (fault.retryable || fault.violations.length > 0 || NOT_OURS.test(fault.code)) return fault;
  const { judged } = await import('./judging/index.ts');
  try {
    const violations = (await judged(operation, input, await asking()))?.violations ?? [];
    const { code, message, requestId, retryable } = fault;
    return new Fault({ code, message, violations, retryable, ...(requestId === undefined ? {} : { requestId }) });
  } catch (error) {
    // What AWS said is the answer; that it cannot be explained must not hide it.
    if (error instanceof Fault) return fault;
    throw error;
  }
}
