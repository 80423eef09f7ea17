import type { hostRows } from '../../../src/validation/catalogue/host.ts';
import type { Examples } from './example.ts';

const TYPE_ON_HOST = { hostId: 'h-1', instanceType: 'm5.large', family: 'm5' } as const;
const ROOM = { hostId: 'h-1', instanceType: 'm4.large', requested: 1, fits: 1, freeCores: 2 } as const;

export const hostExamples: Examples<typeof hostRows> = {
  'host-allocate-one-kind': {
    breaks: { InstanceFamily: 'c5', InstanceType: 'c5.large' },
    says: 'both c5 and c5.large were given',
    holds: { InstanceFamily: 'c5' },
  },
  'host-multi-type-nitro': {
    breaks: { InstanceFamily: 'c4', mixed: false },
    says: 'a host of the family c4 takes one instance type only',
    holds: { mixed: false },
  },
  'host-type-unsupported': {
    breaks: { instanceType: 'm5a.large', dedicatedHosts: false },
    says: 'm5a.large cannot run on Dedicated Hosts',
    holds: { instanceType: 'm5.large', dedicatedHosts: true },
  },
  'host-on-demand-quota': {
    breaks: { family: 'm5', existing: 1, adding: 2, limit: 2 },
    says: 'm5: 2 hosts requested, 1 allocated, limit 2',
    holds: { family: 'm5', existing: 1, adding: 1, limit: 2 },
  },
  'host-not-found': {
    breaks: { hostId: 'h-1', found: false },
    says: 'there is no host h-1 in this account and Region',
    holds: { hostId: 'h-1', found: true },
  },
  'host-launch-states': {
    breaks: { hostId: 'h-1', state: 'under-assessment' },
    says: 'h-1 is under-assessment, not available',
    holds: { hostId: 'h-1', state: 'available' },
  },
  'host-type-supported': {
    breaks: { ...TYPE_ON_HOST, family: 'c5' },
    says: 'h-1 takes types of the family c5, not m5.large',
    holds: TYPE_ON_HOST,
  },
  'host-auto-placement': {
    breaks: { instanceType: 'm5.large', targeted: false, closed: ['h-1'] },
    says: 'm5.large: auto-placement is off on h-1, and the launch names no host',
    holds: { instanceType: 'm5.large', targeted: true, closed: ['h-1'] },
  },
  'host-capacity-by-size': {
    breaks: { ...ROOM, fits: 0 },
    says: 'm4.large: requested 1, 0 fit on h-1 (2 cores free)',
    holds: ROOM,
  },
  'host-zone': {
    breaks: { hostId: 'h-1', hostZone: 'us-east-1a', zone: 'us-east-1b' },
    says: 'h-1 is in us-east-1a, the machine in us-east-1b',
    holds: { hostId: 'h-1', hostZone: 'us-east-1a' },
  },
  'host-no-placement-group': {
    breaks: { tenancy: 'host', groupName: 'cluster' },
    says: 'a machine with host tenancy cannot go into the placement group cluster',
    holds: { tenancy: 'dedicated', groupName: 'cluster' },
  },
  'host-no-spot': {
    breaks: { tenancy: 'host', spot: true },
    says: 'a Spot request cannot use Dedicated Hosts',
    holds: { tenancy: 'default', spot: true },
  },
  'host-release-needs-empty': {
    breaks: { hostId: 'h-1', running: ['i-1'] },
    says: 'h-1: 1 machine still running (i-1)',
    holds: { hostId: 'h-1', running: [] },
  },
  'host-modify-needs-empty': {
    breaks: { hostId: 'h-1', running: ['i-1', 'i-2'] },
    says: 'h-1: 2 machines still running (i-1 and i-2)',
    holds: { hostId: 'h-1', running: [] },
  },
  'host-modify-family': {
    breaks: { hostId: 'h-1', family: 'm5', asked: 'c5' },
    says: 'h-1 is a host of the family m5, not c5',
    holds: { hostId: 'h-1', family: 'm5', asked: 'm5' },
  },
  'host-mac-24h': {
    breaks: { hostId: 'h-1', family: 'mac1', hoursAllocated: 23.9 },
    says: 'h-1 is allocated for 23 of at least 24 hours',
    holds: { hostId: 'h-1', family: 'mac1', hoursAllocated: 24 },
  },
};
