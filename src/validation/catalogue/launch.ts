import { row } from '../../contract/constraint.ts';
import type { Decision } from '../../contract/decision.ts';
import { EXIT } from '../../contract/exit.ts';
import { allOf, counted } from '../words.ts';
import { type CountSubject, countArgs } from './count-args.ts';
import { AMIS, EC2_ERRORS, EC2_REFUSED, ec2Guide, guide, LIMITS, model, TERMS, when } from './sources.ts';
import { TEMPLATE_ARN } from './template-arn.ts';

const RUN = ['ec2:RunInstances'] as const;
/** Requests that name license configurations themselves. */
const NAMING = [...RUN, 'ec2:CreateLaunchTemplate', 'ec2:CreateLaunchTemplateVersion', 'ec2:ImportImage'] as const;
const RUN_OR_START = ['ec2:RunInstances', 'ec2:StartInstances'] as const;

/** Where a machine could be placed, and how many physical cores each host has free. */
export type CapacitySubject = {
  readonly instanceType: string;
  readonly requested: number;
  readonly fits: number;
  readonly hosts: readonly { readonly hostId: string; readonly freeCores: number }[];
  /** Where a host would have to be, if that is said or known. */
  readonly zone?: string | undefined;
  /** A host of this family takes one type only. */
  readonly single?: boolean;
};

type CountArgs = ReturnType<typeof countArgs>[number];

/** "win-dc: requested 48, used 96, limit 96, short 48". */
export const shortfall = (a: CountArgs): string =>
  `${a.configuration}: requested ${a.requested}, used ${a.used}, limit ${a.limit}, short ${a.short}${forGroup(a)}`;

const forGroup = ({ group }: { readonly group?: string }): string =>
  group === undefined ? '' : ` (for new hosts in the group ${group})`;

/** What a launch is refused or reported for: licences, configurations, images and room on hosts. */
export const launchRows = {
  'launch-hard-block': row({
    ...EC2_REFUSED,
    statement:
      'Under a hard limit, a launch or start that needs more licences than are left is refused as a whole; filling the limit exactly is allowed.',
    source: TERMS,
    basis: 'stated',
    fault: 'LicenseUsageException',
    operations: RUN_OR_START,
    message: shortfall,
    why: () => 'The limit is hard: a launch that needs more licences than are left is refused.',
    fix: (a) => [
      'stop machines that use these licences',
      `or buy ${counted(a.short, 'licence')}: lm config update ${a.configuration} --count ${a.limit + a.short}`,
      `or only be told: lm config update ${a.configuration} --soft`,
    ],
    check: (s: CountSubject) => countArgs(s),
  }),
  'launch-hard-min-max': row({
    ...EC2_REFUSED,
    statement:
      'A launch of several machines makes as many as the licences allow, from the minimum to the maximum asked for; if not even the minimum fits, none.',
    source: model('RunInstances', 'MinCount'),
    basis: 'reading',
    fault: 'LicenseUsageException',
    operations: RUN,
    message: shortfall,
    why: () => 'The limit is hard, and not even the smallest number of machines that was asked for fits.',
    fix: (a) => [
      'ask for a smaller minimum: --count 1:5 makes one to five',
      `or buy ${counted(a.short, 'licence')}: lm config update ${a.configuration} --count ${a.limit + a.short}`,
      `or only be told: lm config update ${a.configuration} --soft`,
    ],
    check: (s: CountSubject) => countArgs(s),
  }),
  'launch-soft-alert': row({
    ...EC2_REFUSED,
    severity: 'warn',
    statement: 'Under a soft limit, a launch beyond the number of licences goes through and raises an alert.',
    source: TERMS,
    basis: 'stated',
    fault: 'LicenseUsageException',
    operations: RUN_OR_START,
    message: (a) =>
      `${a.configuration}: requested ${a.requested}, used ${a.used}, limit ${a.limit}, over by ${a.over}${forGroup(a)}`,
    why: () => 'The limit is soft: the launch goes through and raises an alert.',
    fix: (a) => [
      'to stay within the licences, first stop machines that use them',
      `to have such launches refused: lm config update ${a.configuration} --hard`,
    ],
    check: (s: CountSubject) => countArgs(s).map(({ short, ...args }) => ({ ...args, over: short })),
  }),
  'launch-unknown-config': row({
    ...EC2_REFUSED,
    statement: 'A launch or launch template that names a license configuration which does not exist here is refused.',
    source: model('RunInstances', 'LicenseSpecifications'),
    basis: 'reading',
    exit: EXIT.notFound,
    operations: NAMING,
    message: (a) => `there is no license configuration ${a.arn} in this account and Region`,
    fix: (a) => [
      ...(a.nearest.length > 0 ? [`did you mean ${a.nearest.join(', ')}?`] : []),
      'lm config list shows those there are',
    ],
    check: (s: {
      readonly LicenseConfigurationArn?: string;
      readonly found: boolean;
      readonly nearest?: readonly string[];
    }) => when(!s.found, { arn: s.LicenseConfigurationArn ?? '', nearest: s.nearest ?? [] }),
  }),
  'launch-config-not-shared': row({
    ...EC2_REFUSED,
    statement: "Another account's license configuration can be used only if it is shared with the launching account.",
    source: guide('Share a license configuration'),
    basis: 'stated',
    exit: EXIT.denied,
    fault: 'UnauthorizedOperation',
    operations: NAMING,
    message: (a) => `${a.configuration} belongs to account ${a.owner} and is not shared with account ${a.caller}`,
    fix: (a) => [
      `ask account ${a.owner} to share it: lm config share ${a.configuration} --with ${a.caller}`,
      'or leave it out of the launch',
    ],
    check: (s: {
      readonly configuration: string;
      readonly ownerId: string;
      readonly accountId: string;
      readonly accessible: boolean;
    }) => when(!s.accessible, { configuration: s.configuration, owner: s.ownerId, caller: s.accountId }),
  }),
  'launch-max-ten': row({
    ...EC2_REFUSED,
    statement: "A launch falls under at most ten license configurations, the AMI's and its own together.",
    source: LIMITS,
    basis: 'stated',
    operations: RUN,
    message: (a) => `the launch falls under ${a.found} license configurations, at most ${a.limit}`,
    fix: (a) => [`leave out ${a.found - a.limit}`],
    check: (s: { readonly configurations: readonly string[]; readonly limit: number }) => {
      const found = new Set(s.configurations).size;
      return when(found > s.limit, { found, limit: s.limit });
    },
  }),
  'launch-template-not-via-lm': row({
    ...EC2_REFUSED,
    statement: 'License configurations of a launch template or a stack are changed in the template itself.',
    source: model('UpdateLicenseSpecificationsForResource', 'ResourceArn'),
    basis: 'model',
    fault: 'InvalidParameterValueException',
    operations: ['license-manager:UpdateLicenseSpecificationsForResource'],
    message: (a) => `${a.arn} is a template: License Manager does not change it`,
    fix: () => ['write the license configuration into a new version: lm template create NAME --config NAME'],
    check: ({ ResourceArn: arn = '' }: { readonly ResourceArn?: string }) => when(TEMPLATE_ARN.test(arn), { arn }),
  }),
  'launch-ami-deregistered': row({
    ...EC2_REFUSED,
    statement: 'A deregistered AMI cannot be launched, whatever it is associated with.',
    source: EC2_ERRORS,
    basis: 'external',
    fault: 'InvalidAMIID.Unavailable',
    operations: RUN,
    message: (a) => `${a.imageId} is deregistered`,
    fix: () => ['lm ami list shows the AMIs that can be launched'],
    check: (s: { readonly imageId: string; readonly state: 'available' | 'deregistered' }) =>
      when(s.state === 'deregistered', { imageId: s.imageId }),
  }),
  'launch-ami-access': row({
    ...EC2_REFUSED,
    statement: 'An account launches AMIs that it owns, that are shared with it, or that are public.',
    source: AMIS,
    basis: 'external',
    exit: EXIT.notFound,
    fault: 'InvalidAMIID.NotFound',
    operations: [
      'ec2:RunInstances',
      'ec2:DescribeImages',
      'ec2:CopyImage',
      'ec2:ModifyImageAttribute',
      'ec2:DeregisterImage',
    ],
    message: (a) => `there is no AMI ${a.imageId} that this account can use`,
    fix: (a) => [
      ...(a.nearest.length > 0 ? [`did you mean ${a.nearest.join(', ')}?`] : []),
      'lm ami list shows the AMIs that can be launched; the owner of another can share it: lm ami share',
    ],
    check: (s: { readonly imageId: string; readonly accessible: boolean; readonly nearest?: readonly string[] }) =>
      when(!s.accessible, { imageId: s.imageId, nearest: s.nearest ?? [] }),
  }),
  'launch-host-needs-capacity': row({
    ...EC2_REFUSED,
    statement:
      'A machine with host tenancy needs a Dedicated Host with room for its type: the one named, or any with auto-placement on.',
    source: ec2Guide('How Dedicated Hosts work'),
    basis: 'external',
    fault: 'InsufficientCapacityOnHost',
    operations: RUN_OR_START,
    message: (a) => {
      const asked = `${a.instanceType}: requested ${a.requested}, ${a.fits} fit on Dedicated Hosts`;
      return a.hosts.length === 0 ? `${asked}; no host takes this type` : `${asked} (${a.hosts.join(', ')})`;
    },
    why: () => 'Your own machines fill a Dedicated Host; AWS does not open another one by itself.',
    fix: (a) => [
      `lm host allocate ${a.single ? `--type ${a.instanceType}` : `--family ${a.instanceType.replace(/\..*$/, '')}`} --zone ${a.zone}`,
      ...(a.hosts.length > 0 ? ['or stop or move machines on these hosts'] : []),
      ...(a.fits > 0 ? [`or launch what fits now: --count ${a.fits}`] : []),
    ],
    check: ({ instanceType, requested, fits, hosts, zone = 'ZONE', single = false }: CapacitySubject) =>
      when(fits < requested, {
        instanceType,
        requested,
        fits,
        zone,
        single,
        hosts: hosts.map(({ hostId, freeCores }) => `${hostId} has ${counted(freeCores, 'core')} free`),
      }),
  }),
  'launch-untold': row({
    ...EC2_REFUSED,
    statement:
      'In a copy of an account, a launch that rests on hosts or license configurations which only another account sees is not carried out: whether AWS would is not known.',
    source: guide('Share a host resource group'),
    basis: 'reading',
    fault: 'UnsupportedOperation',
    operations: RUN_OR_START,
    message: (a) => `whether it may run is not known here: ${allOf(a.untold)}`,
    fix: () => [
      'lm check launch says the same without trying',
      'a copy of that account knows them: lm local import with its profile',
    ],
    check: ({ verdict, notChecked }: Pick<Decision<unknown>, 'verdict' | 'notChecked'>) => {
      const untold = notChecked.filter(({ toldTo }) => toldTo !== undefined);
      return when(verdict === 'unknown' && untold.length > 0, {
        untold: untold.map(({ what, why }) => `${what} ${why}`),
      });
    },
  }),
};
