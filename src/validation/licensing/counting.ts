import type { CountingType, HostFact, InstanceTypeFact, Tenancy } from '../../contract/world.ts';
import type { Terms } from './terms.ts';

/** The size of one machine as launched: its chosen CPU options, else the defaults of its type. */
export interface Machine {
  readonly instanceType: string;
  readonly vcpus: number;
  readonly defaultVcpus: number;
  readonly cores: number;
}

/** CPU options of a launch; both or neither are given. */
export interface CpuOptions {
  readonly coreCount?: number;
  readonly threadsPerCore?: number;
}

export function machineOf(type: InstanceTypeFact, cpu: CpuOptions): Machine {
  const cores = cpu.coreCount ?? type.cores;
  return {
    instanceType: type.instanceType,
    cores,
    vcpus: cores * (cpu.threadsPerCore ?? type.threadsPerCore),
    defaultVcpus: type.vcpus,
  };
}

/** The vCPUs that a configuration counts and compares: the chosen ones only if it honours them (rule-honor-vcpu-*). */
export const countedVcpus = (machine: Machine, terms: Terms): number =>
  terms.honorsVcpus ? machine.vcpus : machine.defaultVcpus;

/** How a configuration counts machines of a launch. */
export type Charging = 'per-host' | 'per-machine';

/** Whether a configuration charges the host once rather than each machine (count-core, count-socket). */
export const chargesHost = (counting: CountingType, tenancy: Tenancy, charging: Charging): boolean =>
  (counting === 'Core' || counting === 'Socket') && tenancy === 'host' && charging === 'per-host';

/** Licences that one machine takes by itself. Core and Socket off a host: its own cores, one socket (RULINGS 18). */
export function machineUnits(counting: CountingType, machine: Machine, terms: Terms): number {
  switch (counting) {
    case 'Instance':
      return 1;
    case 'vCPU':
      return countedVcpus(machine, terms);
    case 'Core':
      return machine.cores;
    case 'Socket':
      return 1;
  }
}

/** Licences that a whole host takes: its physical cores or sockets; nothing for the types that count machines. */
export function hostUnits(counting: CountingType, host: Pick<HostFact, 'cores' | 'sockets'>): number {
  if (counting === 'Core') return host.cores;
  return counting === 'Socket' ? host.sockets : 0;
}
