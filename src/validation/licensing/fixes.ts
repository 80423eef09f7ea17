import type { Decision, Violation } from '../../contract/decision.ts';
import type { LaunchPlan } from '../../contract/launch.ts';
import type { Input } from '../../contract/operations.ts';
import type { LaunchCheck, VerifiedFix } from '../../contract/ports.ts';
import type { World } from '../../contract/world.ts';
import { decideLaunch } from './decide-launch.ts';
import { capacityFixes } from './fix-capacity.ts';
import { countFixes } from './fix-count.ts';
import { groupFixes } from './fix-group.ts';
import { boundFixes, tenancyFixes } from './fix-request.ts';

export type LaunchInput = Input<'ec2:RunInstances'>;

/** Everything a way out may be found with. */
export interface Stuck {
  readonly input: LaunchInput;
  readonly world: World;
  readonly decision: Decision<LaunchPlan>;
}

/** What AWS looks at besides, and no simulation can. */
const NEVER_CHECKED = [
  { what: 'IAM permissions', why: "are AWS's to judge" },
  { what: 'EC2 quotas', why: "are AWS's to judge" },
];

/** Decides a launch and finds ways out of what is in its way; each was decided again, so none is a guess. */
export function explainLaunch(input: LaunchInput, world: World): Omit<LaunchCheck, 'at'> {
  const decision = decideLaunch(input, world);
  const stuck: Stuck = { input, world, decision };
  const fixes = [...decision.violations.flatMap((violation) => fixesFor(violation, stuck)), ...wholeLaunch(stuck)];
  return {
    requested: input.MaxCount ?? 1,
    decision: { ...decision, notChecked: [...decision.notChecked, ...NEVER_CHECKED] },
    fixes,
  };
}

function fixesFor(violation: Violation, stuck: Stuck): readonly VerifiedFix[] {
  const { id } = violation;
  if (id === 'launch-hard-block' || id === 'launch-hard-min-max') return countFixes(violation, stuck);
  if (id.startsWith('tenancy-matrix-') || id.startsWith('rule-tenancy-')) return tenancyFixes(violation, stuck);
  if (/^rule-(minimum|maximum)-/.test(id)) return boundFixes(violation, stuck);
  if (id.startsWith('hrg-')) return groupFixes(violation, stuck);
  return id.startsWith('host-') || id === 'launch-host-needs-capacity' ? capacityFixes(violation, stuck) : [];
}

/** With several reasons, one change of the request that answers them all. */
function wholeLaunch({ input, world, decision }: Stuck): readonly VerifiedFix[] {
  if (decision.violations.length < 2 || input.Placement?.Tenancy === 'host') return [];
  const onHosts = decideLaunch({ ...input, Placement: { ...input.Placement, Tenancy: 'host' } }, world);
  if (!passes(onHosts)) return [];
  return [
    { answers: 'launch', command: '--tenancy host', effect: `would be ${word(onHosts)}`, enough: true, remaining: [] },
  ];
}

const word = ({ verdict, plan }: Decision<LaunchPlan>): string => {
  const needs = plan.configurations.map(
    ({ name, needed, remaining }) => `${name} needs ${needed}${remaining === null ? '' : ` of ${remaining} left`}`,
  );
  return [verdict === 'warn' ? 'ALLOWED WITH ALERT' : 'ALLOWED', ...needs].join(', ');
};

/** Whether a launch would go through, with an alert or without. */
export const passes = ({ verdict }: Decision<LaunchPlan>): boolean => verdict === 'allowed' || verdict === 'warn';

/** A way out with what deciding again said of it; undefined when it does not even answer its own violation. */
export function verified(
  answers: string,
  way: { readonly command: string; readonly effect: string },
  then: Decision<LaunchPlan>,
): readonly VerifiedFix[] {
  const remaining = [...new Set(then.violations.map((violation) => violation.id))];
  if (remaining.includes(answers)) return [];
  return [{ answers, ...way, enough: passes(then), remaining }];
}
