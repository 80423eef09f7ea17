import type { Host, InstanceCapacity } from '@aws-sdk/client-ec2';
import { capacityUnits, unitsOf } from '../../validation/hosts-table.ts';
import { instanceType, instanceTypesOf } from '../../validation/instance-types.ts';
import { isRunning } from '../ledger/leave.ts';
import type { Tx } from '../store/store.ts';
import { HOST_STATES, type HostRow } from '../store/tables/hosts.ts';
import type { InstanceRow } from '../store/tables/instances.ts';

/** A Dedicated Host as DescribeHosts shows it: its properties, what runs on it, and what still fits, type by type. */
export function hostAnswer(tx: Tx, row: HostRow, machines: readonly InstanceRow[]): Host {
  const running = machines.filter(isRunning);
  const usedVcpus = running.reduce((sum, machine) => sum + (instanceType(machine.instanceType)?.vcpus ?? 0), 0);
  return {
    HostId: row.id,
    OwnerId: row.account,
    State: HOST_STATES.find((state) => state === row.state),
    AvailabilityZone: row.zone,
    AutoPlacement: row.autoPlacement ? 'on' : 'off',
    HostRecovery: row.hostRecovery ? 'on' : 'off',
    HostMaintenance: row.hostMaintenance ? 'on' : 'off',
    MemberOfServiceLinkedResourceGroup: row.groupKey !== undefined && row.joinsAt === undefined,
    AllowsMultipleInstanceTypes: row.instanceType === undefined ? 'on' : 'off',
    AllocationTime: new Date(row.allocatedAt),
    ...(row.releasedAt === undefined ? {} : { ReleaseTime: new Date(row.releasedAt) }),
    HostProperties: {
      Cores: row.cores,
      Sockets: row.sockets,
      ...(row.vcpus === undefined ? {} : { TotalVCpus: row.vcpus }),
      ...(row.instanceType === undefined ? { InstanceFamily: row.family } : { InstanceType: row.instanceType }),
    },
    AvailableCapacity: {
      AvailableInstanceCapacity: capacities(row),
      ...(row.vcpus === undefined ? {} : { AvailableVCpus: Math.max(0, row.vcpus - usedVcpus) }),
    },
    Instances: running.map((machine) => ({
      InstanceId: machine.id,
      InstanceType: machine.instanceType,
      OwnerId: machine.account,
    })),
    Tags: [...tx.tags.of(row.id)],
  };
}

/** For every type the host takes: how many an empty host holds, and how many more fit now. */
function capacities(row: HostRow): InstanceCapacity[] {
  const types =
    row.instanceType === undefined
      ? instanceTypesOf(row.family)
          .filter((type) => type.dedicatedHosts)
          .map((type) => type.instanceType)
      : [row.instanceType];
  return types.map((type) => {
    const units = unitsOf(type);
    return {
      InstanceType: type,
      TotalCapacity: Math.floor((capacityUnits(row.family, row.instanceType) ?? 0) / units),
      AvailableCapacity: Math.floor((row.capacityUnits - row.usedUnits) / units),
    };
  });
}
