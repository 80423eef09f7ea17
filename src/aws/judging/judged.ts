import type { Decision } from '../../contract/decision.ts';
import type { LaunchPlan } from '../../contract/launch.ts';
import type { MovePlan } from '../../validation/licensing/decide-move.ts';

/** What the project's constraints say of a change before AWS is asked; launches and starts have plans, one for each. */
export interface Judged extends Omit<Decision<LaunchPlan>, 'fits' | 'plan'> {
  readonly plans?: readonly LaunchPlan[];
  /** Where a machine would be moved. */
  readonly move?: MovePlan;
}

/** A judgement from what is broken alone. */
export const broken = (violations: Judged['violations'], alerts: Judged['alerts'] = []): Judged => ({
  verdict: violations.length > 0 ? 'blocked' : alerts.length > 0 ? 'warn' : 'allowed',
  violations,
  alerts,
  notChecked: [],
});
