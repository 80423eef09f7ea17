import type { Decision } from '../../contract/decision.ts';
import type { LaunchPlan } from '../../contract/launch.ts';

/** What the project's constraints say of a change before AWS is asked: a decision, whose plan only launches have. */
export interface Judged extends Omit<Decision<LaunchPlan | undefined>, 'fits' | 'plan'> {
  readonly plan?: LaunchPlan;
}

/** A judgement from what is broken alone. */
export const broken = (violations: Judged['violations'], alerts: Judged['alerts'] = []): Judged => ({
  verdict: violations.length > 0 ? 'blocked' : alerts.length > 0 ? 'warn' : 'allowed',
  violations,
  alerts,
  notChecked: [],
});
