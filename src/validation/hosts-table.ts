import type { InstanceTypeFact } from '../contract/world.ts';
import { hostFamily } from './host-families.ts';
import { instanceType } from './instance-types.ts';

/**
 * A t3 host is oversubscribed: it carries 192 of the small sizes, however few cores it has
 * (EC2 User Guide, Burstable T3 instances on Dedicated Hosts). The number is what each size takes of the 192.
 */
const T3_CAPACITY = 192;
const T3_UNITS: ReadonlyMap<string, number> = new Map([
  ['t3.nano', 1],
  ['t3.micro', 1],
  ['t3.small', 1],
  ['t3.medium', 1],
  ['t3.large', 2],
  ['t3.xlarge', 4],
  ['t3.2xlarge', 8],
]);

/** An m4 host runs one type only and keeps cores back, so AWS publishes how many of each type it takes. */
const M4_CAPACITY: ReadonlyMap<string, number> = new Map([
  ['m4.large', 22],
  ['m4.xlarge', 11],
  ['m4.2xlarge', 5],
  ['m4.4xlarge', 2],
  ['m4.10xlarge', 1],
]);

/**
 * What a host takes in all, in units, so that a machine fits when `used + unitsOf(machine) <= capacity`.
 * A unit is a physical core, except on t3 and m4 hosts.
 * @param instanceType the one type that the host is allocated for, if it is
 * @returns undefined for a family without a published host, and for an m4 host without its type
 */
export function capacityUnits(family: string, instanceType?: string): number | undefined {
  if (family === 't3') return T3_CAPACITY;
  if (family === 'm4') return instanceType === undefined ? undefined : (M4_CAPACITY.get(instanceType) ?? 0);
  return hostFamily(family)?.physicalCores;
}

type HostedType = Pick<InstanceTypeFact, 'instanceType' | 'family' | 'cores' | 'bareMetal'>;

/**
 * What one machine takes of its host, in units: its type's default cores, whatever its CPU options say.
 * Bare metal takes the whole host. A name that the table lacks fits nowhere: infinitely many.
 * @param type a name, or the facts of a type (which serve for types that the table does not know yet)
 */
export function unitsOf(type: string | HostedType): number {
  const facts = typeof type === 'string' ? instanceType(type) : type;
  if (facts === undefined) return Number.POSITIVE_INFINITY;
  const t3 = T3_UNITS.get(facts.instanceType);
  if (t3 !== undefined) return t3;
  if (facts.family === 'm4') return 1;
  return facts.bareMetal ? (hostFamily(facts.family)?.physicalCores ?? facts.cores) : facts.cores;
}

const A1_MIXABLE: readonly string[] = ['a1.xlarge', 'a1.2xlarge'];

/**
 * Whether a machine of the type may run on a host that is allocated for its family rather than for the type
 * (EC2 User Guide, Dedicated Hosts: of a1 only xlarge and 2xlarge share a host).
 */
export function mayShareHost(name: string): boolean {
  const [family = ''] = name.split('.');
  if (family === 'a1') return A1_MIXABLE.includes(name);
  return hostFamily(family)?.mixedInstanceTypes === true && instanceType(name) !== undefined;
}
