import { row } from '../../contract/constraint.ts';
import { EXIT } from '../../contract/exit.ts';
import type { Tenancy } from '../../contract/world.ts';
import { allOf, anyOf, counted } from '../words.ts';
import { exceedsHostLimit } from './group-limits.ts';
import { EC2_REFUSED, guide, model, when } from './sources.ts';

const RUN = ['ec2:RunInstances'] as const;
const RUN_OR_START = ['ec2:RunInstances', 'ec2:StartInstances'] as const;
const GROUPS = guide('Host resource groups in AWS License Manager');
const LAUNCHING = guide('Launch an instance in a host resource group');
const STATED = { ...EC2_REFUSED, basis: 'stated' } as const;

/** Machines that a group has no room for, and the hosts it would have to allocate. */
type NewHosts = {
  readonly group: string;
  /** Hosts that would have to be allocated for the machines that were asked for. */
  readonly adding: number;
  readonly present: number;
  readonly limit: number;
};

/** What a launch or a start through a host resource group may break. */
export const hrgLaunchRows = {
  'hrg-launch-placement': row({
    ...STATED,
    statement:
      'A launch into a host resource group names the group alone: no host, no affinity, and host tenancy or none.',
    source: LAUNCHING,
    fault: 'InvalidParameterCombination',
    operations: RUN,
    message: (a) => `the launch names the host resource group ${a.group} and also ${allOf(a.besides)}`,
    fix: (a) => [`name the group alone: --hrg ${a.group}`],
    check: ({ group, tenancy, hostId, affinity }: PlacementSubject) => {
      const besides = [
        ...(tenancy === 'host' ? [] : [`tenancy ${tenancy}`]),
        ...(hostId === undefined ? [] : [`host ${hostId}`]),
        ...(affinity === undefined ? [] : [`affinity ${affinity}`]),
      ];
      return when(group !== undefined && besides.length > 0, { group: group ?? '', besides });
    },
  }),
  'hrg-launch-unknown-group': row({
    ...EC2_REFUSED,
    statement: 'The host resource group that a launch or a machine names exists in this Region.',
    source: model('RunInstances', 'Placement.HostResourceGroupArn'),
    basis: 'reading',
    exit: EXIT.notFound,
    operations: RUN_OR_START,
    message: (a) => `there is no host resource group ${a.group} in this account and Region`,
    fix: () => ['lm hrg list shows the groups'],
    check: (s: { readonly group: string; readonly found: boolean }) => when(!s.found, { group: s.group }),
  }),
  'hrg-share-org': row({
    ...STATED,
    statement:
      'Accounts launch into a host resource group that is shared with them, under license configurations that are shared with them too.',
    source: guide('Share a host resource group'),
    exit: EXIT.denied,
    fault: 'UnauthorizedOperation',
    operations: RUN_OR_START,
    message: (a) => `the ${a.what} ${a.name} belongs to account ${a.owner} and is not shared with account ${a.caller}`,
    fix: (a) => [`ask account ${a.owner} to share it`],
    check: (s: {
      readonly what: 'host resource group' | 'license configuration';
      readonly name: string;
      readonly ownerId: string;
      readonly accountId: string;
      readonly accessible: boolean;
    }) => when(!s.accessible, { what: s.what, name: s.name, owner: s.ownerId, caller: s.accountId }),
  }),
  'hrg-no-direct-launch': row({
    ...STATED,
    statement: 'A host that is in a host resource group takes machines through the group only.',
    source: GROUPS,
    operations: [...RUN, 'ec2:ModifyInstancePlacement'],
    message: (a) => `${a.hostId} is in the host resource group ${a.group}, so no machine can be placed on it directly`,
    fix: (a) => [`go through the group: --hrg ${a.group}`],
    check: (s: { readonly hostId: string; readonly group: string | undefined }) =>
      when(s.group !== undefined, { hostId: s.hostId, group: s.group ?? '' }),
  }),
  'hrg-setting-families': row({
    ...STATED,
    statement:
      'A host resource group may be kept for some instance families; one without such a list takes every type that Dedicated Hosts support.',
    source: GROUPS,
    operations: RUN_OR_START,
    message: (a) => `the group ${a.group} takes ${anyOf(a.families)}, not ${a.instanceType}`,
    fix: (a) => [
      `choose a type of ${anyOf(a.families)}`,
      `or let the group take it: lm hrg update ${a.group} --family ${[...a.families, a.family].join(' --family ')}`,
    ],
    check: (s: {
      readonly group: string;
      readonly instanceType: string;
      readonly family: string;
      readonly families: readonly string[] | undefined;
    }) =>
      when(s.families !== undefined && !s.families.includes(s.family), {
        group: s.group,
        instanceType: s.instanceType,
        family: s.family,
        families: s.families ?? [],
      }),
  }),
  'hrg-launch-needs-ami-config': row({
    ...STATED,
    statement:
      'A launch into a host resource group needs an AMI that is associated with a core- or socket-counted license configuration.',
    source: LAUNCHING,
    operations: RUN,
    message: (a) =>
      `the AMI ${a.image} is associated with no license configuration that counts cores or sockets, which the group ${a.group} needs`,
    fix: (a) => [
      a.allowed.length === 0
        ? `associate one: lm ami attach ${a.image} --config NAME`
        : `associate one that the group allows: lm ami attach ${a.image} --config ${a.allowed[0]}`,
    ],
    check: (s: {
      readonly group: string;
      readonly image: string;
      readonly found: boolean;
      /** Names of configurations that the group allows, where it names some. */
      readonly allowed: readonly string[];
    }) => when(!s.found, { group: s.group, image: s.image, allowed: s.allowed }),
  }),
  'hrg-setting-license-configs': row({
    ...STATED,
    statement:
      'A host resource group lists the license configurations that may be used in it, or allows any that counts cores or sockets.',
    source: GROUPS,
    operations: RUN_OR_START,
    message: (a) =>
      `the license configuration ${a.configuration} may not be used in the group ${a.group}, which allows ${a.allowed.length === 0 ? 'others' : anyOf(a.allowed)}`,
    fix: (a) => [
      ...(a.allowed.length === 0 ? [] : [`use an AMI under ${anyOf(a.allowed)}`]),
      `let the group use it: lm hrg update ${a.group} --license ${[...a.allowed, a.configuration].join(' --license ')}`,
    ],
    check: (s: {
      readonly group: string;
      readonly configuration: string;
      readonly allows: boolean;
      readonly allowed: readonly string[];
    }) => when(!s.allows, { group: s.group, configuration: s.configuration, allowed: s.allowed }),
  }),
  'hrg-restart-after-add': row({
    ...STATED,
    statement:
      'A machine that was stopped on a host which has joined a host resource group starts again when its placement names the group and it is associated with license configurations that the group allows.',
    source: guide('Adding Dedicated Hosts to a host resource group'),
    operations: ['ec2:StartInstances'],
    message: (a) => `${a.instanceId} cannot start in the host resource group ${a.group}: ${a.missing}`,
    fix: (a) => [a.remedy],
    check: ({ instanceId, group, placed, matching, allowed }: RestartSubject) => {
      const step = placed
        ? {
            missing: 'it is under no license configuration that the group allows',
            remedy: `lm config attach ${allowed[0] ?? 'NAME'} ${instanceId}`,
          }
        : {
            missing: 'its host has joined the group, and its placement does not name it',
            remedy: `lm convert tenancy ${instanceId} --to hrg --hrg ${group}`,
          };
      return when(!placed || !matching, { instanceId, group, ...step });
    },
  }),
  'hrg-setting-auto-allocate': row({
    ...STATED,
    statement:
      'A host resource group that has no room gets a new Dedicated Host only if it may allocate hosts by itself.',
    source: GROUPS,
    fault: 'InsufficientCapacityOnHost',
    operations: RUN_OR_START,
    message: (a) =>
      `${a.instanceType}: requested ${a.requested}, ${a.fits} fit on the hosts of the group ${a.group}, and it allocates none by itself${joiningWords(a.joining)}`,
    fix: (a) => [
      ...(a.joining > 0 ? [`wait one to two minutes until it has joined: lm hrg show ${a.group}`] : []),
      `${a.joining > 0 ? 'or ' : ''}let it allocate hosts: lm hrg update ${a.group} --auto-allocate`,
      `or add one of your hosts: lm hrg add-host ${a.group} HOST`,
      ...(a.fits > 0 ? [`or launch what fits now: --count ${a.fits}`] : []),
    ],
    check: (s: {
      readonly group: string;
      readonly instanceType: string;
      readonly requested: number;
      readonly fits: number;
      readonly autoAllocate: boolean;
      /** Hosts of the group that take no machine yet. */
      readonly joining: number;
    }) =>
      when(!s.autoAllocate && s.fits < s.requested, {
        group: s.group,
        instanceType: s.instanceType,
        requested: s.requested,
        fits: s.fits,
        joining: s.joining,
      }),
  }),
  'hrg-allocate-host-limit': row({
    ...EC2_REFUSED,
    statement:
      'A host resource group with a host limit allocates no host beyond it. The limit is that of hrg-host-limit; here it is EC2 that refuses a launch, not Resource Groups a change of the group, so error code and exit code are others. It is a setting of the sandbox: the guide speaks of one, and the API has none.',
    source: guide('Modify a host resource group'),
    basis: 'reading',
    fault: 'HostLimitExceeded',
    operations: RUN_OR_START,
    message: (a) =>
      `the group ${a.group} needs ${counted(a.adding, 'more host')}: ${a.present} present, its host limit is ${a.limit}`,
    fix: (a) => [`lm hrg update ${a.group} --host-limit ${a.present + a.adding}`, 'or launch fewer machines'],
    check: (s: NewHosts) => when(exceedsHostLimit(s), { ...s }),
  }),
};

type PlacementSubject = {
  readonly group: string | undefined;
  readonly tenancy: Tenancy;
  readonly hostId: string | undefined;
  readonly affinity: string | undefined;
};

type RestartSubject = {
  readonly instanceId: string;
  readonly group: string;
  /** Whether the placement of the machine names the group. */
  readonly placed: boolean;
  /** Whether it is under a configuration that the group allows. */
  readonly matching: boolean;
  readonly allowed: readonly string[];
};

const joiningWords = (joining: number): string =>
  joining === 0 ? '' : `; ${counted(joining, 'host')} ${joining === 1 ? 'is' : 'are'} joining it`;
