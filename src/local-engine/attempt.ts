import type { Violation } from '../contract/decision.ts';
import type { Input, OperationName, Output } from '../contract/operations.ts';
import type { Scope } from '../contract/ports.ts';
import type { World } from '../contract/world.ts';
import { requestRows } from '../validation/catalogue/request.ts';
import { checkIn } from '../validation/check-in.ts';
import { guard, Refused } from '../validation/guard.ts';
import { requireAccount } from './accounts.ts';
import { answered } from './idempotency.ts';
import type { Context, Operation } from './operation.ts';
import type { CallRecord } from './record.ts';
import type { Tx } from './store/store.ts';
import type { Moment } from './timeline.ts';

/** Makes the World that an operation asks. */
export type WorldOf = (tx: Tx, scope: Scope) => World;

/** What came of a call inside its savepoint: an answer, or what refused it and no change. */
export type Attempt<T> =
  | {
      readonly ok: true;
      readonly output: T;
      readonly call: CallRecord;
      /** Whether only the tables and the input made the answer: the same question gets it again until a table changes. */
      readonly lasting: boolean;
    }
  | { readonly ok: false; readonly violations: readonly Violation[]; readonly call: CallRecord };

const SAVEPOINT = 'operation';

/** A call that is ready to run: its module and what it needs are loaded. */
export interface Request<K extends OperationName> {
  readonly operation: Operation<K>;
  readonly input: Input<K>;
  readonly scope: Scope;
  readonly worldOf: WorldOf;
  /** Whether the account must be in the sandbox at that moment: a server's caller named it before, a reset may have come between. */
  readonly known: boolean;
}

/** SAVEPOINT; guards, change and answer; RELEASE, or ROLLBACK TO when a constraint refuses. */
export function attempt<K extends OperationName>(request: Request<K>, moment: Moment): Attempt<Output<K>> {
  const { operation, input, scope } = request;
  const { tx } = moment;
  if (request.known) requireAccount(tx, scope.account);
  const alerts: Violation[] = [];
  const call = recordOf(request, moment, alerts);
  const looked: Looked = { atTime: false };
  const context = contextOf(request, moment, alerts, looked);
  tx.db.savepoint(SAVEPOINT);
  try {
    const output = answered(operation, tx, input, context, () => operation.run(tx, input, context));
    guard(checkIn(requestRows, 'ec2-dry-run', { DryRun: Reflect.get(input, 'DryRun') === true }));
    tx.db.release(SAVEPOINT);
    const lasting = operation.access === 'read' && alerts.length === 0 && !looked.atTime;
    return { ok: true, output, call, lasting };
  } catch (error) {
    tx.db.rollbackTo(SAVEPOINT);
    if (!(error instanceof Refused)) throw error;
    return { ok: false, violations: error.violations, call: recordOf({ operation, input, scope }, moment, []) };
  }
}

/** What is kept of a call. */
export function recordOf<K extends OperationName>(
  { operation, input, scope }: Omit<Request<K>, 'worldOf' | 'known' | 'input'> & { readonly input: object },
  { now, ids }: Pick<Moment, 'now' | 'ids'>,
  alerts: readonly Violation[],
): CallRecord {
  const { name, access } = operation;
  return { operation: name, access, input, scope, at: now, requestId: ids.requestId(), alerts };
}

/** Whether a call looked at what changes though no table does: the clock, or the next ids. */
interface Looked {
  atTime: boolean;
}

function contextOf<K extends OperationName>(
  { scope, worldOf }: Request<K>,
  { tx, now, ids }: Moment,
  alerts: Violation[],
  looked: Looked,
): Context {
  return {
    scope,
    here: tx.in(scope),
    get now() {
      looked.atTime = true;
      return now;
    },
    get ids() {
      looked.atTime = true;
      return ids;
    },
    get world() {
      return worldOf(tx, scope);
    },
    alert: (raised) => void alerts.push(...raised),
  };
}

/** For operations that ask nothing; one that asks must say so (`decides`), so that its World is loaded before. */
export const noWorld: WorldOf = () => {
  throw new TypeError('an operation that asks the World must declare `decides: true`');
};
