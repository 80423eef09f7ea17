import type { _InstanceType, Instance, InstanceStateName } from '@aws-sdk/client-ec2';
import { stateAnswer } from '../../contract/instance.ts';
import { configurationArn } from '../../validation/arns.ts';
import { check } from '../../validation/catalogue/index.ts';
import { guard } from '../../validation/guard.ts';
import { instanceType } from '../../validation/instance-types.ts';
import type { Context } from '../operation.ts';
import type { Tx } from '../store/store.ts';
import type { InstanceRow } from '../store/tables/instances.ts';

/**
 * The machines a request names, in its order.
 * @throws Fault ec2-instance-not-found for the first that this account and Region has not
 */
export function foundInstances(
  ids: readonly string[] | undefined,
  { here }: Pick<Context, 'here'>,
): readonly InstanceRow[] {
  const unique = [...new Set(ids ?? [])];
  const rows = here.instances.findAll(unique);
  const known = new Set(rows.map((row) => row.id));
  guard(unique.flatMap((instanceId) => check('ec2-instance-not-found', { instanceId, found: known.has(instanceId) })));
  return rows;
}

/**
 * The one machine a request names.
 * @throws Fault ec2-instance-not-found
 */
export function foundInstance(id: string | undefined, context: Pick<Context, 'here'>): InstanceRow {
  const [row] = foundInstances([id ?? ''], context);
  if (row === undefined) throw new TypeError('unreachable: the guard refused');
  return row;
}

/** @throws Fault ec2-instance-state when one of the machines is in another state than those allowed */
export function mustBe(rows: readonly InstanceRow[], allowed: readonly InstanceStateName[]): void {
  guard(rows.flatMap((row) => check('ec2-instance-state', { instanceId: row.id, state: row.state, allowed })));
}

/** Machines as DescribeInstances and RunInstances show them, with their configurations and tags. */
export function instanceAnswers(tx: Tx, rows: readonly InstanceRow[]): Instance[] {
  const ids = rows.map((row) => row.id);
  const tags = tx.tags.ofAll(ids);
  const licenses = new Map<string, { LicenseConfigurationArn: string }[]>();
  for (const row of tx.associations.ofResources(ids)) {
    const LicenseConfigurationArn = configurationArn(
      { account: row.configurationOwner, region: row.region },
      row.configurationId,
    );
    licenses.set(row.resourceId, [...(licenses.get(row.resourceId) ?? []), { LicenseConfigurationArn }]);
  }
  return rows.map((row) => ({
    ...answer(row),
    Licenses: licenses.get(row.id) ?? [],
    Tags: [...(tags.get(row.id) ?? [])],
  }));
}

/** The client's own list of types is as old as the client; a type that our table has is one. */
export const isType = (name: string): name is _InstanceType => instanceType(name) !== undefined;

function answer(row: InstanceRow): Instance {
  const type = instanceType(row.instanceType);
  const windows = row.platformDetails.startsWith('Windows') || row.usageOperation.endsWith(':0804');
  return {
    InstanceId: row.id,
    ImageId: row.imageId,
    InstanceType: isType(row.instanceType) ? row.instanceType : undefined,
    State: stateAnswer(row.state),
    AmiLaunchIndex: row.launchIndex,
    LaunchTime: new Date(row.launchedAt),
    Placement: {
      AvailabilityZone: row.zone,
      Tenancy: row.tenancy,
      GroupName: '',
      ...(row.tenancy === 'host' ? { Affinity: row.affinity } : {}),
      ...(row.hostId === undefined ? {} : { HostId: row.hostId }),
      ...(row.groupArn === undefined ? {} : { HostResourceGroupArn: row.groupArn }),
    },
    CpuOptions: { CoreCount: row.coreCount ?? type?.cores, ThreadsPerCore: row.threadsPerCore ?? type?.threadsPerCore },
    PlatformDetails: row.platformDetails,
    ...(windows ? { Platform: 'Windows' as const } : {}),
    UsageOperation: row.usageOperation,
    UsageOperationUpdateTime: new Date(row.usageOperationAt ?? row.launchedAt),
    Architecture: 'x86_64',
    Hypervisor: 'xen',
    RootDeviceType: 'ebs',
  };
}
