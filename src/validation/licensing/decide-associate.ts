import type { Decision, Violation } from '../../contract/decision.ts';
import type { LaunchPlan } from '../../contract/launch.ts';
import type { ConfigurationFact, HostFact, InstanceFact, World } from '../../contract/world.ts';
import { check } from '../catalogue/index.ts';
import { Asking } from './ask.ts';
import type { Room } from './candidate.ts';
import { hostUnits } from './counting.ts';
import { judge, undecided } from './judge.ts';
import { under } from './judge-rules.ts';
import { machineCandidate } from './machine.ts';
import { isEnforced } from './terms.ts';

/** What a host attached by hand breaks, and what it only alerts. */
export interface HostDecision {
  readonly violations: readonly Violation[];
  readonly alerts: readonly Violation[];
}

/**
 * May this machine come under these configurations? One that runs is counted at once (count-running-on-associate), so it
 * is judged like a launch; one that does not run takes nothing, and only its rules are looked at when it starts.
 */
export function decideAssociate(
  instance: InstanceFact,
  adding: readonly ConfigurationFact[],
  world: World,
): Decision<LaunchPlan> {
  const asking = new Asking();
  const candidate = machineCandidate(instance, adding, placeOf(instance, world, asking), world, asking);
  if (candidate === undefined || asking.isOpen) return undecided(asking);
  return judge(candidate, asking, 'associate');
}

function placeOf(instance: InstanceFact, world: World, asking: Asking): Room {
  if (instance.tenancy !== 'host' || instance.hostId === undefined) return { kind: 'open' };
  const host = asking.value(world.host(instance.hostId), `host ${instance.hostId}`);
  return host === undefined ? { kind: 'open' } : { kind: 'placed', host };
}

/** May this host be attached by hand? It is charged whole while it is allocated (RULINGS 19). */
export function decideAttachHost(host: HostFact, adding: readonly ConfigurationFact[]): HostDecision {
  const violations: Violation[] = [];
  const alerts: Violation[] = [];
  for (const configuration of adding) {
    const { arn, name, counting, limit, consumed } = configuration;
    if (limit === undefined) continue;
    const needed = host.chargedTo.includes(arn) ? 0 : hostUnits(counting, host);
    const subject = { configuration: name, needed, consumed, limit };
    if (isEnforced(configuration))
      violations.push(...under({ configuration }, check('config-associate-hard-limit', subject)));
    else alerts.push(...under({ configuration }, check('launch-soft-alert', subject)));
  }
  return { violations, alerts };
}
