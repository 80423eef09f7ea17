import { hostTable } from './tables/hosts.ts';

/** The Dedicated Host of an instance family, as AWS's Dedicated Host configuration table states it. */
export interface HostFamily {
  readonly family: string;
  readonly sockets: number;
  readonly physicalCores: number;
  /** Absent where no source states it. */
  readonly vcpus?: number;
  readonly nitro: boolean;
  /** Whether one host may run several types of the family (of a1 two do: see `mayShareHost`). */
  readonly mixedInstanceTypes: boolean;
}

/** The host of a family, or undefined where none is published. */
export function hostFamily(family: string): HostFamily | undefined {
  const row = hostTable.get(family);
  if (row === undefined) return undefined;
  const [sockets = '', cores = '', vcpus = '', flags = ''] = row.split(' ');
  return {
    family,
    sockets: Number(sockets),
    physicalCores: Number(cores),
    ...(vcpus === '-' ? {} : { vcpus: Number(vcpus) }),
    nitro: flags.includes('n'),
    mixedInstanceTypes: flags.includes('m'),
  };
}

/** Every family that Dedicated Hosts are published for, in alphabetical order. */
export function hostFamilies(): readonly string[] {
  return [...hostTable.keys()];
}
