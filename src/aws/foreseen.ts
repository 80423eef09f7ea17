import type { Violation } from '../contract/decision.ts';
import { Fault } from '../contract/fault.ts';
import type { Input, OperationName } from '../contract/operations.ts';
import type { Asking } from './asking.ts';

/**
 * The alerts with which a change would go through, judged over the account before it is sent: AWS's answers carry none.
 * What may not or cannot be read raises none, since a change is not held up for an alert.
 */
export async function foreseen<K extends OperationName>(
  operation: K,
  input: Input<K>,
  asking: () => Promise<Asking>,
): Promise<readonly Violation[]> {
  const { judged } = await import('./judging/index.ts');
  try {
    return (await judged(operation, input, await asking()))?.alerts ?? [];
  } catch (error) {
    if (error instanceof Fault) return [];
    throw error;
  }
}
