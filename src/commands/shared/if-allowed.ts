import { Fault } from '../../contract/fault.ts';
import type { OperationName } from '../../contract/operations.ts';
import { isDenied, missingPermission } from '../../validation/denied.ts';
import type { CommandContext } from '../types.ts';

/**
 * Reads what only adds names or figures to an answer. Where it may not be read the answer does without, and a hint names the
 * permission: a launch that went through, or was judged, is not told as a failure for that.
 *
 * @param what it is, as the beginning of a sentence
 * @param operation the read, whose permission is named where AWS names none
 * @throws Fault for everything but a denial
 */
export async function ifAllowed<T, W>(
  ctx: Pick<CommandContext, 'note'>,
  { what, operation, without }: { readonly what: string; readonly operation: OperationName; readonly without: W },
  read: () => Promise<T>,
): Promise<T | W> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Fault) || !isDenied(error)) throw error;
    ctx.note('hint', `${what} could not be read (allow ${missingPermission(error, operation)})`);
    return without;
  }
}
