import type { Violation } from '../../contract/decision.ts';
import type { ConfigurationImpact } from '../../contract/launch.ts';
import { check } from '../catalogue/index.ts';
import type { Applying, Candidate } from './candidate.ts';
import { chargesHost } from './counting.ts';
import { demandOf } from './judge-room.ts';
import { type Judged, under } from './judge-rules.ts';
import { metRules } from './met.ts';
import type { Packed } from './pack.ts';

/** Licences that a placement takes under one configuration. */
export function neededFor(each: Applying, candidate: Candidate, packed: Packed): number {
  const demand = demandOf(each, candidate, false);
  const onHosts = packed.hostCharges.filter((charge) => charge.configurationArn === demand.arn);
  return demand.unitsEach * packed.count + onHosts.reduce((sum, charge) => sum + charge.units, 0);
}

/** Stage (f): every configuration counts for itself (rule-multi-config-all-must-pass); exactly full is within the limit. */
export function judgeCounts(candidate: Candidate, packed: Packed, wording: 'launch' | 'associate'): Judged {
  const violations: Violation[] = [];
  const alerts: Violation[] = [];
  for (const each of candidate.applying) {
    const { name, consumed, limit } = each.configuration;
    if (limit === undefined) continue;
    const needed = neededFor(each, candidate, packed);
    const subject = { configuration: name, needed, consumed, limit, ...openedFor(each, candidate, packed) };
    if (!each.enforced) alerts.push(...under(each, check('launch-soft-alert', subject)));
    else if (wording === 'associate') violations.push(...under(each, check('config-associate-hard-limit', subject)));
    else
      violations.push(
        ...under(each, check(candidate.min < candidate.max ? 'launch-hard-min-max' : 'launch-hard-block', subject)),
      );
  }
  return { violations, alerts };
}

/** The group whose new hosts the licences are for (hrg-allocate-needs-licenses). */
function openedFor({ configuration }: Applying, { room }: Candidate, { opened, hostCharges }: Packed) {
  const isCharged = opened.some(({ hostId }) =>
    hostCharges.some((charge) => charge.hostId === hostId && charge.configurationArn === configuration.arn),
  );
  return isCharged && room.kind === 'hosts' ? { group: room.group?.name } : {};
}

/** How every configuration fares; without a lawful host the count is not judged (RULINGS 14). */
export function impacts(candidate: Candidate, packed: Packed | undefined): readonly ConfigurationImpact[] {
  return candidate.applying.map((each): ConfigurationImpact => {
    const { name, arn, counting, consumed, limit } = each.configuration;
    return {
      name,
      licenseConfigurationArn: arn,
      countingType: counting,
      enforced: each.enforced,
      needed: packed === undefined ? null : neededFor(each, candidate, packed),
      consumed,
      limit: limit ?? null,
      remaining: limit === undefined ? null : limit - consumed,
      basis: chargesHost(counting, candidate.tenancy, candidate.charging) ? 'host' : 'machine',
      // Words are made only where they are shown; a plan of thousands of launches shows few.
      get met() {
        return metRules(each, candidate);
      },
    };
  });
}
