import type { Input, OperationName } from '../../contract/operations.ts';
import type { Shape } from '../../contract/shape.ts';
import { inputShape } from '../../contract/shapes/index.ts';
import { guardIn } from '../../validation/refuse.ts';
import { checkShape } from '../../validation/shape.ts';
import type { CommandContext } from '../types.ts';

/**
 * What `--input` brought for an operation. Required members may be missing: options bring them.
 * @throws Fault with every member that does not fit AWS's model of the request
 */
export async function inputFor<K extends OperationName>(
  ctx: Pick<CommandContext, 'input'>,
  operation: K,
): Promise<Partial<Input<K>>> {
  if (Object.keys(ctx.input).length === 0) return {};
  const shape = await inputShape(operation);
  const lenient: Shape = shape.type === 'structure' ? { ...shape, required: [] } : shape;
  const given: unknown = ctx.input;
  guardIn(operation, checkShape(operation, lenient, given));
  if (!fits<K>(operation, lenient, given)) throw new TypeError('unreachable: the guard refused');
  return given;
}

function fits<K extends OperationName>(operation: K, shape: Shape, given: unknown): given is Partial<Input<K>> {
  return checkShape(operation, shape, given).length === 0;
}
