import type { Host, Instance, Reservation } from '@aws-sdk/client-ec2';
import type { AccountCopy } from '../../contract/copy.ts';
import { instanceType } from '../../validation/instance-types.ts';
import { purgeMoment } from '../moments.ts';
import { type CopiedInstance, INSTANCE_STATES, TENANCIES } from '../store/tables/instances.ts';
import type { Assumed } from './assumed.ts';

/** What a state on its way becomes: the engine's machines change state at once. */
const ARRIVED: Readonly<Record<string, CopiedInstance['state']>> = {
  pending: 'running',
  stopping: 'stopped',
  'shutting-down': 'terminated',
};

interface Here {
  readonly now: number;
  readonly assumed: Assumed;
  /** ARNs of the host resource groups that are copied. */
  readonly groups: ReadonlySet<string | undefined>;
}

/** The machines of a copy, in the order of their launch. */
export function copiedInstances(copy: AccountCopy, now: number, assumed: Assumed): readonly CopiedInstance[] {
  const here = { now, assumed, groups: new Set(copy.groups.map(({ group }) => group.GroupArn)) };
  const rows = copy.reservations.flatMap((reservation) =>
    (reservation.Instances ?? []).map((instance) => copied(instance, reservation, here)),
  );
  return rows.sort((a, b) => a.launchedAt - b.launchedAt || (a.id < b.id ? -1 : 1));
}

function copied(instance: Instance, { ReservationId = '' }: Reservation, here: Here): CopiedInstance {
  const { now, assumed } = here;
  const {
    InstanceId: id = '',
    Placement = {},
    UsageOperation = 'RunInstances',
    PlatformDetails = 'Linux/UNIX',
  } = instance;
  const tenancy = TENANCIES.find((one) => one === Placement.Tenancy) ?? 'default';
  const state = arrived(instance, assumed);
  if (instanceType(instance.InstanceType ?? '') === undefined) assumed.note('instance-type', id);
  return {
    id,
    reservationId: ReservationId,
    launchIndex: instance.AmiLaunchIndex ?? 0,
    imageId: instance.ImageId ?? '',
    instanceType: instance.InstanceType ?? '',
    state,
    tenancy,
    affinity: Placement.Affinity === 'host' ? 'host' : 'default',
    hostId: Placement.HostId,
    zone: Placement.AvailabilityZone ?? '',
    ...chosenCpus(instance),
    usageOperation: UsageOperation,
    platformDetails: PlatformDetails,
    usageOperationAt: instance.UsageOperationUpdateTime?.getTime(),
    launchedAt: instance.LaunchTime?.getTime() ?? now,
    stateChangedAt: now,
    groupArn: groupOf(instance, here),
    purgeAt: state === 'terminated' ? purgeMoment(now) : undefined,
  };
}

/** A group of another account that shares it is not copied, so a machine cannot stay in it. */
function groupOf({ InstanceId = '', Placement = {} }: Instance, { groups, assumed }: Here): string | undefined {
  const { HostResourceGroupArn: arn } = Placement;
  if (arn === undefined || groups.has(arn)) return arn;
  assumed.note('host-group', InstanceId);
  return undefined;
}

function arrived({ InstanceId = '', State = {} }: Instance, assumed: Assumed): CopiedInstance['state'] {
  const state = INSTANCE_STATES.find((one) => one === State.Name) ?? 'stopped';
  const end = ARRIVED[state];
  if (end !== undefined) assumed.note('in-transition', InstanceId);
  return end ?? state;
}

/** AWS names the cores of every machine; they were chosen where they are not those of its type. */
function chosenCpus({ InstanceType, CpuOptions = {} }: Instance): Pick<CopiedInstance, 'coreCount' | 'threadsPerCore'> {
  const type = instanceType(InstanceType ?? '');
  const { CoreCount: coreCount, ThreadsPerCore: threadsPerCore } = CpuOptions;
  const usual = coreCount === type?.cores && threadsPerCore === type?.threadsPerCore;
  return usual ? { coreCount: undefined, threadsPerCore: undefined } : { coreCount, threadsPerCore };
}

/** Machines of another account on hosts of the copied one. */
export interface ForeignMachines {
  readonly account: string;
  readonly machines: readonly CopiedInstance[];
}

/** Machines of other accounts on the account's hosts: EC2 names their ids, owners and types, and nothing else of them. */
export function foreignMachines(copy: AccountCopy, now: number, assumed: Assumed): readonly ForeignMachines[] {
  const { scope, hosts, groups } = copy;
  const groupOfHost = new Map(
    groups.flatMap(({ group, members }) =>
      members.map(({ Identifier }) => [Identifier?.ResourceArn?.split('/').at(-1), group.GroupArn] as const),
    ),
  );
  const found = new Map<string, CopiedInstance[]>();
  for (const host of hosts) {
    for (const { InstanceId = '', InstanceType = '', OwnerId: owner = scope.account } of host.Instances ?? []) {
      if (owner === scope.account) continue;
      assumed.note('foreign-machine', InstanceId);
      const groupArn = groupOfHost.get(host.HostId);
      const machine = foreign(InstanceId, InstanceType, host, now);
      found.set(owner, [...(found.get(owner) ?? []), { ...machine, groupArn }]);
    }
  }
  return [...found].map(([account, machines]) => ({ account, machines }));
}

const foreign = (id: string, type: string, { HostId, AvailabilityZone = '' }: Host, now: number): CopiedInstance => ({
  id,
  reservationId: '',
  launchIndex: 0,
  imageId: '',
  instanceType: type,
  state: 'running',
  tenancy: 'host',
  affinity: 'default',
  hostId: HostId,
  zone: AvailabilityZone,
  coreCount: undefined,
  threadsPerCore: undefined,
  usageOperation: 'RunInstances',
  platformDetails: 'Linux/UNIX',
  usageOperationAt: undefined,
  launchedAt: now,
  stateChangedAt: now,
  groupArn: undefined,
  purgeAt: undefined,
});
