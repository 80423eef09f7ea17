import { termsOf } from '../../validation/licensing/terms.ts';
import { nextReleaseRun, tiedUntil } from '../moments.ts';
import type { Tx } from '../store/store.ts';
import type { ConfigurationRow } from '../store/tables/configurations.ts';
import type { HostChargeRow } from '../store/tables/host-charges.ts';

/**
 * Charges of whole hosts (count-core, count-socket): licences are taken once when the first tracked machine lands, stay
 * while one runs or the host is attached by hand, and go when the last leaves, unless an affinity rule ties them.
 */

/** Adds tracked machines to a host, charging the host if it is not yet. Returns the licences newly taken. */
export function chargeHost(
  tx: Tx,
  configuration: ConfigurationRow,
  hostId: string,
  units: number,
  machines: number,
  now: number,
): number {
  const before = tx.charges.find(configuration.key, hostId);
  if (before !== undefined) {
    tx.books.putCharge({ ...before, running: before.running + machines, releaseAt: undefined });
    return 0;
  }
  const days = termsOf(configuration.rules).affinityDays;
  tx.books.putCharge({
    configurationKey: configuration.key,
    hostId,
    units,
    running: machines,
    byHand: false,
    chargedAt: now,
    tiedUntil: tiedUntil(now, days),
    releaseAt: undefined,
  });
  return units;
}

/** Takes tracked machines off a host. Returns the licences that came free at once. */
export function unchargeHost(tx: Tx, configurationKey: number, hostId: string, machines: number, now: number): number {
  const charge = tx.charges.find(configurationKey, hostId);
  if (charge === undefined) return 0;
  return settle(tx, { ...charge, running: Math.max(0, charge.running - machines) }, now);
}

/** Marks a host as attached, or no longer attached, by hand. Returns the change in licences taken. */
export function setByHand(
  tx: Tx,
  configuration: ConfigurationRow,
  hostId: string,
  units: number,
  byHand: boolean,
  now: number,
): number {
  const taken = byHand ? chargeHost(tx, configuration, hostId, units, 0, now) : 0;
  const charge = tx.charges.find(configuration.key, hostId);
  if (charge === undefined) return taken;
  return taken - settle(tx, { ...charge, byHand }, now);
}

/** Writes a charge in its new state, or ends it. Returns the licences that came free. */
function settle(tx: Tx, charge: HostChargeRow, now: number): number {
  if (charge.running > 0 || charge.byHand) {
    tx.books.putCharge({ ...charge, releaseAt: undefined });
    return 0;
  }
  if (charge.tiedUntil !== undefined) {
    tx.books.putCharge({ ...charge, releaseAt: nextReleaseRun(Math.max(charge.tiedUntil, now)) });
    return 0;
  }
  tx.books.deleteCharge(charge.configurationKey, charge.hostId);
  return charge.units;
}

/** A changed affinity rule moves the end of every tie of the configuration; the clock keeps its start. */
export function retie(tx: Tx, configuration: ConfigurationRow, rules: readonly string[], now: number): void {
  const days = termsOf(rules).affinityDays;
  for (const charge of tx.charges.ofConfiguration(configuration.key, '', Number.MAX_SAFE_INTEGER)) {
    const freed = settle(tx, { ...charge, tiedUntil: tiedUntil(charge.chargedAt, days) }, now);
    if (freed > 0)
      tx.books.addToTotals([
        { configurationKey: configuration.key, resourceType: 'EC2_HOST', consumed: -freed, associated: 0 },
      ]);
  }
}
