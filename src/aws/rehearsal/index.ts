import type { NotChecked, Violation } from '../../contract/decision.ts';
import { Fault } from '../../contract/fault.ts';
import type { ConfigurationImpact } from '../../contract/launch.ts';
import type { OperationName } from '../../contract/operations.ts';
import type { Call } from '../../contract/ports.ts';
import { faultOf } from '../../validation/refuse.ts';
import type { Asking } from '../asking.ts';
import { judged } from '../judging/index.ts';
import type { Judged } from '../judging/judged.ts';
import { isRead } from '../kinds.ts';
import { Memory } from './memory.ts';
import { readAfter } from './reads.ts';
import { writeInMemory } from './writes.ts';

/** What a dry run has to say beside its answers. */
export interface Remarks {
  alert(alerts: readonly Violation[]): void;
  /** One line for stderr. */
  tell(line: string): void;
}

/**
 * A dry run on a real account. Reads go through, and see what earlier steps would have changed. No change is sent: each is
 * judged over the account as it is, and answered with what it would leave. What cannot be judged is said, not assumed.
 */
export function rehearsed(asking: Asking, remarks: Remarks): Call {
  const memory = new Memory();
  const call: Call = async (operation, input) => {
    if (isRead(operation)) return readAfter(operation, input, asking.call, memory);
    const after: Asking = { ...asking, call };
    const judgement = await judged(operation, input, after);
    if (judgement === undefined) remarks.tell(`only AWS can judge ${operation}: nothing but its form was checked`);
    else conclude(operation, judgement, remarks);
    return writeInMemory(operation, input, after, memory, judgement);
  };
  return call;
}

/** @throws Fault for what would be refused, and for what cannot be said: a dry run never passes what it does not know */
function conclude(
  operation: OperationName,
  { verdict, violations, alerts, notChecked, plans = [] }: Judged,
  remarks: Remarks,
): void {
  if (verdict === 'blocked') throw faultOf(violations, operation);
  if (verdict === 'unknown') {
    const reasons = [...notChecked.map(reason), ...plans.flatMap((plan) => plan.configurations).flatMap(choices)];
    const why = reasons.length > 0 ? reasons.join('; ') : 'EC2 chooses the host';
    throw new Fault({
      code: 'DryRunUndecided',
      message: `whether AWS would let this through cannot be said: ${why}. Nothing was sent`,
    });
  }
  remarks.alert(alerts);
}

const reason = ({ what, why, permission }: NotChecked): string =>
  permission === undefined ? `${what} ${why}` : `${what} ${why} (allow ${permission})`;

function choices({ name, alternatives = [] }: ConfigurationImpact): readonly string[] {
  return alternatives.map(({ label, needed }) => `if ${label}, ${name} needs ${needed}`);
}
