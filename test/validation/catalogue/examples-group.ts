import type { groupHostRows } from '../../../src/validation/catalogue/group-hosts.ts';
import type { groupLimitRows } from '../../../src/validation/catalogue/group-limits.ts';
import type { groupSettingsRows } from '../../../src/validation/catalogue/group-settings.ts';
import { type HostGroupSettings, hostGroupItems } from '../../../src/validation/host-group.ts';
import type { Examples } from './example.ts';

const SETTINGS: HostGroupSettings = {
  families: ['c5', 'm5'],
  configurations: undefined,
  autoAllocate: true,
  autoRelease: false,
  autoRecover: false,
  hostLimit: undefined,
};
const items = (change: Partial<HostGroupSettings> = {}) => hostGroupItems({ ...SETTINGS, ...change });
const GOOD = { Configuration: items() };
const management = (Name: string, ...Values: string[]) => ({
  Configuration: [{ Type: 'AWS::EC2::HostManagement', Parameters: [{ Name, Values }] }],
});
const GENERIC = GOOD.Configuration.slice(1);

export const groupSettingsExamples: Examples<typeof groupSettingsRows> = {
  'hrg-name-format': {
    breaks: { Name: 'AWS-hosts' },
    says: 'the name "AWS-hosts" begins with "aws", which AWS keeps for itself',
    holds: { Name: 'dev-hosts' },
  },
  'hrg-name-in-use': {
    breaks: { taken: 'dev-hosts' },
    says: 'there is a group dev-hosts in this account and Region',
    holds: {},
  },
  'hrg-description-format': {
    breaks: { Description: 'dev/test' },
    says: 'the description holds /',
    holds: { Description: 'Dev test hosts' },
  },
  'hrg-configuration-types': {
    breaks: { Configuration: [{ Type: 'AWS::EC2::CapacityReservationPool' }] },
    says: 'the item AWS::EC2::CapacityReservationPool is not one that this sandbox knows',
    holds: GOOD,
  },
  'hrg-configuration-items': {
    breaks: management('auto-allocate-host', 'true'),
    says: 'the configuration lacks the item AWS::ResourceGroups::Generic',
    holds: GOOD,
  },
  'hrg-parameter-names': {
    breaks: management('auto-release-host', 'False'),
    says: 'auto-release-host is False',
    holds: management('auto-release-host', 'false'),
  },
  'hrg-any-or-listed': {
    breaks: { Configuration: GENERIC },
    says: 'the group neither lists license configurations nor allows any',
    holds: management('any-host-based-license-configuration', 'true'),
  },
  'hrg-family-known': {
    breaks: { Configuration: items({ families: ['m55'] }) },
    says: 'm55 is not a family that Dedicated Hosts support',
    holds: { Configuration: items({ families: undefined }) },
  },
  'hrg-core-socket-only': {
    breaks: { configuration: 'win', counting: 'vCPU' },
    says: 'win counts vCPU, not cores or sockets',
    holds: { configuration: 'win', counting: 'Socket' },
  },
};

const LIMIT = { group: 'prod', present: 4, adding: 0, limit: 4 } as const;

export const groupLimitExamples: Examples<typeof groupLimitRows> = {
  'hrg-host-limit': {
    breaks: { ...LIMIT, limit: 3 },
    says: 'prod holds 4 hosts, more than the limit 3',
    holds: LIMIT,
  },
  'hrg-family-removal': {
    breaks: { group: 'prod', families: ['m5'], running: [{ family: 'c5' }, { family: 'm5' }] },
    says: 'machines of c5 run in prod, which would no longer allow them',
    holds: { group: 'prod', families: ['m5'], running: [{ family: 'm5' }] },
  },
};

const HOST = 'arn:aws:ec2:us-east-1:111122223333:dedicated-host/h-1';
const OWNED = { group: 'prod', ownerId: '111122223333' } as const;
const MATCH = { hostId: 'h-1', group: 'prod', family: 'c5', families: ['c5', 'm5'], foreign: [] } as const;

export const groupHostExamples: Examples<typeof groupHostRows> = {
  'hrg-group-named': { breaks: {}, says: 'no group is named', holds: { Group: 'prod' } },
  'hrg-not-found': {
    breaks: { group: 'prdo', found: false, nearest: ['prod'] },
    says: 'there is no group prdo in this account and Region',
    holds: { group: 'prod', found: true },
  },
  'hrg-owner-only': {
    breaks: { ...OWNED, accountId: '444455556666' },
    says: 'the group prod belongs to account 111122223333, not 444455556666',
    holds: { ...OWNED, accountId: '111122223333' },
  },
  'hrg-delete-empty': {
    breaks: { group: 'prod', present: 1, hosts: ['h-1'] },
    says: 'prod holds 1 host (h-1)',
    holds: { group: 'prod', present: 0, hosts: [] },
  },
  'hrg-only-hosts': {
    breaks: { ResourceArn: 'arn:aws:ec2:us-east-1:111122223333:instance/i-1', region: 'us-east-1' },
    says: 'arn:aws:ec2:us-east-1:111122223333:instance/i-1 is not a Dedicated Host',
    holds: { ResourceArn: HOST, region: 'us-east-1' },
  },
  'hrg-add-host-several': { breaks: { given: 11 }, says: '11 hosts in one call, at most 10', holds: { given: 10 } },
  'hrg-add-host-owner': {
    breaks: { ...OWNED, hostId: 'h-1', hostOwner: '444455556666' },
    says: 'h-1 belongs to account 444455556666, the group prod to 111122223333',
    holds: { ...OWNED, hostId: 'h-1', hostOwner: '111122223333' },
  },
  'hrg-host-in-group': {
    breaks: { hostId: 'h-1', group: 'prod', other: 'dev' },
    says: 'h-1 is in the group dev',
    holds: { hostId: 'h-1', group: 'prod' },
  },
  'hrg-add-host-match': {
    breaks: { ...MATCH, family: 'r5' },
    says: 'h-1 is a host of the family r5, and prod allows c5 or m5',
    holds: MATCH,
  },
  'hrg-nitro-mixed': {
    breaks: { group: 'prod', instanceType: 'c4.xlarge', nitro: false, running: ['c4.large'] },
    says: 'c4.xlarge is not Nitro-based, and c4.large runs in the group prod',
    holds: { group: 'prod', instanceType: 'c4.large', nitro: false, running: ['c4.large'] },
  },
  'hrg-host-not-member': {
    breaks: { hostId: 'h-1', group: 'prod', member: false },
    says: 'h-1 is not in the group prod',
    holds: { hostId: 'h-1', group: 'prod', member: true },
  },
};
