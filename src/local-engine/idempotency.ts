import type { Input, OperationName, Output } from '../contract/operations.ts';
import type { Shape } from '../contract/shape.ts';
import { requestRows } from '../validation/catalogue/request.ts';
import { checkIn } from '../validation/check-in.ts';
import { guard } from '../validation/guard.ts';
import { fingerprint } from './fingerprint.ts';
import type { Context, Operation } from './operation.ts';
import type { Tx } from './store/store.ts';

/**
 * Runs an operation once for each client token: the same input gets the same answer again, another input the documented
 * error. Kept per account, Region and operation, in the transaction of the call itself.
 */
export function answered<K extends OperationName>(
  operation: Operation<K>,
  tx: Tx,
  input: Input<K>,
  context: Context,
  run: () => Output<K>,
): Output<K> {
  const token = operation.token?.(input);
  if (token === undefined || token === NO_TOKEN) return run();
  const { journal } = tx.in(context.scope);
  const mark = fingerprint(canonicalJson(input));
  const kept = journal.remembered(operation.name, token);
  guard(
    checkIn(requestRows, 'client-token-mismatch', {
      ClientToken: token,
      same: kept === undefined || kept.input === mark,
    }),
  );
  if (kept !== undefined) return JSON.parse(kept.answer, revived);
  const output = run();
  journal.remember(operation.name, token, { input: mark, answer: JSON.stringify(output, dated) }, context.now);
  return output;
}

/** The same request has the same text, in whatever order its members were written; the order of a list counts. */
const canonicalJson = (input: object): string => JSON.stringify(input, ordered);

function ordered(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The nil UUID in the place of a client token says that there is none: such a call is not made again. */
const NO_TOKEN = '00000000-0000-0000-0000-000000000000';

/** The input with a client token, where the operation demands one and the caller, who does not repeat calls, gave none. */
export function withToken(shape: Shape, input: object): object {
  const demanded = shape.type === 'structure' && shape.required?.includes('ClientToken');
  if (!demanded || Reflect.get(input, 'ClientToken') !== undefined) return input;
  return { ...input, ClientToken: NO_TOKEN };
}

/** JSON has no times: they are kept as `{$time: milliseconds}`. */
function dated(this: unknown, key: string, value: unknown): unknown {
  const original: unknown = typeof this === 'object' && this !== null ? Reflect.get(this, key) : undefined;
  return original instanceof Date ? { $time: original.getTime() } : value;
}

function revived(_key: string, value: unknown): unknown {
  const time: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, '$time') : undefined;
  return typeof time === 'number' ? new Date(time) : value;
}
