import type { Decision, NotChecked, Verdict } from '../../contract/decision.ts';
import type { LaunchPlan } from '../../contract/launch.ts';
import type { JudgedChange, JudgedLaunch, LaunchStep, PlanImpact, RestartStep, Step } from '../../contract/plan.ts';
import type { World } from '../../contract/world.ts';
import { Asking } from '../licensing/ask.ts';
import { decideLaunch } from '../licensing/decide-launch.ts';
import { decideStart } from '../licensing/decide-start.ts';
import { undecided } from '../licensing/judge.ts';
import { Overlay } from '../licensing/overlay.ts';
import { LaterWorld } from './later-world.ts';
import { release } from './release.ts';

/** Every step judged in order, and how the licences fare. */
export interface Judged {
  readonly verdict: Verdict;
  readonly launches: readonly JudgedLaunch[];
  readonly changes: readonly JudgedChange[];
  /** By ARN, in the order in which they first apply: what the launches that go through take. */
  readonly taken: ReadonlyMap<string, PlanImpact>;
}

/**
 * Judges the steps of a file in order against shared headroom: each launch finds what earlier ones took, and what is refused
 * takes nothing. Pure.
 * @param otherwise makes a world that differs in some terms, to ask "would it be enough to …?"
 */
export function judgeSteps(steps: readonly Step[], world: World, otherwise = (same: World): World => same): Judged {
  const later = new LaterWorld(world);
  const overlay = new Overlay(otherwise(later.world));
  const launches: JudgedLaunch[] = [];
  const changes: JudgedChange[] = [];
  for (const step of steps) {
    if (step.kind === 'change') changes.push(changed(step, later));
    else launches.push(launched(step, later, overlay));
  }
  return { verdict: verdictOf(launches, changes), launches, changes, taken: takenBy(launches, overlay.world) };
}

function changed(step: Extract<Step, { kind: 'change' }>, later: LaterWorld): JudgedChange {
  const { address, type, place, change, open } = step;
  if (change !== undefined) {
    later.make(change);
    if (open.length > 0) later.cloud(change);
  }
  return { address, type, place, change, open };
}

function launched(step: LaunchStep | RestartStep, later: LaterWorld, overlay: Overlay): JudgedLaunch {
  const requested = step.kind === 'launch' ? (step.input.MaxCount ?? 1) : 1;
  const decision = step.open.length > 0 ? openly(step.open) : decide(step, later, overlay);
  const goes = decision.verdict === 'allowed' || decision.verdict === 'warn';
  if (goes) overlay.add(decision.plan);
  else if (step.kind === 'launch' && step.partial && decision.fits > 0)
    overlay.add(partOf(step, decision.fits, overlay));
  const { address, type, place } = step;
  return { address, type, place, requested, decision };
}

function decide(step: LaunchStep | RestartStep, later: LaterWorld, overlay: Overlay): Decision<LaunchPlan> {
  const id = step.kind === 'restart' ? step.instanceId : step.replaces;
  if (id === undefined) return decideOne(step, overlay.world);
  const asking = new Asking();
  const instance = asking.value(later.instance(id), `instance ${id}`);
  if (asking.isOpen) return undecided(asking);
  if (instance !== undefined) release(instance, later);
  if (step.kind === 'launch') return decideOne(step, overlay.world);
  if (instance === undefined) return openly([{ what: `instance ${id}`, why: 'was not found' }]);
  return decideStart({ ...instance, ...step.change, state: 'stopped' }, overlay.world);
}

const decideOne = (step: LaunchStep | RestartStep, world: World): Decision<LaunchPlan> =>
  step.kind === 'launch' ? decideLaunch(step.input, world) : openly([]);

/** What a group launches of a number that does not fit as a whole. */
const partOf = ({ input }: LaunchStep, fits: number, { world }: Overlay): LaunchPlan =>
  decideLaunch({ ...input, MinCount: fits, MaxCount: fits }, world).plan;

function openly(open: readonly NotChecked[]): Decision<LaunchPlan> {
  const asking = new Asking();
  asking.open.push(...open);
  return undecided(asking);
}

/** What is refused is certain, whatever else is open; an open question makes the rest unknown. */
function verdictOf(launches: readonly JudgedLaunch[], changes: readonly JudgedChange[]): Verdict {
  const verdicts = new Set(launches.map(({ decision }) => decision.verdict));
  if (verdicts.has('blocked')) return 'blocked';
  if (verdicts.has('unknown') || changes.some(({ open }) => open.length > 0)) return 'unknown';
  return verdicts.has('warn') ? 'warn' : 'allowed';
}

/** Every configuration that a launch met: as the first launch found it, and as it is after the last. */
function takenBy(launches: readonly JudgedLaunch[], after: World): ReadonlyMap<string, PlanImpact> {
  const taken = new Map<string, PlanImpact>();
  for (const { decision } of launches) {
    for (const impact of decision.plan.configurations) {
      const { licenseConfigurationArn: arn, name, countingType, enforced, limit, consumed } = impact;
      if (taken.has(arn)) continue;
      const fact = after.configuration(arn);
      const end = fact.known && fact.value !== undefined ? fact.value.consumed : consumed;
      const remaining = limit === null ? null : limit - end;
      const needed = end - consumed;
      taken.set(arn, {
        name,
        licenseConfigurationArn: arn,
        countingType,
        enforced,
        limit,
        consumed,
        needed,
        remaining,
      });
    }
  }
  return taken;
}
