import type { ruleRows } from '../../../src/validation/catalogue/rule.ts';
import type { ruleLaunchRows } from '../../../src/validation/catalogue/rule-launch.ts';
import type { Examples } from './example.ts';

const machine = (rule: number, found: number) =>
  ({ configuration: 'win-dc', instanceType: 'm5.2xlarge', rule, found }) as const;

export const ruleExamples: Examples<typeof ruleRows> = {
  'rule-syntax': {
    breaks: { LicenseRules: ['minimumCores=8'] },
    says: '"minimumCores=8" is not a rule',
    holds: { LicenseRules: ['#minimumCores=8'] },
  },
  'rule-names': {
    breaks: { LicenseRules: ['#maximumCore=16'] },
    says: '"maximumCore" is not the name of a rule',
    holds: { LicenseRules: ['#maximumCores=16'] },
  },
  'rule-no-duplicates': {
    breaks: { LicenseRules: ['#minimumCores=4', '#minimumCores=8'] },
    says: 'the rule minimumCores is given 2 times',
    holds: { LicenseRules: ['#minimumCores=4', '#maximumCores=8'] },
  },
  'rule-min-max-integers': {
    breaks: { LicenseRules: ['#maximumVcpus=0'] },
    says: 'maximumVcpus: "0" is not a whole number of at least 1',
    holds: { LicenseRules: ['#maximumVcpus=1'] },
  },
  'rule-min-not-above-max': {
    breaks: { LicenseRules: ['#minimumCores=16', '#maximumCores=8'] },
    says: 'the minimum of 16 cores is above the maximum of 8',
    holds: { LicenseRules: ['#minimumCores=8', '#maximumCores=8'] },
  },
  'rule-affinity-range': {
    breaks: { LicenseRules: ['#licenseAffinityToHost=181'] },
    says: 'licenseAffinityToHost: "181" is not a number of days from 1 to 180',
    holds: { LicenseRules: ['#licenseAffinityToHost=180'] },
  },
  'rule-tenancy-values': {
    breaks: { LicenseRules: ['#allowedTenancy=host'] },
    says: 'allowedTenancy: "host" is not a list of tenancies',
    holds: { LicenseRules: ['#allowedTenancy=EC2-DedicatedHost,EC2-Default'] },
  },
  'rule-honor-values': {
    breaks: { LicenseRules: ['#honorVcpuOptimization=yes'] },
    says: 'honorVcpuOptimization: "yes" is neither True nor False',
    holds: { LicenseRules: ['#honorVcpuOptimization=true'] },
  },
  'rule-affinity-only-later-rule': {
    breaks: { configuration: 'win-dc', present: ['#minimumCores=8'], LicenseRules: ['#maximumCores=16'] },
    says: 'win-dc: the rule #maximumCores=16 cannot be added or changed after creation',
    holds: {
      configuration: 'win-dc',
      present: ['#minimumCores=8'],
      LicenseRules: ['#minimumCores=8', '#licenseAffinityToHost=60'],
    },
  },
  'rule-matrix-license-affinity-to-host': {
    breaks: { LicenseCountingType: 'Instance', LicenseRules: ['#licenseAffinityToHost=30'] },
    says: 'licenseAffinityToHost does not go with Instance, only with Core and Socket',
    holds: { LicenseCountingType: 'Core', LicenseRules: ['#licenseAffinityToHost=30'] },
  },
  'rule-matrix-maximum-cores': {
    breaks: { LicenseCountingType: 'Socket', LicenseRules: ['#maximumCores=4'] },
    says: 'maximumCores does not go with Socket, only with Core and Instance',
    holds: { LicenseCountingType: 'Core', LicenseRules: ['#maximumCores=4'] },
  },
  'rule-matrix-maximum-sockets': {
    breaks: { LicenseCountingType: 'Core', LicenseRules: ['#maximumSockets=4'] },
    says: 'maximumSockets does not go with Core, only with Instance and Socket',
    holds: { LicenseCountingType: 'Socket', LicenseRules: ['#maximumSockets=4'] },
  },
  'rule-matrix-maximum-vcpus': {
    breaks: { LicenseCountingType: 'Core', LicenseRules: ['#maximumVcpus=4'] },
    says: 'maximumVcpus does not go with Core, only with Instance and vCPU',
    holds: { LicenseCountingType: 'vCPU', LicenseRules: ['#maximumVcpus=4'] },
  },
  'rule-matrix-minimum-cores': {
    breaks: { LicenseCountingType: 'Socket', LicenseRules: ['#minimumCores=4'] },
    says: 'minimumCores does not go with Socket, only with Core and Instance',
    holds: { LicenseCountingType: 'Instance', LicenseRules: ['#minimumCores=4'] },
  },
  'rule-matrix-minimum-sockets': {
    breaks: { LicenseCountingType: 'vCPU', LicenseRules: ['#minimumSockets=4'] },
    says: 'minimumSockets does not go with vCPU, only with Instance and Socket',
    holds: { LicenseCountingType: 'Instance', LicenseRules: ['#minimumSockets=4'] },
  },
  'rule-matrix-minimum-vcpus': {
    breaks: { LicenseCountingType: 'Socket', LicenseRules: ['#minimumVcpus=4'] },
    says: 'minimumVcpus does not go with Socket, only with Instance and vCPU',
    holds: { LicenseCountingType: 'vCPU', LicenseRules: ['#minimumVcpus=4'] },
  },
  'rule-matrix-honor-vcpu-optimization': {
    breaks: { LicenseCountingType: 'Core', LicenseRules: ['#honorVcpuOptimization=True'] },
    says: 'honorVcpuOptimization does not go with Core, only with vCPU',
    holds: { LicenseCountingType: 'vCPU', LicenseRules: ['#honorVcpuOptimization=True'] },
  },
};

export const ruleLaunchExamples: Examples<typeof ruleLaunchRows> = {
  'rule-minimum-cores-check': {
    breaks: machine(8, 4),
    says: 'win-dc: m5.2xlarge has 4 cores, minimum 8',
    holds: machine(4, 4),
  },
  'rule-maximum-cores-check': {
    breaks: machine(3, 4),
    says: 'win-dc: m5.2xlarge has 4 cores, maximum 3',
    holds: machine(4, 4),
  },
  'rule-minimum-sockets-check': {
    breaks: machine(2, 1),
    says: 'win-dc: m5.2xlarge has 1 socket, minimum 2',
    holds: machine(2, 2),
  },
  'rule-maximum-sockets-check': {
    breaks: machine(1, 2),
    says: 'win-dc: m5.2xlarge has 2 sockets, maximum 1',
    holds: machine(2, 2),
  },
  'rule-minimum-vcpus-check': {
    breaks: machine(9, 8),
    says: 'win-dc: m5.2xlarge has 8 vCPUs, minimum 9',
    holds: machine(8, 8),
  },
  'rule-maximum-vcpus-check': {
    breaks: machine(7, 8),
    says: 'win-dc: m5.2xlarge has 8 vCPUs, maximum 7',
    holds: machine(8, 8),
  },
  'rule-tenancy-core-socket': {
    breaks: { configuration: 'win-dc', counting: 'Core', tenancy: 'default', allowed: [] },
    says: 'win-dc: tenancy shared, allowed Dedicated Host',
    holds: { configuration: 'win-dc', counting: 'Core', tenancy: 'host', allowed: [] },
  },
  'rule-tenancy-launch-check': {
    breaks: {
      configuration: 'app',
      counting: 'vCPU',
      tenancy: 'default',
      allowed: ['EC2-DedicatedHost', 'EC2-DedicatedInstance'],
    },
    says: 'app: tenancy shared, allowed Dedicated Host or Dedicated Instance',
    holds: { configuration: 'app', counting: 'vCPU', tenancy: 'default', allowed: [] },
  },
};
