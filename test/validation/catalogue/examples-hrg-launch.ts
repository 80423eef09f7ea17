import type { hrgLaunchRows } from '../../../src/validation/catalogue/hrg-launch.ts';
import type { Examples } from './example.ts';

const ALONE = { group: 'sql-prod', tenancy: 'host', hostId: undefined, affinity: undefined } as const;
const MEMBER = { name: 'sql-prod', ownerId: '111122223333', accountId: '444455556666' } as const;
const FAMILIES = { group: 'sql-prod', instanceType: 'r5.large', family: 'r5' } as const;

export const hrgLaunchExamples: Examples<typeof hrgLaunchRows> = {
  'hrg-launch-placement': {
    breaks: { ...ALONE, hostId: 'h-1', affinity: 'host' },
    says: 'the launch names the host resource group sql-prod and also host h-1 and affinity host',
    holds: ALONE,
  },
  'hrg-launch-unknown-group': {
    breaks: { group: 'sql-prod', found: false },
    says: 'there is no host resource group sql-prod in this account and Region',
    holds: { group: 'sql-prod', found: true },
  },
  'hrg-share-org': {
    breaks: { what: 'host resource group', ...MEMBER, accessible: false },
    says: 'the host resource group sql-prod belongs to account 111122223333 and is not shared with account 444455556666',
    holds: { what: 'host resource group', ...MEMBER, accessible: true },
  },
  'hrg-no-direct-launch': {
    breaks: { hostId: 'h-1', group: 'sql-prod' },
    says: 'h-1 is in the host resource group sql-prod, so no machine can be placed on it directly',
    holds: { hostId: 'h-1', group: undefined },
  },
  'hrg-setting-families': {
    breaks: { ...FAMILIES, families: ['c5', 'm5'] },
    says: 'the group sql-prod takes c5 or m5, not r5.large',
    holds: { ...FAMILIES, families: undefined },
  },
  'hrg-launch-needs-ami-config': {
    breaks: { group: 'sql-prod', image: 'web', found: false, allowed: [] },
    says: 'the AMI web is associated with no license configuration that counts cores or sockets, which the group sql-prod needs',
    holds: { group: 'sql-prod', image: 'web', found: true, allowed: [] },
  },
  'hrg-setting-license-configs': {
    breaks: { group: 'sql-prod', configuration: 'ora', allows: false, allowed: ['sql'] },
    says: 'the license configuration ora may not be used in the group sql-prod, which allows sql',
    holds: { group: 'sql-prod', configuration: 'sql', allows: true, allowed: ['sql'] },
  },
  'hrg-restart-after-add': {
    breaks: { instanceId: 'i-1', group: 'sql-prod', placed: true, matching: false, allowed: ['sql'] },
    says: 'i-1 cannot start in the host resource group sql-prod: it is under no license configuration that the group allows',
    holds: { instanceId: 'i-1', group: 'sql-prod', placed: true, matching: true, allowed: ['sql'] },
  },
  'hrg-setting-auto-allocate': {
    breaks: { group: 'sql-prod', instanceType: 'r5.large', requested: 3, fits: 1, autoAllocate: false, joining: 1 },
    says: 'r5.large: requested 3, 1 fit on the hosts of the group sql-prod, and it allocates none by itself; 1 host is joining it',
    holds: { group: 'sql-prod', instanceType: 'r5.large', requested: 3, fits: 1, autoAllocate: true, joining: 0 },
  },
  'hrg-allocate-host-limit': {
    breaks: { group: 'sql-prod', adding: 2, present: 3, limit: 4 },
    says: 'the group sql-prod needs 2 more hosts: 3 present, its host limit is 4',
    holds: { group: 'sql-prod', adding: 1, present: 3, limit: 4 },
  },
};
