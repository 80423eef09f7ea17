import type { AccountCopy, ConfigurationCopy } from '../../contract/copy.ts';
import { isRunning } from '../ledger/leave.ts';
import type { CopiedInstance } from '../store/tables/instances.ts';
import type { Assumed } from './assumed.ts';
import { listedUnder } from './listed.ts';

type Charging = 'per-host' | 'per-machine';
type Machines = ReadonlyMap<string, CopiedInstance>;

/**
 * Whether the account charges Core and Socket for the whole host or for each machine on one, as the usage of machines
 * that run on hosts shows; where none shows it, the whole host (count-core), and that is said.
 */
export function chargingOf(copy: AccountCopy, machines: Machines, assumed: Assumed): Charging {
  const counting = copy.configurations.filter(
    ({ configuration: { LicenseCountingType: type } }) => type === 'Core' || type === 'Socket',
  );
  const shown = counting.flatMap((one) => shownBy(one, copy, machines));
  const [first] = shown;
  if (first === undefined) for (const { configuration } of counting) assumed.note('charging', configuration.Name ?? '');
  return first ?? 'per-host';
}

/** A machine that takes licences itself is charged by machine; one that takes none on a host that does, by host. */
function shownBy(one: ConfigurationCopy, copy: AccountCopy, machines: Machines): readonly Charging[] {
  const listed = listedUnder(one, copy.scope, 0);
  const charged = new Set(listed.filter(({ consumed }) => consumed > 0).map(({ id }) => id));
  return listed.flatMap(({ id, consumed }) => {
    const machine = machines.get(id);
    if (machine?.hostId === undefined || machine.tenancy !== 'host' || !isRunning(machine)) return [];
    if (consumed > 0) return 'per-machine';
    return charged.has(machine.hostId) ? 'per-host' : [];
  });
}
