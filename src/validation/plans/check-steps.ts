import type { NotChecked } from '../../contract/decision.ts';
import type { PlanCheck, PlanImpact, Step, WorldChange } from '../../contract/plan.ts';
import type { VerifiedFix } from '../../contract/ports.ts';
import type { ConfigurationFact, World } from '../../contract/world.ts';
import { differing } from '../licensing/variations.ts';
import { counted } from '../words.ts';
import { type Judged, judgeSteps } from './judge-plan.ts';
import { remembering } from './remembering.ts';

const NEVER_CHECKED: readonly NotChecked[] = [
  { what: 'IAM permissions', why: "are AWS's to judge" },
  { what: 'EC2 quotas', why: "are AWS's to judge" },
];

/** More than any fleet takes, and still a number that can be added to. */
const PLENTY = 1e12;

/**
 * Would this file be blocked, where first, how many of its machines fit, and what would be enough for all of them? Pure: the
 * steps, the world and nothing else.
 */
export function checkSteps(steps: readonly Step[], asked: World): PlanCheck {
  const world = remembering(asked);
  const judged = judgeSteps(steps, world);
  const { launches, changes, verdict } = judged;
  const blocked = launches.filter(({ decision }) => decision.verdict === 'blocked');
  const wanted = blocked.length === 0 ? judged : judgeSteps(steps, world, withPlenty);
  const configurations = [...wanted.taken.values()].map((impact) => underRealLimit(impact, judged));
  return {
    verdict,
    requested: launches.reduce((sum, { requested }) => sum + requested, 0),
    fits: launches.reduce((sum, { decision }) => sum + (decision.verdict === 'unknown' ? 0 : decision.fits), 0),
    firstBlocked: blocked[0]?.address,
    launches,
    changes,
    configurations,
    notChecked: [...openOrder(judged, steps), ...NEVER_CHECKED],
    fixes: blocked.length === 0 ? [] : limitFixes(steps, world, configurations, judged),
  };
}

const withPlenty = (world: World): World =>
  differing(world, { configuration: (fact) => (fact.limit === undefined ? fact : { ...fact, limit: PLENTY }) });

/** What the whole file needs, measured against the limit that really stands. */
function underRealLimit(wanted: PlanImpact, { taken }: Judged): PlanImpact {
  const limit = taken.get(wanted.licenseConfigurationArn)?.limit ?? (wanted.limit === PLENTY ? null : wanted.limit);
  return { ...wanted, limit, remaining: limit === null ? null : limit - wanted.consumed - wanted.needed };
}

/** How far the order in which things are made is our assumption. */
function openOrder({ changes, launches }: Judged, steps: readonly Step[]): readonly NotChecked[] {
  const unknown = launches.filter(({ decision }) => decision.verdict === 'unknown').length;
  const helps = changes.length > 0 && launches.length > 0;
  return [
    ...(helps
      ? [{ what: 'the order', why: 'is assumed: configurations, hosts and associations first, then the launches' }]
      : []),
    ...(unknown > 0 && unknown < steps.length
      ? [
          {
            what: `what ${counted(unknown, 'unknown launch', 'unknown launches')} would take`,
            why: 'is counted as nothing',
          },
        ]
      : []),
  ];
}

/** Limits that let the whole file through: first all of them at once, judged again. */
function limitFixes(
  steps: readonly Step[],
  world: World,
  configurations: readonly PlanImpact[],
  { launches }: Judged,
): readonly VerifiedFix[] {
  const limits = new Map<string, number>();
  const short = configurations.filter(({ enforced, remaining }) => enforced && remaining !== null && remaining < 0);
  for (const { licenseConfigurationArn: arn, consumed, needed } of short) limits.set(arn, consumed + needed);
  if (limits.size === 0) return [];
  const raised = (fact: ConfigurationFact): ConfigurationFact => ({
    ...fact,
    limit: limits.get(fact.arn) ?? fact.limit,
  });
  const then = judgeSteps(steps, world, (later) => differing(later, { configuration: raised }));
  const inFile = new Set(steps.flatMap((step) => (step.kind === 'change' ? (arnOf(step.change) ?? []) : [])));
  const remaining = [...new Set(then.launches.flatMap(({ decision }) => decision.violations.map(({ id }) => id)))];
  const answers = launches.find(({ decision }) => decision.verdict === 'blocked')?.decision.violations[0]?.id ?? '';
  return short.map(({ name, licenseConfigurationArn: arn, consumed, needed, remaining: left }) => ({
    command: inFile.has(arn) ? '' : `lm config update ${name} --count ${consumed + needed}`,
    effect: `buy ${counted(-(left ?? 0), 'licence')} for everything${inFile.has(arn) ? `, and write ${consumed + needed} into the file` : ''}`,
    enough: then.verdict === 'allowed' || then.verdict === 'warn',
    remaining,
    answers,
  }));
}

/** The configuration whose limit the file itself writes. */
function arnOf(change: WorldChange | undefined): string | undefined {
  if (change?.kind === 'configuration') return change.fact.arn;
  return change?.kind === 'terms' ? change.arn : undefined;
}
