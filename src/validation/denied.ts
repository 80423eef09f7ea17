import type { Fault } from '../contract/fault.ts';
import type { OperationName } from '../contract/operations.ts';

const DENIED = /^(AccessDenied|UnauthorizedOperation|ForbiddenException$)/;

/** Whether AWS refused a call because the caller may not make it. */
export const isDenied = ({ code }: Fault): boolean => DENIED.test(code);

/** The permission that a refusal is about. AWS names the action in most refusals; else it is the operation's own. */
export function missingPermission({ message }: Fault, operation: OperationName): string {
  return /not authorized to perform: ([a-z0-9-]+:\w+)/i.exec(message)?.[1] ?? operation;
}
