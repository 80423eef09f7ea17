import { configurationArn } from '../../validation/arns.ts';
import { hostUnits } from '../../validation/licensing/counting.ts';
import type { RecoveryNeed } from '../../validation/licensing/decide-recovery.ts';
import { nextReleaseRun } from '../moments.ts';
import type { Tx } from '../store/store.ts';
import type { TotalChange } from '../store/tables/books.ts';
import type { HostChargeRow } from '../store/tables/host-charges.ts';
import { failedAndEmpty, moveRunning, settled } from '../store/tables/host-failures.ts';
import type { HostRow } from '../store/tables/hosts.ts';
import { attachHost, detachAll } from './associate.ts';
import { chargeHost } from './charge-host.ts';
import { summed } from './totals.ts';

/** A charge that a replacement takes over: machines run under it, or the host was attached by hand. */
const isLive = (charge: HostChargeRow): boolean => charge.running > 0 || charge.byHand;

/** What a replacement of a host would be charged; licences that only affinity holds stay behind (OQ-04). */
export function recoveryNeeds(tx: Tx, failed: HostRow): readonly RecoveryNeed[] {
  return tx.charges.ofHost(failed.id).flatMap((charge) => {
    const row = tx.across.configurationByKey(charge.configurationKey);
    if (row === undefined || !isLive(charge)) return [];
    const { name, licenseCount: limit, hard, consumed, counting } = row;
    const arn = configurationArn(row, row.id);
    const configuration = { arn, name, hard, consumed, ...(limit === undefined ? {} : { limit }) };
    return [{ configuration, units: hostUnits(counting, failed) }];
  });
}

/**
 * The running machines go on on the replacement, which is charged for them anew. The failed host keeps its licences until it
 * is released at `until`, and those that affinity ties to it until their days are over (host-release-keeps-affinity).
 */
export function recoverOnto(tx: Tx, failed: HostRow, replacement: HostRow, now: number, until: number): void {
  const changes: TotalChange[] = [];
  for (const charge of tx.charges.ofHost(failed.id).filter(isLive)) {
    const row = tx.across.configurationByKey(charge.configurationKey);
    if (row === undefined) continue;
    const units = hostUnits(row.counting, replacement);
    if (charge.running > 0) {
      const consumed = chargeHost(tx, row, replacement.id, units, charge.running, now);
      changes.push({ configurationKey: row.key, resourceType: 'EC2_HOST', consumed, associated: 0 });
    }
    if (charge.byHand) attachHost(tx, row, replacement, replacement.account, now);
    tx.books.putCharge({ ...charge, running: 0, releaseAt: charge.byHand ? undefined : freeAt(charge, until) });
  }
  tx.books.addToTotals(summed(changes));
  const { usedUnits, usedCores, running } = failed;
  tx.books.occupy([
    [failed.id, -usedUnits, -usedCores, -running],
    [replacement.id, usedUnits, usedCores, running],
  ]);
  moveRunning(tx.db, failed.id, replacement.id);
}

const freeAt = ({ tiedUntil }: HostChargeRow, until: number): number =>
  tiedUntil === undefined ? until : nextReleaseRun(Math.max(tiedUntil, until));

/** A host that failed for good is released; it stays visible as released-permanent-failure. */
export function releaseFailed(tx: Tx, failed: HostRow, now: number): void {
  detachAll(tx, failed, now);
  settled(tx.db, failed.key, 'released-permanent-failure', now);
}

/** Hosts that failed for good go with the last machine that leaves them. */
export function releaseEmptied(tx: Tx, left: readonly { readonly hostId: string | undefined }[], now: number): void {
  const hostIds = [...new Set(left.flatMap(({ hostId }) => hostId ?? []))];
  if (hostIds.length === 0) return;
  for (const failed of failedAndEmpty(tx.db, hostIds)) releaseFailed(tx, failed, now);
}
