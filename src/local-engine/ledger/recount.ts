import type { World } from '../../contract/world.ts';
import { configurationArn } from '../../validation/arns.ts';
import { decideAssociate } from '../../validation/licensing/decide-associate.ts';
import type { Tx } from '../store/store.ts';
import type { ConfigurationRow } from '../store/tables/configurations.ts';
import type { InstanceRow } from '../store/tables/instances.ts';
import { isRunning } from './leave.ts';
import { takeForMachine } from './start.ts';

/** Machines that run under a configuration. */
function machinesUnder(tx: Tx, configuration: ConfigurationRow): readonly InstanceRow[] {
  return tx.associations
    .ofConfiguration(configuration.key, ['EC2_INSTANCE', ''], Number.MAX_SAFE_INTEGER)
    .filter((association) => association.resourceType === 'EC2_INSTANCE')
    .flatMap((association) => tx.across.instance(association.resourceId) ?? [])
    .filter(isRunning);
}

export const runningUnder = (tx: Tx, configuration: ConfigurationRow): readonly string[] =>
  machinesUnder(tx, configuration).map((instance) => instance.id);

/**
 * Counts what runs under a configuration that was deactivated, from this moment (config-reactivate). A hard limit does not
 * hinder it: what runs is flagged, nothing is stopped (RULINGS 26).
 */
export function recount(tx: Tx, configuration: ConfigurationRow, world: World, now: number): void {
  const fact = world.configuration(configurationArn(configuration, configuration.id));
  if (!fact.known || fact.value === undefined) return;
  for (const row of machinesUnder(tx, configuration)) {
    const instance = world.instance(row.id);
    if (!instance.known || instance.value === undefined) continue;
    takeForMachine(tx, decideAssociate(instance.value, [{ ...fact.value, hard: false }], world).plan, row, now);
  }
}
