import type { Host } from '@aws-sdk/client-ec2';
import type { Input } from '../../contract/operations.ts';
import { check } from '../../validation/catalogue/index.ts';
import { hostFamily } from '../../validation/host-families.ts';
import { faultOf } from '../../validation/refuse.ts';
import type { Asking } from '../asking.ts';
import type { Memory } from './memory.ts';

export function allocated(input: Input<'ec2:AllocateHosts'>, { scope }: Asking, memory: Memory) {
  const family = input.InstanceFamily ?? input.InstanceType?.split('.')[0] ?? '';
  const table = hostFamily(family);
  const HostIds = Array.from({ length: input.Quantity ?? 1 }, () => memory.id('h'));
  for (const HostId of HostIds) {
    memory.hosts.set(HostId, {
      HostId,
      OwnerId: scope.account,
      State: 'available',
      AvailabilityZone: input.AvailabilityZone,
      AutoPlacement: input.AutoPlacement ?? 'off',
      HostProperties: {
        ...(input.InstanceType === undefined ? { InstanceFamily: family } : { InstanceType: input.InstanceType }),
        ...(table === undefined ? {} : { Cores: table.physicalCores, Sockets: table.sockets }),
      },
      Instances: [],
    });
  }
  return { HostIds };
}

export async function modified(input: Input<'ec2:ModifyHosts'>, asking: Asking, memory: Memory) {
  const { AutoPlacement, HostRecovery, HostMaintenance, InstanceFamily, InstanceType } = input;
  const switches = Object.entries({ AutoPlacement, HostRecovery, HostMaintenance });
  const change = Object.fromEntries(switches.filter(([, value]) => value !== undefined));
  for (const host of await described(input.HostIds, asking)) {
    const kind =
      InstanceType === undefined ? (InstanceFamily === undefined ? {} : { InstanceFamily }) : { InstanceType };
    const HostProperties = { ...host.HostProperties, ...kind };
    memory.hosts.set(host.HostId ?? '', { ...host, ...change, HostProperties });
  }
  return { Successful: input.HostIds ?? [], Unsuccessful: [] };
}

/** A host with machines on it stays, as AWS says host by host. */
export async function released(input: Input<'ec2:ReleaseHosts'>, asking: Asking, memory: Memory) {
  const hosts = await described(input.HostIds, asking);
  const judged = hosts.map((host) => ({ host, violations: stays(host) }));
  const free = judged.filter(({ violations }) => violations.length === 0).map(({ host }) => host);
  for (const host of free) memory.hosts.set(host.HostId ?? '', { ...host, State: 'released' });
  return {
    Successful: free.map(({ HostId = '' }) => HostId),
    Unsuccessful: judged.flatMap(({ host, violations }) => {
      if (violations.length === 0) return [];
      const { code, message } = faultOf(violations, 'ec2:ReleaseHosts');
      return [{ ResourceId: host.HostId, Error: { Code: code, Message: message } }];
    }),
  };
}

const stays = ({ HostId = '', Instances = [] }: Host) =>
  check('host-release-needs-empty', { hostId: HostId, running: Instances.map(({ InstanceId = '' }) => InstanceId) });

async function described(HostIds: string[] | undefined, { call }: Asking): Promise<readonly Host[]> {
  return (await call('ec2:DescribeHosts', { HostIds })).Hosts ?? [];
}
