import type { Host } from '@aws-sdk/client-ec2';
import type { Violation } from '../../contract/decision.ts';
import type { Input, OperationName } from '../../contract/operations.ts';
import { type ChangingHost, modifyHostViolations, releaseHostViolations } from '../../validation/host-change.ts';
import { hostFamily } from '../../validation/host-families.ts';
import { familyOf } from '../../validation/host-kind.ts';
import { faultOf } from '../../validation/refuse.ts';
import type { Asking } from '../asking.ts';
import type { Memory } from './memory.ts';

export function allocated(input: Input<'ec2:AllocateHosts'>, { scope }: Asking, memory: Memory) {
  const family = familyOf(input);
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
  const kind = InstanceType === undefined ? (InstanceFamily === undefined ? {} : { InstanceFamily }) : { InstanceType };
  return eachHost(await described(input.HostIds, asking), 'ec2:ModifyHosts', {
    violations: (host) => modifyHostViolations(changing(host), input),
    change: (host) => {
      const HostProperties = { ...host.HostProperties, ...kind };
      memory.hosts.set(host.HostId ?? '', { ...host, ...change, HostProperties });
    },
  });
}

/** A host with machines on it stays, as AWS says host by host. */
export async function released(input: Input<'ec2:ReleaseHosts'>, asking: Asking, memory: Memory) {
  return eachHost(await described(input.HostIds, asking), 'ec2:ReleaseHosts', {
    violations: (host) => {
      const allocated = host.AllocationTime?.getTime() ?? 0;
      return releaseHostViolations(changing(host), (asking.now - allocated) / HOUR);
    },
    change: (host) => void memory.hosts.set(host.HostId ?? '', { ...host, State: 'released' }),
  });
}

const HOUR = 3_600_000;

/** A host as its changes are judged by. */
const changing = ({ HostId: hostId = '', HostProperties = {}, Instances = [] }: Host): ChangingHost => ({
  hostId,
  family: familyOf(HostProperties),
  instanceType: HostProperties.InstanceType,
  running: Instances.map(({ InstanceId = '' }) => InstanceId),
});

interface EachHost {
  violations(host: Host): readonly Violation[];
  change(host: Host): void;
}

/** Changes the hosts that can be; why the others cannot is in the answer (RULINGS 23). */
function eachHost(hosts: readonly Host[], operation: OperationName, { violations, change }: EachHost) {
  const judged = hosts.map((host) => ({ host, broken: violations(host) }));
  const free = judged.filter(({ broken }) => broken.length === 0).map(({ host }) => host);
  for (const host of free) change(host);
  return {
    Successful: free.map(({ HostId = '' }) => HostId),
    Unsuccessful: judged.flatMap(({ host, broken }) => {
      if (broken.length === 0) return [];
      const { code, message } = faultOf(broken, operation);
      return [{ ResourceId: host.HostId, Error: { Code: code, Message: message } }];
    }),
  };
}

async function described(HostIds: string[] | undefined, { call }: Asking): Promise<readonly Host[]> {
  return (await call('ec2:DescribeHosts', { HostIds })).Hosts ?? [];
}
