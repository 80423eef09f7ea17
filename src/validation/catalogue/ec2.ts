import { row } from '../../contract/constraint.ts';
import { EXIT } from '../../contract/exit.ts';
import type { Tenancy } from '../../contract/world.ts';
import { nearest } from '../nearest.ts';
import { allOf, anyOf, didYouMean } from '../words.ts';
import { EC2_ERRORS, EC2_REFUSED, ec2Guide, model, when } from './sources.ts';

const EC2 = { ...EC2_REFUSED, source: EC2_ERRORS, basis: 'external' } as const;
const NOT_FOUND = { ...EC2, exit: EXIT.notFound } as const;
const CHANGES = ['ec2:ModifyInstanceAttribute', 'ec2:ModifyInstanceCpuOptions', 'ec2:ModifyImageAttribute'] as const;
const TEMPLATE_ARNS = [
  'ec2:RunInstances',
  'ec2:CreateLaunchTemplate',
  'ec2:CreateLaunchTemplateVersion',
  'ec2:ImportImage',
] as const;

/** CPU options that were asked for, beside what the instance type offers. */
export type CpuSubject = {
  readonly instanceType: string;
  readonly coreCount?: number;
  readonly threadsPerCore?: number;
  /** Numbers of cores that can be chosen; empty: the type has no CPU options. */
  readonly validCores: readonly number[];
  readonly defaultCores: number;
  readonly defaultThreads: number;
};

/** What EC2 itself demands of instances and types, licences aside. */
export const ec2Rows = {
  'ec2-instance-not-found': row({
    ...NOT_FOUND,
    statement: 'An instance that is named exists in the account and Region.',
    fault: 'InvalidInstanceID.NotFound',
    operations: [
      'ec2:DescribeInstances',
      'ec2:StartInstances',
      'ec2:StopInstances',
      'ec2:RebootInstances',
      'ec2:TerminateInstances',
      'ec2:ModifyInstanceAttribute',
      'ec2:ModifyInstanceCpuOptions',
      'ec2:ModifyInstancePlacement',
      'ec2:CreateImage',
    ],
    message: (a) => `there is no instance ${a.instanceId} in this account and Region`,
    fix: (a) => [...didYouMean(a.nearest), 'lm instance list shows the instances'],
    check: (s: { readonly instanceId: string; readonly found: boolean; readonly nearest?: readonly string[] }) =>
      when(!s.found, { instanceId: s.instanceId, nearest: s.nearest ?? [] }),
  }),
  'ec2-instance-state': row({
    ...EC2,
    statement:
      'An instance is started when stopped, stopped when running, and changed (type, CPU options) only while stopped; a terminated one is gone.',
    exit: EXIT.conflict,
    fault: 'IncorrectInstanceState',
    operations: [
      'ec2:StartInstances',
      'ec2:StopInstances',
      'ec2:RebootInstances',
      'ec2:ModifyInstanceAttribute',
      'ec2:ModifyInstanceCpuOptions',
      'ec2:CreateImage',
    ],
    message: (a) => `${a.instanceId} is ${a.state}, must be ${anyOf(a.allowed)}`,
    fix: (a) => {
      if (a.state === 'terminated' || a.state === 'shutting-down') return ['launch a new one: lm instance run'];
      return [a.allowed.includes('stopped') ? `lm instance stop ${a.instanceId}` : `lm instance start ${a.instanceId}`];
    },
    check: (s: { readonly instanceId: string; readonly state: string; readonly allowed: readonly string[] }) =>
      when(!s.allowed.includes(s.state), { instanceId: s.instanceId, state: s.state, allowed: s.allowed }),
  }),
  'ec2-instance-type-unknown': row({
    ...EC2,
    statement: 'An instance type that is named exists.',
    fault: 'InvalidInstanceType',
    exit: EXIT.notFound,
    operations: [
      'ec2:RunInstances',
      'ec2:ModifyInstanceAttribute',
      'ec2:AllocateHosts',
      'ec2:ModifyHosts',
      'ec2:DescribeInstanceTypes',
    ],
    message: (a) => `there is no instance ${a.instanceType.includes('.') ? 'type' : 'family'} ${a.instanceType}`,
    fix: (a) => (a.nearest.length > 0 ? didYouMean(a.nearest) : ['a type is a family and a size, such as m5.8xlarge']),
    check: (s: { readonly instanceType: string; readonly known: boolean; readonly nearest?: readonly string[] }) =>
      when(!s.known, { instanceType: s.instanceType, nearest: s.nearest ?? [] }),
  }),
  'ec2-cpu-options-valid': row({
    ...EC2,
    statement: 'CPU options are among the numbers of cores and threads that the instance type offers.',
    source: ec2Guide('CPU options for Amazon EC2 instances'),
    fault: 'InvalidParameterValue',
    operations: ['ec2:RunInstances', 'ec2:ModifyInstanceAttribute', 'ec2:ModifyInstanceCpuOptions'],
    message: (a) => `${a.instanceType} does not offer ${a.found} ${a.unit}`,
    fix: (a) => [`use ${anyOf(a.allowed)}`],
    check: (s: CpuSubject) => [...wrongCores(s), ...wrongThreads(s)],
  }),
  'ec2-min-max-count': row({
    ...EC2,
    statement: 'A launch asks for at least one machine, and its minimum is not above its maximum.',
    source: model('RunInstances', 'MinCount'),
    fault: 'InvalidParameterCombination',
    operations: ['ec2:RunInstances'],
    message: (a) => `from ${a.min} to ${a.max} machines were asked for`,
    fix: () => ['use a number such as --count 5, or a range such as --count 1:5'],
    check: ({ MinCount: min = 1, MaxCount: max = 1 }: { readonly MinCount?: number; readonly MaxCount?: number }) =>
      when(min < 1 || min > max, { min, max }),
  }),
  'ec2-affinity-needs-host': row({
    ...EC2,
    statement: 'Affinity ties a machine to a host, so it goes with host tenancy only.',
    fault: 'InvalidParameterCombination',
    operations: ['ec2:RunInstances', 'ec2:ModifyInstancePlacement'],
    message: () => "The parameter affinity cannot be used without specifying a tenancy of 'host'",
    fix: () => ['--tenancy host', 'or leave the affinity out'],
    check: (s: { readonly tenancy: Tenancy; readonly affinity?: string }) =>
      when(s.affinity !== undefined && s.tenancy !== 'host', {}),
  }),
  'license-configuration-arn-malformed': row({
    ...EC2,
    statement: 'EC2 names license configurations by their whole ARN.',
    fault: 'InvalidLicenseConfigurationId.Malformed',
    operations: TEMPLATE_ARNS,
    message: (a) =>
      `The ARN '${a.found}' is not valid. The expected format is arn:aws:license-manager:${a.region}:<account-id>:license-configuration:<license-configuration-id>`,
    fix: () => ['lm config list -o json shows the ARNs'],
    check: ({
      LicenseConfigurationArn: found = '',
      region,
    }: {
      readonly LicenseConfigurationArn?: string;
      readonly region?: string;
    }) => when(!CONFIGURATION_ARN.test(found), { found, region: region ?? '<region>' }),
  }),
  'ec2-filter-unknown': row({
    ...EC2,
    statement: 'A listing knows a fixed set of filters, beside `tag:KEY`.',
    operations: [
      'ec2:DescribeInstances',
      'ec2:DescribeImages',
      'ec2:DescribeHosts',
      'ec2:DescribeInstanceTypes',
      'ec2:DescribeLaunchTemplates',
      'ec2:DescribeLaunchTemplateVersions',
    ],
    message: (a) => `"${a.filter}" is not a filter of this listing`,
    fix: (a) => [...didYouMean(nearest(a.filter, a.allowed)), `use ${anyOf(a.allowed)}, or tag:KEY`],
    check: (s: { readonly filter: string; readonly known: boolean; readonly allowed: readonly string[] }) =>
      when(!s.known, { filter: s.filter, allowed: s.allowed }),
  }),
  'ec2-zone-unknown': row({
    ...EC2,
    statement: "An Availability Zone is written as its Region's name and one letter.",
    operations: ['ec2:AllocateHosts', 'ec2:RunInstances'],
    message: (a) => `"${a.zone}" is not an Availability Zone of ${a.region}`,
    fix: (a) => [`use a zone of the Region, such as ${a.region}a`],
    check: (s: { readonly zone: string; readonly region: string }) =>
      when(!(s.zone.startsWith(s.region) && /^[a-f]$/.test(s.zone.slice(s.region.length))), {
        zone: s.zone,
        region: s.region,
      }),
  }),
  'ec2-attribute-not-modelled': row({
    ...EC2,
    statement: 'A sandbox keeps what licences depend on; a change of anything else is refused rather than ignored.',
    source: model('ModifyInstanceAttribute', 'Attribute'),
    basis: 'reading',
    fault: 'UnsupportedOperation',
    operations: [...CHANGES, 'ec2:ModifyInstancePlacement'],
    message: (a) => `a sandbox does not model ${allOf(a.found)}`,
    fix: (a) => [`leave out ${allOf(a.found)}; what can be changed here: ${allOf(a.modelled)}`],
    check: (s: { readonly found: readonly string[]; readonly modelled: readonly string[] }) =>
      when(s.found.length > 0, { found: s.found, modelled: s.modelled }),
  }),
  'ec2-nothing-to-change': row({
    ...EC2,
    statement: 'A request for a change says what to change.',
    fault: 'MissingParameter',
    operations: [...CHANGES, 'ec2:ModifyHosts'],
    message: () => 'the request names nothing to change',
    fix: (a) => [`give ${anyOf(a.modelled)}`],
    check: (s: { readonly given: boolean; readonly modelled: readonly string[] }) =>
      when(!s.given, { modelled: s.modelled }),
  }),
};

const CONFIGURATION_ARN = /^arn:aws[\w-]*:license-manager:[a-z0-9-]+:\d{12}:license-configuration:lic-[0-9a-f]+$/;

type CpuArgs = {
  readonly instanceType: string;
  readonly found: number;
  readonly unit: string;
  readonly allowed: readonly string[];
};

function wrongCores({ instanceType, coreCount, validCores, defaultCores }: CpuSubject): readonly CpuArgs[] {
  const offered = validCores.length > 0 ? validCores : [defaultCores];
  const wrong = coreCount !== undefined && !offered.includes(coreCount);
  return when(wrong, { instanceType, found: coreCount ?? 0, unit: 'cores', allowed: offered.map(String) });
}

function wrongThreads({ instanceType, threadsPerCore, defaultThreads }: CpuSubject): readonly CpuArgs[] {
  const wrong = threadsPerCore !== undefined && threadsPerCore !== 1 && threadsPerCore !== defaultThreads;
  const allowed = [...new Set(['1', String(defaultThreads)])];
  return when(wrong, { instanceType, found: threadsPerCore ?? 0, unit: 'threads a core', allowed });
}
