import type { moveRows } from '../../../src/validation/catalogue/move.ts';
import type { Examples } from './example.ts';

const T3 = { instanceId: 'i-1', instanceType: 't3.large' } as const;
const GROUP = 'arn:aws:resource-groups:us-east-1:111122223333:group/sql';

export const moveExamples: Examples<typeof moveRows> = {
  'tenancy-at-least-one': {
    breaks: { instanceId: 'i-1', given: false },
    says: 'the request says nothing of where i-1 is to run',
    holds: { instanceId: 'i-1', given: true },
  },
  'tenancy-stopped': {
    breaks: { instanceId: 'i-1', state: 'running' },
    says: 'i-1 is running, must be stopped',
    holds: { instanceId: 'i-1', state: 'stopped' },
  },
  'tenancy-host-needs-capacity': {
    breaks: {
      instanceId: 'i-1',
      instanceType: 'm5.large',
      zone: 'us-east-1a',
      fits: false,
      hosts: [{ hostId: 'h-1', freeCores: 0 }],
    },
    says: 'i-1 (m5.large) does not fit: h-1 has 0 cores free',
    holds: { instanceId: 'i-1', instanceType: 'm5.large', zone: 'us-east-1a', fits: true, hosts: [] },
  },
  'tenancy-hrg-needs-group': {
    breaks: { group: GROUP, accessible: false },
    says: `there is no host resource group ${GROUP} that this account can use`,
    holds: { group: GROUP, accessible: true },
  },
  'tenancy-hrg-requires-host': {
    breaks: { instanceId: 'i-1', tenancy: 'default', group: GROUP },
    says: 'i-1 would have tenancy default, and a host resource group takes tenancy host',
    holds: { instanceId: 'i-1', tenancy: 'host', group: GROUP },
  },
  'tenancy-hrg-no-host': {
    breaks: { group: GROUP, affinity: 'host' },
    says: 'a host resource group and an affinity were given together',
    holds: { group: GROUP },
  },
  'tenancy-host-id-needs-host': {
    breaks: { instanceId: 'i-1', tenancy: 'dedicated', hostId: 'h-1' },
    says: 'h-1 was named, and i-1 would have tenancy dedicated',
    holds: { instanceId: 'i-1', tenancy: 'host', hostId: 'h-1' },
  },
  'tenancy-cmd-default': {
    breaks: { ...T3, from: 'host' },
    says: 'i-1 is a t3.large on Dedicated Hosts, and T3 machines stay there',
    holds: { ...T3, instanceType: 'm5.large', from: 'host' },
  },
  'tenancy-cmd-dedicated': {
    breaks: { ...T3, from: 'host' },
    says: 'i-1 is a t3.large on Dedicated Hosts, and T3 machines stay there',
    holds: { ...T3, from: 'default' },
  },
  'tenancy-t3-launch-only': {
    breaks: { ...T3, from: 'default' },
    says: 'i-1 is a t3.large, and T3 machines come to Dedicated Hosts only by launch',
    holds: { ...T3, instanceType: 't3a.large', from: 'default' },
  },
  'tenancy-license-rules-on-start': {
    breaks: { instanceId: 'i-1', reasons: ['rule-tenancy-core-socket (win-dc)', 'rule-tenancy-launch-check (sql)'] },
    says: 'i-1 would be refused at its next start: rule-tenancy-core-socket (win-dc) and rule-tenancy-launch-check (sql)',
    holds: { instanceId: 'i-1', reasons: [] },
  },
};
