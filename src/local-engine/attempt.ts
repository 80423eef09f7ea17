import type { Violation } from '../contract/decision.ts';
import type { Input, OperationName, Output } from '../contract/operations.ts';
import type { Scope } from '../contract/ports.ts';
import { Refused } from '../validation/guard.ts';
import { sqlWorld } from '../world/sql.ts';
import { answered } from './idempotency.ts';
import type { Context, Operation } from './operation.ts';
import type { CallRecord } from './record.ts';
import type { Moment } from './timeline.ts';

/** What came of a call inside its savepoint: an answer, or what refused it and no change. */
export type Attempt<T> =
  | { readonly ok: true; readonly output: T; readonly call: CallRecord }
  | { readonly ok: false; readonly violations: readonly Violation[]; readonly call: CallRecord };

const SAVEPOINT = 'operation';

/** SAVEPOINT; guards, change and answer; RELEASE, or ROLLBACK TO when a constraint refuses. */
export function attempt<K extends OperationName>(
  operation: Operation<K>,
  input: Input<K>,
  scope: Scope,
  moment: Moment,
): Attempt<Output<K>> {
  const { tx, now, ids } = moment;
  const alerts: Violation[] = [];
  const { name, access } = operation;
  const call = { operation: name, access, input, scope, at: now, requestId: ids.requestId(), alerts };
  const context = contextOf(moment, scope, alerts);
  tx.db.savepoint(SAVEPOINT);
  try {
    const output = answered(operation, tx, input, context, () => operation.run(tx, input, context));
    tx.db.release(SAVEPOINT);
    return { ok: true, output, call };
  } catch (error) {
    tx.db.rollbackTo(SAVEPOINT);
    if (!(error instanceof Refused)) throw error;
    return { ok: false, violations: error.violations, call: { ...call, alerts: [] } };
  }
}

function contextOf({ tx, now, ids }: Moment, scope: Scope, alerts: Violation[]): Context {
  return {
    scope,
    here: tx.in(scope),
    now,
    ids,
    world: sqlWorld(tx, scope),
    alert: (raised) => void alerts.push(...raised),
  };
}
