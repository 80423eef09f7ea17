import type { Violation } from '../../contract/decision.ts';
import { hostArn, parseConfigurationArn } from '../../validation/arns.ts';
import { hostGroupSettings } from '../../validation/host-group.ts';
import { decideRecovery } from '../../validation/licensing/decide-recovery.ts';
import type { Ids } from '../ids.ts';
import { raiseAlert } from '../ledger/alert.ts';
import { recoverOnto, recoveryNeeds, releaseFailed } from '../ledger/recover.ts';
import { releaseDue } from '../ledger/release.ts';
import type { Tx } from '../store/store.ts';
import { forgetRecovery, insertReplacement, nextRecovery, settled } from '../store/tables/host-failures.ts';
import type { HostRow } from '../store/tables/hosts.ts';
import type { Applied } from './index.ts';

/** How long EC2 takes to recover machines onto a replacement, milliseconds. It publishes no figure; this one is ours. */
const RECOVERY = 300_000;
const OPERATION = 'HostRecovery';

/**
 * Assessments and recoveries that end by `now`, each at its own moment: licences that come free before it may be what the
 * replacement needs (host-recovery-states).
 */
export function failuresDue(tx: Tx, now: number, ids: Ids): readonly Applied[] {
  const applied: Applied[] = [];
  for (let host = nextRecovery(tx.db, now); host !== undefined; host = nextRecovery(tx.db, now)) {
    const at = host.recoveryAt ?? now;
    applied.push(...releaseDue(tx, at), ...step(tx, host, at, ids).map((what) => ({ at, what })));
  }
  return applied;
}

function step(tx: Tx, host: HostRow, at: number, ids: Ids): readonly string[] {
  if (host.replaces !== undefined) return [complete(tx, host, host.replaces, at)];
  if (host.state === 'under-assessment') return assessed(tx, host, at, ids);
  // Someone released it meanwhile.
  forgetRecovery(tx.db, host.key);
  return [];
}

/** The host has failed: it is recovered where that is switched on and licences suffice, else it stays as it is. */
function assessed(tx: Tx, failed: HostRow, at: number, ids: Ids): readonly string[] {
  if (!recovers(tx, failed)) return [fail(tx, failed, at, 'host recovery is off')];
  const { violations, alerts } = decideRecovery(failed.id, recoveryNeeds(tx, failed));
  for (const violation of violations) report(tx, failed, violation, 'refused', at);
  if (violations.length > 0) return [fail(tx, failed, at, `recovery refused (${names(violations)})`)];
  for (const alert of alerts) report(tx, failed, alert, 'soft', at);
  const id = ids.next('h');
  insertReplacement(tx.db, failed, id, at, at + RECOVERY);
  tx.tags.put([id], tx.tags.of(failed.id));
  const replacement = tx.across.host(id);
  if (replacement === undefined) throw new TypeError('unreachable: the replacement was inserted');
  recoverOnto(tx, failed, replacement, at, at + RECOVERY);
  forgetRecovery(tx.db, failed.key);
  const told = alerts.length === 0 ? '' : ` (${names(alerts)})`;
  return [`host ${failed.id} is recovered onto ${id}${told}`];
}

/** Host recovery is a setting of the host, or of the group that it is in (hrg-setting-auto-recover). */
export function recovers(tx: Tx, host: HostRow): boolean {
  return host.hostRecovery || groupRecovers(tx, host);
}

function groupRecovers(tx: Tx, { groupKey }: HostRow): boolean {
  const group = groupKey === undefined ? undefined : tx.members.byKey(groupKey);
  return group !== undefined && hostGroupSettings(JSON.parse(group.configuration)).autoRecover;
}

function fail(tx: Tx, failed: HostRow, at: number, why: string): string {
  if (failed.running === 0) {
    releaseFailed(tx, failed, at);
    return `host ${failed.id} failed and is released: ${why}`;
  }
  settled(tx.db, failed.key, 'permanent-failure');
  return `host ${failed.id} failed for good: ${why}`;
}

function complete(tx: Tx, replacement: HostRow, failedId: string, at: number): string {
  const stands = replacement.state === 'pending';
  if (stands) settled(tx.db, replacement.key, 'available');
  else forgetRecovery(tx.db, replacement.key);
  const failed = tx.across.host(failedId);
  if (failed !== undefined && failed.releasedAt === undefined) releaseFailed(tx, failed, at);
  return stands
    ? `host ${replacement.id} is available in place of ${failedId}`
    : `host ${failedId} is released; its replacement is ${replacement.state}`;
}

/** An administrator learns of it as of a refused launch: an alert, and where it was refused a failure of the configuration. */
function report(tx: Tx, host: HostRow, violation: Violation, kind: 'soft' | 'refused', at: number): void {
  const { account, region } = host;
  const configuration = configurationOf(tx, violation);
  const owner = configuration?.account ?? account;
  raiseAlert(tx, region, { account: owner, at, kind, operation: OPERATION, caller: account, violation });
  if (kind === 'soft' || configuration === undefined) return;
  tx.in({ account: owner, region }).journal.failure(configuration.key, {
    at,
    resourceArn: hostArn(host, host.id),
    resourceType: 'EC2_HOST',
    operation: OPERATION,
    owner: account,
    requestedBy: account,
    message: `No licenses available to recover ${host.id}: ${numbers(violation)}`,
  });
}

function configurationOf(tx: Tx, { args }: Violation) {
  const arn = args['licenseConfigurationArn'];
  const parsed = typeof arn === 'string' ? parseConfigurationArn(arn) : undefined;
  return parsed && tx.across.configuration(parsed.id);
}

/** "host-recovery-hard-limit: win-dc: requested 48, used 96, limit 96". */
const names = (violations: readonly Violation[]): string =>
  violations.map((violation) => `${violation.id}: ${numbers(violation)}`).join('; ');

const numbers = ({ args: { configuration, requested, used, limit } }: Violation): string =>
  `${configuration}: requested ${requested}, used ${used}, limit ${limit}`;
