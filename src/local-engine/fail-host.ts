import { Fault } from '../contract/fault.ts';
import type { HostFailure, Scope } from '../contract/ports.ts';
import { decideRecovery } from '../validation/licensing/decide-recovery.ts';
import type { Moment } from './engine.ts';
import { recoveryNeeds } from './ledger/recover.ts';
import { assessedAt } from './moments.ts';
import { recovers } from './schedule/failures.ts';
import { assess } from './store/tables/host-failures.ts';

/** A host fails. What becomes of it is decided when its assessment ends, by the schedule; here it is only foretold. */
export function failHost({ tx, now }: Moment, scope: Scope, hostId: string): HostFailure {
  const host = tx.in(scope).hosts.find(hostId);
  if (host === undefined || host.state !== 'available') {
    const message = `${hostId} is ${host?.state ?? 'not a host of this account and Region'}, not available`;
    throw new Fault({ code: 'InvalidHostState', message });
  }
  const until = assessedAt(now);
  assess(tx.db, host.key, until);
  const recovery = recovers(tx, host);
  const { violations, alerts } = recovery
    ? decideRecovery(hostId, recoveryNeeds(tx, host))
    : { violations: [], alerts: [] };
  return { hostId, state: 'under-assessment', assessedAt: new Date(until), recovery, violations, alerts };
}
