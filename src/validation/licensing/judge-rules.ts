import type { Violation } from '../../contract/decision.ts';
import { type ConstraintId, check } from '../catalogue/index.ts';
import { hostFamily } from '../host-families.ts';
import type { Asking } from './ask.ts';
import type { Applying, Candidate } from './candidate.ts';
import { countedVcpus } from './counting.ts';
import type { BoundRuleName } from './rules.ts';

/** What a stage of judging found: what blocks, and what is let through with an alert. */
export interface Judged {
  readonly violations: readonly Violation[];
  readonly alerts: readonly Violation[];
}

const MATRIX = [
  'tenancy-matrix-windows-byol',
  'tenancy-matrix-sql-li',
  'tenancy-matrix-rhel-li',
  'tenancy-matrix-suse-li',
  'tenancy-matrix-other-li',
] as const satisfies readonly ConstraintId[];

/** Which constraint judges which rule. */
export const BOUND_CHECKS = {
  minimumCores: 'rule-minimum-cores-check',
  maximumCores: 'rule-maximum-cores-check',
  minimumSockets: 'rule-minimum-sockets-check',
  maximumSockets: 'rule-maximum-sockets-check',
  minimumVcpus: 'rule-minimum-vcpus-check',
  maximumVcpus: 'rule-maximum-vcpus-check',
} as const satisfies Readonly<Record<BoundRuleName, ConstraintId>>;

/** Stage (a): AWS's own billing-code and tenancy matrix, which no configuration changes (RULINGS 29). */
export function judgeMatrix({
  usageOperation,
  tenancy,
  inGroup,
  instanceId,
}: Pick<Candidate, 'usageOperation' | 'tenancy' | 'inGroup' | 'instanceId'>): Judged {
  const subject = { usageOperation, tenancy, inGroup, instanceId };
  return { violations: MATRIX.flatMap((id) => check(id, subject)), alerts: [] };
}

/** Stage (b): the tenancy rule of every configuration, and the Dedicated Host that Core and Socket need (RULINGS 15). */
export const judgeTenancy = (candidate: Candidate): Judged =>
  byEnforcement(candidate.applying, (each) => tenancyOf(each, candidate));

/**
 * Stage (c): minimum and maximum rules, judged on the single machine (rule-subject-is-resource). A figure that AWS does not
 * publish leaves the verdict open; a machine that is launched all the same raises an alert, whatever is enforced.
 */
export function judgeBounds(candidate: Candidate, asking: Asking): Judged {
  const { violations, alerts } = byEnforcement(candidate.applying, (each) => boundsOf(each, candidate));
  const unmeasured = candidate.applying.flatMap((each) => under(each, unmeasuredOf(each, candidate)));
  for (const { args } of unmeasured) {
    const what = `${args.configuration}: sockets of ${args.instanceType} off a Dedicated Host`;
    asking.open.push({ what, why: 'is not published' });
  }
  return { violations, alerts: [...alerts, ...unmeasured] };
}

function tenancyOf({ configuration, terms }: Applying, { tenancy, instanceId }: Candidate): readonly Violation[] {
  const { name, counting } = configuration;
  if (counting === 'Core' || counting === 'Socket') {
    return check('rule-tenancy-core-socket', {
      configuration: name,
      counting,
      tenancy,
      allowed: ['EC2-DedicatedHost'],
      instanceId,
    });
  }
  if (terms.tenancies === undefined) return [];
  return check('rule-tenancy-launch-check', {
    configuration: name,
    counting,
    tenancy,
    allowed: terms.tenancies,
    instanceId,
  });
}

function boundsOf(applying: Applying, candidate: Candidate): readonly Violation[] {
  return applying.terms.bounds.flatMap(({ name, value }) => {
    const found = measured(name, applying, candidate);
    return found === undefined ? [] : check(BOUND_CHECKS[name], subjectOf(applying, candidate, value, found));
  });
}

/** The rules that cannot be judged, each with `found: null`. */
function unmeasuredOf(applying: Applying, candidate: Candidate): readonly Violation[] {
  return applying.terms.bounds
    .filter(({ name }) => measured(name, applying, candidate) === undefined)
    .flatMap(({ name, value }) => check(BOUND_CHECKS[name], subjectOf(applying, candidate, value, null)));
}

const subjectOf = ({ configuration }: Applying, { machine }: Candidate, rule: number, found: number | null) => ({
  configuration: configuration.name,
  instanceType: machine.instanceType,
  rule,
  found,
});

/** The machine's figure for one rule; undefined where AWS does not publish it (sockets off a host). */
export function measured(
  name: BoundRuleName,
  { terms }: Applying,
  { machine, type, tenancy }: Candidate,
): number | undefined {
  if (name === 'minimumCores' || name === 'maximumCores') return machine.cores;
  if (name === 'minimumVcpus' || name === 'maximumVcpus') return countedVcpus(machine, terms);
  return tenancy === 'host' ? hostFamily(type.family)?.sockets : undefined;
}

/** Says which configuration a violation is about: names need not be unique. */
export const under = (
  { configuration }: Pick<Applying, 'configuration'>,
  violations: readonly Violation[],
): readonly Violation[] =>
  violations.map((one) => ({ ...one, args: { ...one.args, licenseConfigurationArn: configuration.arn } }));

/** Soft or hard governs rules too: enforced blocks, else it alerts (RULINGS 10). */
function byEnforcement(applying: readonly Applying[], judge: (each: Applying) => readonly Violation[]): Judged {
  const violations: Violation[] = [];
  const alerts: Violation[] = [];
  for (const each of applying) (each.enforced ? violations : alerts).push(...under(each, judge(each)));
  return { violations, alerts };
}
