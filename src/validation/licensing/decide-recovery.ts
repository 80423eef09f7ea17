import type { Violation } from '../../contract/decision.ts';
import type { ConfigurationFact } from '../../contract/world.ts';
import { recoveryRows } from '../catalogue/recovery.ts';
import { checkIn } from '../check-in.ts';
import { isEnforced } from './terms.ts';

/** A configuration that is charged for a failed host, and what it would be charged for the replacement. */
export interface RecoveryNeed {
  readonly configuration: Pick<ConfigurationFact, 'arn' | 'name' | 'limit' | 'hard' | 'consumed'>;
  readonly units: number;
}

export interface RecoveryDecision {
  /** Any of these, and the host is not recovered (host-recovery-hard-limit). */
  readonly violations: readonly Violation[];
  /** It is recovered, and these are reported (host-recovery-soft-limit). */
  readonly alerts: readonly Violation[];
}

/**
 * May a failed host be recovered? Its replacement needs licences of its own while the failed host still holds those that
 * it has (EC2 User Guide, Host recovery). Only a sandbox lets hosts fail, so what is charged is given, not asked of a World.
 */
export function decideRecovery(hostId: string, needs: readonly RecoveryNeed[]): RecoveryDecision {
  const violations: Violation[] = [];
  const alerts: Violation[] = [];
  for (const { configuration, units } of needs) {
    const { arn, name, limit, consumed } = configuration;
    if (limit === undefined) continue;
    const enforced = isEnforced(configuration);
    const id = enforced ? 'host-recovery-hard-limit' : 'host-recovery-soft-limit';
    const broken = checkIn(recoveryRows, id, { hostId, configuration: name, needed: units, consumed, limit });
    const told = broken.map((one) => ({ ...one, args: { ...one.args, licenseConfigurationArn: arn } }));
    (enforced ? violations : alerts).push(...told);
  }
  return { violations, alerts };
}
