import { row } from '../../contract/constraint.ts';
import { EXIT } from '../../contract/exit.ts';
import { parseResourceArn } from '../arns.ts';
import { allOf, anyOf, counted, didYouMean, fewOf } from '../words.ts';
import { EC2_REFUSED, GROUP_REFUSED, groupsGuide, guide, model, when } from './sources.ts';

const ADD = ['resource-groups:GroupResources'] as const;
const ADD_OR_REMOVE = [...ADD, 'resource-groups:UngroupResources'] as const;
const CHANGES = [
  ...ADD_OR_REMOVE,
  'resource-groups:PutGroupConfiguration',
  'resource-groups:UpdateGroup',
  'resource-groups:DeleteGroup',
  'resource-groups:Tag',
  'resource-groups:Untag',
] as const;
const READS = [
  'resource-groups:GetGroup',
  'resource-groups:GetGroupConfiguration',
  'resource-groups:ListGroupResources',
  'resource-groups:GetTags',
] as const;
const ADDING = {
  ...GROUP_REFUSED,
  source: guide('Adding Dedicated Hosts to a host resource group'),
  basis: 'stated',
  operations: ADD,
} as const;

/** How many hosts one call may name. */
const MOST = 10;

/** Who is asked about, who may change it, and which hosts may be in it. */
export const groupHostRows = {
  'hrg-group-named': row({
    ...GROUP_REFUSED,
    statement: 'A request about a group names it once, by its name or its ARN.',
    source: model('GetGroup', 'Group'),
    basis: 'model',
    operations: [...CHANGES, ...READS],
    message: (a) => (a.given === 0 ? 'no group is named' : 'Group and GroupName name different groups'),
    fix: () => ['give Group, the name or the ARN of the group'],
    check: ({ Group, GroupName }: { readonly Group?: string; readonly GroupName?: string }) => {
      const given = new Set([Group, GroupName].filter((one) => one !== undefined)).size;
      return when(given !== 1, { given });
    },
  }),
  'hrg-not-found': row({
    ...GROUP_REFUSED,
    statement: 'A group that is named exists in the Region, and is the own one or shared with the account.',
    source: model('GetGroup', 'NotFoundException'),
    basis: 'model',
    exit: EXIT.notFound,
    fault: 'NotFoundException',
    operations: [...CHANGES, ...READS],
    message: (a) => `there is no group ${a.group} in this account and Region`,
    fix: (a) => [...didYouMean(a.nearest), 'lm hrg list shows the groups'],
    check: (s: { readonly group: string; readonly found: boolean; readonly nearest?: readonly string[] }) =>
      when(!s.found, { group: s.group, nearest: s.nearest ?? [] }),
  }),
  'hrg-owner-only': row({
    ...GROUP_REFUSED,
    statement: 'Only the account that owns a group changes it; others launch into it, if it is shared with them.',
    source: guide('Share a host resource group'),
    basis: 'reading',
    exit: EXIT.denied,
    fault: 'ForbiddenException',
    operations: CHANGES,
    message: (a) => `the group ${a.group} belongs to account ${a.ownerId}, not ${a.accountId}`,
    fix: (a) => [`change it as account ${a.ownerId}`],
    check: (s: { readonly group: string; readonly ownerId: string; readonly accountId: string }) =>
      when(s.ownerId !== s.accountId, { group: s.group, ownerId: s.ownerId, accountId: s.accountId }),
  }),
  'hrg-delete-empty': row({
    ...GROUP_REFUSED,
    statement: 'A group is deleted only when it holds no host.',
    source: guide('Delete a host resource group'),
    basis: 'stated',
    exit: EXIT.conflict,
    operations: ['resource-groups:DeleteGroup'],
    message: (a) => `${a.group} holds ${counted(a.present, 'host')} (${fewOf(a.hosts)})`,
    fix: (a) => [`take them out first: lm hrg remove-host ${a.group} ${a.hosts.join(' ')}`],
    check: (s: { readonly group: string; readonly present: number; readonly hosts: readonly string[] }) =>
      when(s.present > 0, { group: s.group, present: s.present, hosts: s.hosts }),
  }),
  'hrg-only-hosts': row({
    ...GROUP_REFUSED,
    statement: 'Only Dedicated Hosts are members of a host resource group.',
    source: groupsGuide('Service configurations for resource groups'),
    basis: 'external',
    operations: ADD_OR_REMOVE,
    message: (a) => `${a.ResourceArn} is not a Dedicated Host${a.region === '' ? '' : ` of ${a.region}`}`,
    fix: () => ['name Dedicated Hosts: lm host list shows them'],
    check: ({ ResourceArn, region }: { readonly ResourceArn: string; readonly region: string }) => {
      const found = parseResourceArn(ResourceArn);
      if (found.kind !== 'EC2_HOST') return [{ ResourceArn, region: '' }];
      return when(found.region !== region, { ResourceArn, region });
    },
  }),
  'hrg-add-host-several': row({
    ...ADDING,
    statement: `One call adds or removes at most ${MOST} hosts.`,
    operations: ADD_OR_REMOVE,
    message: (a) => `${counted(a.given, 'host')} in one call, at most ${MOST}`,
    fix: () => [`name ${MOST} at a time`],
    check: ({ given }: { readonly given: number }) => when(given > MOST, { given }),
  }),
  'hrg-add-host-owner': row({
    ...ADDING,
    statement: 'A host joins a group only where one account owns both.',
    exit: EXIT.denied,
    fault: 'ForbiddenException',
    message: (a) => `${a.hostId} belongs to account ${a.hostOwner}, the group ${a.group} to ${a.ownerId}`,
    fix: (a) => [`add a host of account ${a.ownerId}`],
    check: (s: {
      readonly hostId: string;
      readonly hostOwner: string;
      readonly group: string;
      readonly ownerId: string;
    }) =>
      when(s.hostOwner !== s.ownerId, { hostId: s.hostId, hostOwner: s.hostOwner, group: s.group, ownerId: s.ownerId }),
  }),
  'hrg-host-in-group': row({
    ...ADDING,
    statement: 'A host is in one group at a time.',
    basis: 'reading',
    exit: EXIT.conflict,
    message: (a) => `${a.hostId} is in the group ${a.other}`,
    fix: (a) => [`take it out first: lm hrg remove-host ${a.other} ${a.hostId}`],
    check: (s: { readonly hostId: string; readonly group: string; readonly other?: string }) =>
      when(s.other !== undefined && s.other !== s.group, { hostId: s.hostId, other: s.other ?? '' }),
  }),
  'hrg-add-host-match': row({
    ...ADDING,
    statement:
      "A host that joins fits the group's families, and is charged only to configurations that the group allows.",
    message: (a) =>
      a.charged === undefined
        ? `${a.hostId} is a host of the family ${a.family}, and ${a.group} allows ${anyOf(a.families)}`
        : `${a.hostId} is charged to ${allOf(a.charged)}, which ${a.group} does not allow`,
    fix: (a) =>
      a.charged === undefined
        ? [
            `add a host of an allowed family: lm host allocate --family ${a.families[0]}`,
            `or allow it: lm hrg update ${a.group} ${[...a.families, a.family].map((one) => `--family ${one}`).join(' ')}`,
          ]
        : [
            `allow it: lm hrg update ${a.group} --any-license`,
            `or let the host go first: stop its machines, and detach what was attached by hand`,
          ],
    check: (s: HostMatchSubject) => [
      ...when(s.families !== undefined && !s.families.includes(s.family), {
        hostId: s.hostId,
        group: s.group,
        family: s.family,
        families: s.families ?? [],
        charged: undefined,
      }),
      ...when(s.foreign.length > 0, {
        hostId: s.hostId,
        group: s.group,
        family: s.family,
        families: [],
        charged: s.foreign,
      }),
    ],
  }),
  'hrg-nitro-mixed': row({
    ...EC2_REFUSED,
    statement:
      'Nitro-based machines of different types may share a host resource group; the others in a group are all of one type.',
    source: guide('Host resource groups in AWS License Manager'),
    basis: 'stated',
    operations: ['ec2:RunInstances', 'ec2:StartInstances', ...ADD],
    message: (a) =>
      `${a.instanceType} is not Nitro-based, and ${fewOf(a.running)} ${a.running.length > 1 ? 'run' : 'runs'} in the group ${a.group}`,
    fix: (a) => [`choose ${anyOf(a.running)}`, 'or another group for this type'],
    check: (s: NitroSubject) => {
      const others = s.running.filter((type) => type !== s.instanceType);
      return when(!s.nitro && others.length > 0, { group: s.group, instanceType: s.instanceType, running: others });
    },
  }),
  'hrg-host-not-member': row({
    ...GROUP_REFUSED,
    statement: 'Only a member of a group, or a host that is joining it, is taken out of it.',
    source: model('UngroupResources', 'ResourceArns'),
    basis: 'reading',
    exit: EXIT.conflict,
    operations: ['resource-groups:UngroupResources'],
    message: (a) => `${a.hostId} is not in the group ${a.group}`,
    fix: (a) => [`lm hrg show ${a.group} shows its hosts`],
    check: (s: { readonly hostId: string; readonly group: string; readonly member: boolean }) =>
      when(!s.member, { hostId: s.hostId, group: s.group }),
  }),
};

/** A host's family beside those that a group allows (undefined: all); `foreign` are names of configurations it is charged to that the group does not allow. */
export type HostMatchSubject = {
  readonly hostId: string;
  readonly group: string;
  readonly family: string;
  readonly families?: readonly string[] | undefined;
  readonly foreign: readonly string[];
};

/** A type that is to run in a group, or to which a joining host is bound. */
export type NitroSubject = {
  readonly group: string;
  readonly instanceType: string;
  readonly nitro: boolean;
  /** Types that are not Nitro-based and run in the group. */
  readonly running: readonly string[];
};
