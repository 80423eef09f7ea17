import { row } from '../../contract/constraint.ts';
import { EXIT } from '../../contract/exit.ts';
import type { Tenancy } from '../../contract/world.ts';
import { counted, fewOf } from '../words.ts';
import { EC2_ERRORS, EC2_REFUSED, ec2Guide, model, when } from './sources.ts';

const ALLOCATE = ['ec2:AllocateHosts'] as const;
const RUN_OR_START = ['ec2:RunInstances', 'ec2:StartInstances'] as const;
const PLACED = [...RUN_OR_START, 'ec2:ModifyInstancePlacement'] as const;
const HOSTS = { ...EC2_REFUSED, source: ec2Guide('Dedicated Hosts'), basis: 'external' } as const;
const BY_HOST = { ...HOSTS, fault: 'InvalidParameterCombination', operations: ['ec2:RunInstances'] } as const;

/** How long a Mac host stays allocated at least: Apple's licence is sold by the day. */
const MAC_HOURS = 24;

/** A launch onto one named host that has not room enough. */
export type HostRoomSubject = {
  readonly hostId: string;
  readonly instanceType: string;
  readonly requested: number;
  readonly fits: number;
  readonly freeCores: number;
};

/** What Dedicated Hosts demand: of their allocation, of the machines placed on them, of their release. */
export const hostRows = {
  'host-allocate-one-kind': row({
    ...EC2_REFUSED,
    statement: 'A host is allocated for one family or for one instance type, not both.',
    source: model('AllocateHosts', 'InstanceFamily'),
    basis: 'model',
    fault: 'InvalidParameterCombination',
    operations: [...ALLOCATE, 'ec2:ModifyHosts'],
    message: (a) =>
      a.family === null
        ? 'neither a family nor an instance type was given'
        : `both ${a.family} and ${a.type} were given`,
    fix: () => ['give one: --family m5, or --type m5.large for a host of that size only'],
    check: ({
      InstanceFamily: family,
      InstanceType: type,
    }: {
      readonly InstanceFamily?: string;
      readonly InstanceType?: string;
    }) => when((family === undefined) === (type === undefined), { family: family ?? null, type: type ?? null }),
  }),
  'host-multi-type-nitro': row({
    ...HOSTS,
    statement:
      'Only some families take several instance types on one host; hosts of the others are allocated for one type.',
    fault: 'InvalidHostConfiguration',
    operations: [...ALLOCATE, 'ec2:ModifyHosts'],
    message: (a) => `a host of the family ${a.family} takes one instance type only`,
    fix: (a) => [`name the type instead of the family: --type ${a.family}.large`],
    check: (s: { readonly InstanceFamily?: string; readonly mixed: boolean }) =>
      when(s.InstanceFamily !== undefined && !s.mixed, { family: s.InstanceFamily ?? '' }),
  }),
  'host-type-unsupported': row({
    ...EC2_REFUSED,
    statement: 'Only some instance types can run on Dedicated Hosts.',
    source: model('DescribeInstanceTypes', 'DedicatedHostsSupported'),
    basis: 'model',
    fault: 'UnsupportedHostConfiguration',
    operations: [...ALLOCATE, 'ec2:RunInstances', 'ec2:ModifyHosts', 'ec2:ModifyInstancePlacement'],
    message: (a) => `${a.instanceType} cannot run on Dedicated Hosts`,
    fix: () => ['choose another family, such as m5'],
    check: (s: { readonly instanceType: string; readonly dedicatedHosts: boolean }) =>
      when(!s.dedicatedHosts, { instanceType: s.instanceType }),
  }),
  'host-on-demand-quota': row({
    ...HOSTS,
    statement: 'An account has a quota of Dedicated Hosts for each family and Region.',
    fault: 'HostLimitExceeded',
    operations: [...ALLOCATE, ...RUN_OR_START],
    message: (a) => `${a.family}: ${counted(a.requested, 'host')} requested, ${a.existing} allocated, limit ${a.limit}`,
    fix: () => ['release a host, or ask AWS for a higher quota'],
    check: (s: {
      readonly family: string;
      readonly existing: number;
      readonly adding: number;
      readonly limit: number;
    }) =>
      when(s.existing + s.adding > s.limit, {
        family: s.family,
        requested: s.adding,
        existing: s.existing,
        limit: s.limit,
      }),
  }),
  'host-not-found': row({
    ...EC2_REFUSED,
    statement: 'A host that is named exists in the account and Region.',
    source: EC2_ERRORS,
    basis: 'external',
    exit: EXIT.notFound,
    fault: 'InvalidHostID.NotFound',
    operations: [...PLACED, 'ec2:DescribeHosts', 'ec2:ModifyHosts', 'ec2:ReleaseHosts'],
    message: (a) => `there is no host ${a.hostId} in this account and Region`,
    fix: (a) => [
      ...(a.nearest.length > 0 ? [`did you mean ${a.nearest.join(', ')}?`] : []),
      'lm host list shows the hosts',
    ],
    check: (s: { readonly hostId: string; readonly found: boolean; readonly nearest?: readonly string[] }) =>
      when(!s.found, { hostId: s.hostId, nearest: s.nearest ?? [] }),
  }),
  'host-launch-states': row({
    ...HOSTS,
    statement: 'Machines are placed only on hosts whose state is available.',
    fault: 'InvalidHostState',
    operations: PLACED,
    message: (a) => `${a.hostId} is ${a.state}, not available`,
    fix: () => [
      'name an available host: lm host list shows them',
      'or let a machine that is bound to it start elsewhere: lm instance move NAME --to host',
    ],
    check: (s: { readonly hostId: string; readonly state: string }) =>
      when(s.state !== 'available', { hostId: s.hostId, state: s.state }),
  }),
  'host-type-supported': row({
    ...EC2_REFUSED,
    statement: 'A host takes the instance types of its family, or the one type it was allocated for.',
    source: EC2_ERRORS,
    basis: 'external',
    fault: 'UnsupportedInstanceTypeOnHost',
    operations: PLACED,
    message: (a) => `${a.hostId} takes ${a.takes}, not ${a.instanceType}`,
    fix: (a) => [`choose ${a.takes}`, `or a host of the family ${familyOf(a.instanceType)}`],
    check: ({ hostId, instanceType, family, hostInstanceType: only }: HostTypeSubject) => {
      const fits = only === undefined ? familyOf(instanceType) === family : only === instanceType;
      return when(!fits, { hostId, instanceType, takes: only ?? `types of the family ${family}` });
    },
  }),
  'host-auto-placement': row({
    ...HOSTS,
    statement: 'A launch that names no host uses hosts with auto-placement on; a launch that names one may use any.',
    fault: 'InsufficientCapacityOnHost',
    operations: PLACED,
    message: (a) => `${a.instanceType}: auto-placement is off on ${fewOf(a.closed)}, and the launch names no host`,
    fix: (a) =>
      a.closed.flatMap((hostId) => [`--host ${hostId}`, `or lm host modify ${hostId} --auto-placement`]).slice(0, 2),
    check: (s: { readonly instanceType: string; readonly targeted: boolean; readonly closed: readonly string[] }) =>
      when(!s.targeted && s.closed.length > 0, { instanceType: s.instanceType, closed: s.closed }),
  }),
  'host-capacity-by-size': row({
    ...HOSTS,
    statement: 'What a host takes is set by instance size, not always by the sum of cores: an m4 host takes 22 large.',
    fault: 'InsufficientCapacityOnHost',
    operations: RUN_OR_START,
    message: (a) =>
      `${a.instanceType}: requested ${a.requested}, ${a.fits} fit on ${a.hostId} (${counted(a.freeCores, 'core')} free)`,
    fix: (a) => [
      `stop or move machines on ${a.hostId}`,
      'or name another host, or none',
      ...(a.fits > 0 ? [`or launch what fits now: --count ${a.fits}`] : []),
    ],
    check: ({ hostId, instanceType, requested, fits, freeCores }: HostRoomSubject) =>
      when(fits < requested, { hostId, instanceType, requested, fits, freeCores }),
  }),
  'host-zone': row({
    ...HOSTS,
    statement: 'A machine runs in the Availability Zone of its host.',
    fault: 'InvalidParameterCombination',
    operations: PLACED,
    message: (a) => `${a.hostId} is in ${a.hostZone}, the machine in ${a.zone}`,
    fix: (a) => [`--zone ${a.hostZone}`, `or a host in ${a.zone}`],
    check: (s: { readonly hostId: string; readonly hostZone: string; readonly zone?: string }) =>
      when(s.zone !== undefined && s.zone !== s.hostZone, {
        hostId: s.hostId,
        hostZone: s.hostZone,
        zone: s.zone ?? '',
      }),
  }),
  'host-no-placement-group': row({
    ...BY_HOST,
    statement: 'A machine with host tenancy is not launched into a placement group.',
    message: (a) => `a machine with host tenancy cannot go into the placement group ${a.groupName}`,
    fix: () => ['leave the placement group out', 'or choose another tenancy'],
    check: (s: { readonly tenancy: Tenancy; readonly groupName?: string }) =>
      when(s.tenancy === 'host' && s.groupName !== undefined, { groupName: s.groupName ?? '' }),
  }),
  'host-no-spot': row({
    ...BY_HOST,
    statement: 'Spot machines do not run on Dedicated Hosts.',
    message: () => 'a Spot request cannot use Dedicated Hosts',
    fix: () => ['launch On-Demand', 'or choose another tenancy'],
    check: (s: { readonly tenancy: Tenancy; readonly spot: boolean }) => when(s.tenancy === 'host' && s.spot, {}),
  }),
  'host-release-needs-empty': row({
    ...HOSTS,
    statement: 'A host on which a machine runs cannot be released.',
    source: model('ReleaseHosts', 'HostIds'),
    basis: 'model',
    exit: EXIT.conflict,
    fault: 'Client.InvalidHost.Occupied',
    operations: ['ec2:ReleaseHosts'],
    message: (a) => `${a.hostId}: ${counted(a.running.length, 'machine')} still running (${fewOf(a.running)})`,
    fix: (a) => [`lm instance stop ${a.running.join(' ')}`],
    check: (s: { readonly hostId: string; readonly running: readonly string[] }) =>
      when(s.running.length > 0, { hostId: s.hostId, running: s.running }),
  }),
  'host-modify-needs-empty': row({
    ...HOSTS,
    statement: 'Which instance types a host takes is changed only while no machine runs on it.',
    source: ec2Guide('Modify the supported instance types for an existing Dedicated Host'),
    exit: EXIT.conflict,
    fault: 'Client.InvalidHost.Occupied',
    operations: ['ec2:ModifyHosts'],
    message: (a) => `${a.hostId}: ${counted(a.running.length, 'machine')} still running (${fewOf(a.running)})`,
    fix: (a) => [`lm instance stop ${a.running.join(' ')}`],
    check: (s: { readonly hostId: string; readonly running: readonly string[] }) =>
      when(s.running.length > 0, { hostId: s.hostId, running: s.running }),
  }),
  'host-modify-family': row({
    ...HOSTS,
    statement: 'A host stays in its family: it can take one type of it, or all of them.',
    source: ec2Guide('Modify the supported instance types for an existing Dedicated Host'),
    fault: 'InvalidHostConfiguration',
    operations: ['ec2:ModifyHosts'],
    message: (a) => `${a.hostId} is a host of the family ${a.family}, not ${a.asked}`,
    fix: (a) => [`choose a type of the family ${a.family}`, `or lm host allocate --family ${a.asked}`],
    check: (s: { readonly hostId: string; readonly family: string; readonly asked: string }) =>
      when(s.asked !== s.family, { hostId: s.hostId, family: s.family, asked: s.asked }),
  }),
  'host-mac-24h': row({
    ...HOSTS,
    statement: 'A Mac host is kept for at least 24 hours before it is released.',
    source: ec2Guide('Amazon EC2 Mac instances'),
    exit: EXIT.conflict,
    fault: 'Client.InvalidHost.Occupied',
    operations: ['ec2:ReleaseHosts'],
    message: (a) => `${a.hostId} is allocated for ${a.hours} of at least ${MAC_HOURS} hours`,
    fix: () => ['release it when the 24 hours have passed'],
    check: (s: { readonly hostId: string; readonly family: string; readonly hoursAllocated: number }) =>
      when(/^mac/.test(s.family) && s.hoursAllocated < MAC_HOURS, {
        hostId: s.hostId,
        hours: Math.floor(s.hoursAllocated),
      }),
  }),
};

/** A host's kind beside the type that is to run on it; `hostInstanceType` for a host of one type only. */
export type HostTypeSubject = {
  readonly hostId: string;
  readonly instanceType: string;
  readonly family: string;
  readonly hostInstanceType?: string;
};

const familyOf = (instanceType: string): string => instanceType.replace(/\..*$/, '');
