import { Fault } from '../contract/fault.ts';
import type { OperationName } from '../contract/operations.ts';
import type { Shape } from '../contract/shape.ts';
import { faultOf } from '../validation/refuse.ts';
import { checkShape, shapeFaultCode } from '../validation/shape.ts';

/**
 * The first guard of every call: members, types, bounds, enums and patterns, as AWS's model has them.
 * @throws Fault with the code that AWS sends for the first thing that does not fit
 */
export function guardShape(operation: OperationName, shape: Shape, input: unknown): void {
  const violations = checkShape(operation, shape, input);
  const [first] = violations;
  if (first === undefined) return;
  throw new Fault({ code: shapeFaultCode(operation, first), message: faultOf(violations).message, violations });
}
