import type { Violation } from '../contract/decision.ts';
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
    return withViolations(fault, violations);
  } catch (error) {
    // What AWS said is the answer; that it cannot be explained must not hide it.
    if (error instanceof Fault) return fault;
    throw error;
  }
}

/**
 * A read that AWS refuses is not judged; where the code alone says what is missing, it is told as in a sandbox.
 * @param account who calls, asked only where it is told
 */
export async function toldByCode(fault: Fault, account: () => Promise<string>): Promise<Fault> {
  if (fault.code !== 'AWSOrganizationsNotInUseException') return fault;
  const { check } = await import('../validation/catalogue/index.ts');
  try {
    return withViolations(fault, check('org-needed', { account: await account(), organization: undefined }));
  } catch (error) {
    // Who calls could not be asked: AWS's own words are answer enough.
    if (error instanceof Fault) return fault;
    throw error;
  }
}

function withViolations(fault: Fault, violations: readonly Violation[]): Fault {
  const { code, message, requestId, retryable } = fault;
  return new Fault({ code, message, violations, retryable, ...(requestId === undefined ? {} : { requestId }) });
}
