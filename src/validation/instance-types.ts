import type { InstanceTypeFact } from '../contract/world.ts';
import { nearest } from './nearest.ts';
import { instanceTypeTable } from './tables/instance-types.ts';

/** What EC2's DescribeInstanceTypes says of a type, as far as licences, hosts and its own answer need it. */
export interface InstanceTypeDetails extends InstanceTypeFact {
  readonly memoryMiB: number;
  /** Absent for bare metal. */
  readonly hypervisor?: 'nitro' | 'xen';
  readonly architectures: readonly string[];
  readonly currentGeneration: boolean;
}

/**
 * The facts of one instance type; undefined for a type that the table lacks.
 * `validCores` is empty where AWS publishes no list (bare metal and some older sizes): its cores cannot be chosen.
 */
export function instanceType(name: string): InstanceTypeDetails | undefined {
  const known = PARSED.get(name);
  if (known !== undefined) return known;
  const dot = name.indexOf('.');
  const family = name.slice(0, Math.max(0, dot));
  const size = name.slice(dot + 1);
  const row = rowsOf(family).find((text) => text.startsWith(`${size} `));
  if (row === undefined || size.includes(' ')) return undefined;
  const details = parseType(family, row);
  PARSED.set(name, details);
  return details;
}

/** Types that were asked for; there are some fourteen hundred at most. */
const PARSED = new Map<string, InstanceTypeDetails>();

/** The types of a family in rising vCPUs; empty for a family that the table lacks. */
export function instanceTypesOf(family: string): readonly InstanceTypeDetails[] {
  return rowsOf(family).map((row) => parseType(family, row));
}

/** Every family, in alphabetical order. */
export function families(): readonly string[] {
  return [...instanceTypeTable.keys()];
}

/** Every instance type, by family and rising vCPUs. */
export function allInstanceTypes(): readonly InstanceTypeDetails[] {
  return families().flatMap(instanceTypesOf);
}

/** Up to three instance types that a mistyped name most likely means, best first; sizes of its own family before all. */
export function nearestInstanceTypes(name: string): readonly string[] {
  const [family = ''] = name.trim().toLowerCase().split('.');
  const own = namesOf(family);
  const sized = nearestSizes(name, own);
  if (sized.length > 0) return sized;
  const close = nearest(name, own);
  if (close.length > 0) return close;
  const others = nearest(name, families().flatMap(namesOf));
  return others.length > 0 ? others : own.slice(0, 3);
}

const SIZE = /\.(\d+)xlarge$/;

/** A size that the family does not have (`m5.9xlarge`): the sizes next to it. */
function nearestSizes(name: string, own: readonly string[]): readonly string[] {
  const asked = Number(SIZE.exec(name)?.[1]);
  const away = (other: string): number => Math.abs(Number(SIZE.exec(other)?.[1]) - asked);
  const numbered = own.filter((other) => Number.isFinite(away(other)));
  return numbered.sort((a, b) => away(a) - away(b)).slice(0, 3);
}

function rowsOf(family: string): readonly string[] {
  return instanceTypeTable.get(family)?.split(';') ?? [];
}

function namesOf(family: string): readonly string[] {
  return rowsOf(family).map((row) => `${family}.${row.slice(0, row.indexOf(' '))}`);
}

/** Reads `SIZE CORESxTHREADS MEMORY_MIB VALID_CORES FLAGS`. */
function parseType(family: string, row: string): InstanceTypeDetails {
  const [size = '', cpu = '', memory = '', valid = '', flags = ''] = row.split(' ');
  const [cores = 0, threadsPerCore = 0] = cpu.split('x').map(Number);
  return {
    instanceType: `${family}.${size}`,
    family,
    vcpus: cores * threadsPerCore,
    cores,
    threadsPerCore,
    validCores: valid === '-' ? [] : valid.split(',').flatMap(parseRun),
    bareMetal: flags.includes('b'),
    dedicatedHosts: flags.includes('d'),
    memoryMiB: Number(memory),
    ...hypervisorOf(flags),
    architectures: ARCHITECTURES.get(flags.slice(-1)) ?? [],
    currentGeneration: flags.includes('g'),
  };
}

/** Reads `5`, `1-4` or `2-8/2`. */
function parseRun(text: string): readonly number[] {
  const [range = '', step = '1'] = text.split('/');
  const [first = 0, last = first] = range.split('-').map(Number);
  return Array.from({ length: (last - first) / Number(step) + 1 }, (_, index) => first + index * Number(step));
}

function hypervisorOf(flags: string): Pick<InstanceTypeDetails, 'hypervisor'> {
  if (flags.startsWith('n')) return { hypervisor: 'nitro' };
  return flags.startsWith('x') ? { hypervisor: 'xen' } : {};
}

const ARCHITECTURES: ReadonlyMap<string, readonly string[]> = new Map([
  ['X', ['x86_64']],
  ['A', ['arm64']],
  ['I', ['i386', 'x86_64']],
  ['M', ['arm64_mac']],
  ['W', ['x86_64_mac']],
]);
