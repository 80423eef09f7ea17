import { row } from '../../contract/constraint.ts';
import { EXIT } from '../../contract/exit.ts';
import type { Tenancy } from '../../contract/world.ts';
import { allOf, counted } from '../words.ts';
import { EC2_REFUSED, guide, model, note, TERMS, when } from './sources.ts';

const MOVE = { ...EC2_REFUSED, operations: ['ec2:ModifyInstancePlacement'] } as const;
const CONVERSION = guide('Tenancy conversion');
const BY_CLI = guide('Change the tenancy of an instance using the AWS CLI');

/** A T3 machine beside the tenancy that it has and the one asked for. */
export type BurstableSubject = { readonly instanceId: string; readonly instanceType: string; readonly from: Tenancy };

const LEAVES_HOST = {
  ...MOVE,
  source: BY_CLI,
  basis: 'stated',
  fault: 'InvalidRequest',
  message: (a: { readonly instanceId: string; readonly instanceType: string }) =>
    `${a.instanceId} is a ${a.instanceType} on Dedicated Hosts, and T3 machines stay there`,
  fix: (a: { readonly instanceId: string }) => [
    'launch a new T3 machine on the tenancy that is wanted',
    `or give it another type first: lm instance modify ${a.instanceId} --type m5.large`,
  ],
  check: (s: BurstableSubject) =>
    when(isT3(s.instanceType) && s.from === 'host', { instanceId: s.instanceId, instanceType: s.instanceType }),
} as const;

/** What a change of a machine's tenancy or host demands, licences and billing codes aside. */
export const moveRows = {
  'tenancy-at-least-one': row({
    ...MOVE,
    statement: 'A change of placement names a tenancy, an affinity, a host or a group.',
    source: model('ModifyInstancePlacement', 'ModifyInstancePlacementRequest'),
    basis: 'model',
    fault: 'MissingParameter',
    message: (a) => `the request says nothing of where ${a.instanceId} is to run`,
    fix: (a) => [`lm convert tenancy ${a.instanceId} --to host`],
    check: (s: { readonly instanceId: string; readonly given: boolean }) =>
      when(!s.given, { instanceId: s.instanceId }),
  }),
  'tenancy-stopped': row({
    ...MOVE,
    statement: 'A machine is stopped while its tenancy or its host is changed.',
    source: BY_CLI,
    basis: 'stated',
    exit: EXIT.conflict,
    fault: 'InvalidInstanceState',
    message: (a) => `${a.instanceId} is ${a.state}, must be stopped`,
    fix: (a) =>
      a.state === 'terminated' || a.state === 'shutting-down'
        ? ['launch a new one: lm instance run']
        : [`lm instance stop ${a.instanceId}`],
    check: (s: { readonly instanceId: string; readonly state: string }) =>
      when(s.state !== 'stopped', { instanceId: s.instanceId, state: s.state }),
  }),
  'tenancy-host-needs-capacity': row({
    ...MOVE,
    statement: 'A machine changes to Dedicated Hosts only where one of the account has room to start it.',
    source: CONVERSION,
    basis: 'stated',
    fault: 'InsufficientCapacityOnHost',
    message: (a) =>
      a.hosts.length === 0
        ? `${a.instanceId} (${a.instanceType}): no Dedicated Host in ${a.zone} takes this type`
        : `${a.instanceId} (${a.instanceType}) does not fit: ${allOf(a.hosts)}`,
    fix: (a) => [
      `lm host allocate --family ${a.instanceType.replace(/\..*$/, '')} --zone ${a.zone}`,
      ...(a.hosts.length > 0 ? ['or stop or move machines on these hosts'] : []),
    ],
    check: (s: {
      readonly instanceId: string;
      readonly instanceType: string;
      readonly zone: string;
      readonly fits: boolean;
      readonly hosts: readonly { readonly hostId: string; readonly freeCores: number }[];
    }) =>
      when(!s.fits, {
        instanceId: s.instanceId,
        instanceType: s.instanceType,
        zone: s.zone,
        hosts: s.hosts.map(({ hostId, freeCores }) => `${hostId} has ${counted(freeCores, 'core')} free`),
      }),
  }),
  'tenancy-hrg-needs-group': row({
    ...MOVE,
    statement: 'A machine changes to a host resource group that the account has, or that is shared with it.',
    source: CONVERSION,
    basis: 'stated',
    exit: EXIT.notFound,
    message: (a) => `there is no host resource group ${a.group} that this account can use`,
    fix: () => ['lm hrg list shows the groups', 'or make one: lm hrg create NAME'],
    check: (s: { readonly group: string; readonly accessible: boolean }) => when(!s.accessible, { group: s.group }),
  }),
  'tenancy-hrg-requires-host': row({
    ...MOVE,
    statement: 'A host resource group goes with host tenancy only.',
    source: model('ModifyInstancePlacement', 'HostResourceGroupArn'),
    basis: 'model',
    fault: 'InvalidParameterCombination',
    message: (a) => `${a.instanceId} would have tenancy ${a.tenancy}, and a host resource group takes tenancy host`,
    fix: () => ['--tenancy host', 'or leave the group out'],
    check: (s: { readonly instanceId: string; readonly tenancy: Tenancy; readonly group?: string }) =>
      when(s.group !== undefined && s.tenancy !== 'host', { instanceId: s.instanceId, tenancy: s.tenancy }),
  }),
  'tenancy-hrg-no-host': row({
    ...MOVE,
    statement: 'A host resource group chooses the host, so it is named without a host and without an affinity.',
    source: guide('Launch an instance in a host resource group'),
    basis: 'reading',
    fault: 'InvalidParameterCombination',
    message: (a) => `a host resource group and ${a.besides} were given together`,
    fix: () => ['leave the host and the affinity out', 'or leave the group out'],
    check: (s: { readonly group?: string; readonly hostId?: string; readonly affinity?: string }) => {
      const besides = s.hostId !== undefined ? `the host ${s.hostId}` : 'an affinity';
      return when(s.group !== undefined && (s.hostId !== undefined || s.affinity !== undefined), { besides });
    },
  }),
  'tenancy-host-id-needs-host': row({
    ...MOVE,
    statement: 'A host is named for a machine with host tenancy only.',
    source: model('ModifyInstancePlacement', 'HostId'),
    basis: 'reading',
    fault: 'InvalidParameterCombination',
    message: (a) => `${a.hostId} was named, and ${a.instanceId} would have tenancy ${a.tenancy}`,
    fix: () => ['--tenancy host', 'or leave the host out'],
    check: (s: { readonly instanceId: string; readonly tenancy: Tenancy; readonly hostId?: string }) =>
      when(s.hostId !== undefined && s.tenancy !== 'host', {
        instanceId: s.instanceId,
        tenancy: s.tenancy,
        hostId: s.hostId ?? '',
      }),
  }),
  'tenancy-cmd-default': row({
    ...LEAVES_HOST,
    statement: 'Tenancy default takes a machine to shared tenancy from any other; a T3 machine stays on its hosts.',
  }),
  'tenancy-cmd-dedicated': row({
    ...LEAVES_HOST,
    statement: 'Tenancy dedicated makes a Dedicated Instance of any machine; a T3 machine stays on its hosts.',
  }),
  'tenancy-t3-launch-only': row({
    ...MOVE,
    statement: 'A T3 machine runs on a Dedicated Host only if it was launched on one.',
    source: model('ModifyInstancePlacement', 'Tenancy'),
    basis: 'model',
    fault: 'InvalidRequest',
    message: (a) => `${a.instanceId} is a ${a.instanceType}, and T3 machines come to Dedicated Hosts only by launch`,
    fix: (a) => [
      'launch a new T3 machine with --tenancy host',
      `or give it another type first: lm instance modify ${a.instanceId} --type m5.large`,
    ],
    check: (s: BurstableSubject) =>
      when(isT3(s.instanceType) && s.from !== 'host', { instanceId: s.instanceId, instanceType: s.instanceType }),
  }),
  'tenancy-license-rules-on-start': row({
    ...MOVE,
    severity: 'warn',
    statement:
      'A machine that changed its tenancy is judged by its license configurations when it next starts, so the change itself only warns.',
    source: TERMS,
    basis: 'reading',
    fault: 'LicenseUsageException',
    message: (a) => `${a.instanceId} would be refused at its next start: ${allOf(a.reasons)}`,
    why: () => 'A stopped machine takes no licences, so licences do not refuse its move; they refuse its start.',
    fix: (a) => [
      `lm instance start ${a.instanceId} --dry-run shows every reason`,
      'or move it to a tenancy that its configurations allow',
    ],
    check: (s: {
      readonly instanceId: string;
      /** Constraint ids that its start would break, each with the configuration that it is about. */
      readonly reasons: readonly string[];
    }) => when(s.reasons.length > 0, { instanceId: s.instanceId, reasons: s.reasons }),
  }),
  'tenancy-targets': note({
    statement:
      'A machine can be moved among shared tenancy, Dedicated Instance, Dedicated Host and host resource group.',
    source: CONVERSION,
    basis: 'stated',
  }),
  'tenancy-cmd-host-auto': note({
    statement: 'Tenancy host with affinity default lets auto-placement choose the host when the machine starts.',
    source: BY_CLI,
    basis: 'stated',
  }),
  'tenancy-cmd-hrg': note({
    statement: 'Tenancy host with the ARN of a host resource group makes the machine start in that group.',
    source: BY_CLI,
    basis: 'stated',
  }),
  'tenancy-shared-clears-host': note({
    statement:
      'Shared tenancy and Dedicated Instance forget host, affinity and group; a named host forgets the group, a group the host.',
    source: model('DescribeInstances', 'Placement'),
    basis: 'reading',
  }),
  'tenancy-instances-keep-usage-op': note({
    statement: 'Another tenancy does not change the billing code.',
    source: CONVERSION,
    basis: 'reading',
  }),
};

const isT3 = (instanceType: string): boolean => instanceType.startsWith('t3.');
