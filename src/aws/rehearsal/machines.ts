import type { _InstanceType, Instance, InstanceStateName } from '@aws-sdk/client-ec2';
import { stateAnswer } from '../../contract/instance.ts';
import type { LaunchPlan } from '../../contract/launch.ts';
import type { Input, Output } from '../../contract/operations.ts';
import { hostArn } from '../../validation/arns.ts';
import { instanceType } from '../../validation/instance-types.ts';
import type { Asking } from '../asking.ts';
import type { Judged } from '../judging/judged.ts';
import type { Memory } from './memory.ts';

/** The machines that a decided launch would make. EC2 chooses their hosts, so only a host that was named is told. */
export async function runInstances(
  input: Input<'ec2:RunInstances'>,
  asking: Asking,
  memory: Memory,
  plan: LaunchPlan,
): Promise<Output<'ec2:RunInstances'>> {
  const { Images = [] } = await asking.call('ec2:DescribeImages', { ImageIds: [plan.imageId] });
  const [{ UsageOperation, PlatformDetails, Platform, Architecture } = {}] = Images;
  const HostId = input.Placement?.HostId;
  const machine: Instance = {
    ImageId: plan.imageId,
    InstanceType: instanceTypeOf(plan, input),
    State: stateAnswer('pending'),
    LaunchTime: new Date(asking.now),
    CpuOptions: cpuOf(plan.instanceType, plan.cpu),
    UsageOperation,
    PlatformDetails,
    ...(Platform === undefined ? {} : { Platform }),
    Architecture,
    Placement: {
      Tenancy: plan.tenancy,
      GroupName: '',
      ...(plan.tenancy === 'host' ? { Affinity: plan.affinity } : {}),
      ...(plan.zone === undefined ? {} : { AvailabilityZone: plan.zone }),
      ...(HostId === undefined ? {} : { HostId }),
      ...(plan.hostResourceGroupArn === undefined ? {} : { HostResourceGroupArn: plan.hostResourceGroupArn }),
    },
    Licenses: plan.associate.map((LicenseConfigurationArn) => ({ LicenseConfigurationArn })),
    Tags: input.TagSpecifications?.find((one) => one.ResourceType === 'instance')?.Tags ?? [],
  };
  const born = (AmiLaunchIndex: number): Instance => ({ ...machine, InstanceId: memory.id('i'), AmiLaunchIndex });
  const Instances = Array.from({ length: plan.count }, (_, index) => born(index));
  takePlan(plan, asking, memory);
  return { ReservationId: memory.id('r'), OwnerId: asking.scope.account, Groups: [], Instances };
}

/** The CPU options that were chosen, else those of the type. */
export function cpuOf(type: string, chosen: LaunchPlan['cpu'] = {}): Instance['CpuOptions'] {
  const { cores, threadsPerCore } = instanceType(type) ?? {};
  return { CoreCount: chosen.coreCount ?? cores, ThreadsPerCore: chosen.threadsPerCore ?? threadsPerCore };
}

const instanceTypeOf = (plan: LaunchPlan, input: Input<'ec2:RunInstances'>): _InstanceType | undefined =>
  isTypeName(plan.instanceType) ? plan.instanceType : input.InstanceType;

/** The client's list of types is as old as the client; a decided plan has a real one. */
export const isTypeName = (name: string): name is _InstanceType => name.includes('.');

/** Later steps see the licences that a launch would take. */
export function takePlan(plan: LaunchPlan, { scope }: Asking, memory: Memory): void {
  for (const { configurationArn, unitsEach } of plan.machineCharges)
    memory.take(configurationArn, unitsEach * plan.count);
  for (const { configurationArn, hostId, units } of plan.hostCharges)
    memory.charge(configurationArn, hostArn(scope, hostId), units);
}

/** What each machine is, and what it would be. */
export async function stateChanges(
  InstanceIds: string[] | undefined,
  next: (now: InstanceStateName) => InstanceStateName,
  { call }: Asking,
) {
  const { Reservations = [] } = await call('ec2:DescribeInstances', { InstanceIds });
  return Reservations.flatMap(({ Instances = [] }) => Instances).map(({ InstanceId, State }) => {
    const now = State?.Name ?? 'pending';
    return { InstanceId, PreviousState: stateAnswer(now), CurrentState: stateAnswer(next(now)) };
  });
}

/** Later steps see the machine where it would start. */
export async function moveInstance(
  { InstanceId }: Input<'ec2:ModifyInstancePlacement'>,
  asking: Asking,
  memory: Memory,
  judged: Judged | undefined,
): Promise<Output<'ec2:ModifyInstancePlacement'>> {
  const to = judged?.move;
  if (to === undefined) throw new TypeError('a move without a plan');
  const { tenancy: Tenancy, affinity: Affinity, hostId: HostId, hostResourceGroupArn: HostResourceGroupArn } = to;
  await changeInstance(
    InstanceId,
    ({ Placement: { AvailabilityZone, GroupName } = {}, ...machine }) => ({
      ...machine,
      Placement: {
        AvailabilityZone,
        GroupName,
        Tenancy,
        ...(Tenancy === 'host' ? { Affinity } : {}),
        ...(HostId === undefined ? {} : { HostId }),
        ...(HostResourceGroupArn === undefined ? {} : { HostResourceGroupArn }),
      },
    }),
    asking,
    memory,
  );
  return { Return: true };
}

export async function changeInstance(
  InstanceId: string | undefined,
  change: (now: Instance) => Instance,
  { call }: Asking,
  memory: Memory,
): Promise<void> {
  const { Reservations = [] } = await call('ec2:DescribeInstances', {
    InstanceIds: InstanceId === undefined ? [] : [InstanceId],
  });
  const [now] = Reservations.flatMap(({ Instances = [] }) => Instances);
  if (now !== undefined) memory.instances.set(InstanceId ?? '', change(now));
}
