import type { InstanceStateName } from '@aws-sdk/client-ec2';
import type { Violation } from '../../contract/decision.ts';
import type { Input } from '../../contract/operations.ts';
import type { InstanceFact, World } from '../../contract/world.ts';
import { check } from '../../validation/catalogue/index.ts';
import { nearestInstanceTypes } from '../../validation/instance-types.ts';
import { Asking as Facts } from '../../validation/licensing/ask.ts';
import { type Asking, decideOver } from '../asking.ts';
import { broken, type Judged } from './judged.ts';

/** StopInstances: machines that there are, and that run or are stopped. */
export const judgeStop = ({ InstanceIds }: Input<'ec2:StopInstances'>, asking: Asking): Promise<Judged> =>
  judgeMachines(InstanceIds, ['running', 'pending', 'stopped'], asking);

export const judgeReboot = ({ InstanceIds }: Input<'ec2:RebootInstances'>, asking: Asking): Promise<Judged> =>
  judgeMachines(InstanceIds, ['running', 'pending'], asking);

/** TerminateInstances: in whatever state. */
export const judgeTerminate = ({ InstanceIds }: Input<'ec2:TerminateInstances'>, asking: Asking): Promise<Judged> =>
  judgeMachines(InstanceIds, undefined, asking);

/** ModifyInstanceAttribute, as far as it changes the type: of a stopped machine, to a type that there is. */
export function judgeType({ InstanceId, InstanceType }: Input<'ec2:ModifyInstanceAttribute'>, asking: Asking) {
  return judgeMachines([InstanceId ?? ''], ['stopped'], asking, (world, facts) => {
    const instanceType = InstanceType?.Value;
    if (instanceType === undefined) return [];
    const fact = world.instanceType(instanceType);
    const known = facts.value(fact, `instance type ${instanceType}`) !== undefined || !fact.known;
    return check('ec2-instance-type-unknown', { instanceType, known, nearest: nearestInstanceTypes(instanceType) });
  });
}

/** ModifyInstanceCpuOptions: of a stopped machine, cores and threads that its type offers. */
export function judgeCpu(input: Input<'ec2:ModifyInstanceCpuOptions'>, asking: Asking): Promise<Judged> {
  return judgeMachines([input.InstanceId ?? ''], ['stopped'], asking, (world, facts, [machine]) => {
    const type = machine && facts.value(world.instanceType(machine.instanceType), `type ${machine.instanceType}`);
    if (machine === undefined || type === undefined) return [];
    return check('ec2-cpu-options-valid', {
      instanceType: type.instanceType,
      coreCount: input.CoreCount ?? machine.coreCount,
      threadsPerCore: input.ThreadsPerCore ?? machine.threadsPerCore,
      validCores: type.validCores,
      defaultCores: type.cores,
      defaultThreads: type.threadsPerCore,
    });
  });
}

type Further = (world: World, facts: Facts, machines: readonly InstanceFact[]) => readonly Violation[];

/** CreateImage: of a machine that there still is. */
export const judgeCaptured = ({ InstanceId }: Input<'ec2:CreateImage'>, asking: Asking): Promise<Judged> =>
  judgeMachines([InstanceId ?? ''], ['pending', 'running', 'stopping', 'stopped'], asking);

function judgeMachines(
  ids: readonly string[] | undefined,
  allowed: readonly InstanceStateName[] | undefined,
  asking: Asking,
  further: Further = () => [],
): Promise<Judged> {
  return decideOver(asking, (world) => {
    const facts = new Facts();
    const asked = (ids ?? []).map((instanceId) => ({ instanceId, fact: world.instance(instanceId) }));
    const machines = asked.flatMap(({ instanceId, fact }) => facts.value(fact, `instance ${instanceId}`) ?? []);
    const missing = asked.flatMap(({ instanceId, fact }) =>
      check('ec2-instance-not-found', { instanceId, found: !fact.known || fact.value !== undefined }),
    );
    const states =
      allowed === undefined
        ? []
        : machines.flatMap(({ instanceId, state }) => check('ec2-instance-state', { instanceId, state, allowed }));
    const more = further(world, facts, machines);
    const violations = [missing, more, states].find((list) => list.length > 0) ?? [];
    const unsure = facts.isOpen && violations.length === 0;
    return { ...broken(violations), ...(unsure ? { verdict: 'unknown' as const } : {}), notChecked: facts.open };
  });
}
