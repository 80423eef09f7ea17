import type { Decision, NotChecked, Violation } from '../../contract/decision.ts';
import type { LaunchPlan } from '../../contract/launch.ts';
import type { Input } from '../../contract/operations.ts';
import type { World } from '../../contract/world.ts';
import { check } from '../../validation/catalogue/index.ts';
import { decideLaunch } from '../../validation/licensing/decide-launch.ts';
import { decideStart } from '../../validation/licensing/decide-start.ts';
import { Overlay } from '../../validation/licensing/overlay.ts';
import { tagViolations } from '../../validation/tags.ts';
import { type Asking, decideOver } from '../asking.ts';
import { broken, type Judged } from './judged.ts';

/** RunInstances: its tags, then everything that licences, tenancy and capacity can refuse. */
export async function judgeLaunch(input: Input<'ec2:RunInstances'>, asking: Asking): Promise<Judged> {
  const specification = input.TagSpecifications?.find((one) => one.ResourceType === 'instance');
  const tags = tagViolations(specification?.Tags);
  if (tags.length > 0) return broken(tags);
  const decision = await decideOver(asking, (world) => decideLaunch(input, world));
  return { ...decision, plans: [decision.plan] };
}

/** StartInstances: one machine after the other, so that each sees what those before it would take. */
export function judgeStart(input: Input<'ec2:StartInstances'>, asking: Asking): Promise<Judged> {
  return decideOver(asking, (world) => startAll(input.InstanceIds ?? [], world));
}

function startAll(ids: readonly string[], world: World): Judged {
  const later = new Overlay(world);
  const decisions: Decision<LaunchPlan>[] = [];
  const violations: Violation[] = [];
  const notChecked: NotChecked[] = [];
  for (const instanceId of ids) {
    const fact = world.instance(instanceId);
    if (!fact.known) {
      const { permission } = fact;
      const what = { what: `instance ${instanceId}`, why: 'could not be read' };
      notChecked.push(permission === undefined ? what : { ...what, permission });
    } else if (fact.value === undefined) {
      violations.push(...check('ec2-instance-not-found', { instanceId, found: false }));
    } else if (fact.value.state === 'stopped') {
      const decision = decideStart(fact.value, later.world);
      later.add(decision.plan);
      decisions.push(decision);
    }
  }
  return whole(decisions, violations, notChecked);
}

/** Several decisions as one: blocked where one is, else unknown where one is. */
function whole(
  decisions: readonly Decision<LaunchPlan>[],
  violations: readonly Violation[],
  notChecked: readonly NotChecked[],
): Judged {
  const all = broken(
    [...violations, ...decisions.flatMap((one) => one.violations)],
    decisions.flatMap((one) => one.alerts),
  );
  const open = [...notChecked, ...decisions.flatMap((one) => one.notChecked)];
  const unsure = open.length > 0 || decisions.some((one) => one.verdict === 'unknown');
  return {
    ...all,
    verdict: unsure && all.verdict !== 'blocked' ? 'unknown' : all.verdict,
    notChecked: open,
    plans: decisions.map((one) => one.plan),
  };
}
