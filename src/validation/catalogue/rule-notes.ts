import { guide, note, TERMS } from './sources.ts';

/** How license rules work where nothing is refused. */
export const ruleNotes = {
  'rule-optional': note({
    statement: 'A configuration may have no rules.',
    source: TERMS,
    basis: 'stated',
  }),
  'rule-matrix-allowed-tenancy': note({
    statement: 'The rule allowedTenancy ("Tenancy") goes with every counting type.',
    source: TERMS,
    basis: 'stated',
  }),
  'rule-affinity-effect': note({
    statement:
      'With licenseAffinityToHost, licences taken by a Dedicated Host stay with it for so many days and serve no other host.',
    source: TERMS,
    basis: 'stated',
  }),
  'rule-affinity-clock-start': note({
    statement: 'The days of affinity begin when the licences first go to the host.',
    source: TERMS,
    basis: 'external',
  }),
  'rule-affinity-reuse-on-host': note({
    statement: 'While licences are tied to a host, later machines on that host use them without taking more.',
    source: TERMS,
    basis: 'reading',
  }),
  'rule-affinity-release-24h': note({
    statement: 'When the days are over and nothing tracked runs on the host, the licences come back within 24 hours.',
    source: TERMS,
    basis: 'stated',
  }),
  'rule-tenancy-several': note({
    statement: 'allowedTenancy may hold several tenancies with commas between them.',
    source: TERMS,
    basis: 'reading',
  }),
  'rule-tenancy-default-all': note({
    statement: 'Without a tenancy rule, licences counted by instances or vCPUs may be used on every tenancy.',
    source: guide('Create a license configuration'),
    basis: 'stated',
  }),
  'rule-tenancy-instance-vcpu': note({
    statement: 'Licences counted by instances or vCPUs may allow any of the three tenancies.',
    source: TERMS,
    basis: 'stated',
  }),
  'rule-tenancy-mapping': note({
    statement:
      'EC2 tenancy default is EC2-Default, dedicated is EC2-DedicatedInstance, and host, with or without a group, is EC2-DedicatedHost.',
    source: TERMS,
    basis: 'stated',
  }),
  'rule-subject-is-resource': note({
    statement: 'Minimum and maximum rules judge one machine, never the sum of all.',
    source: TERMS,
    basis: 'stated',
  }),
  'rule-honor-vcpu-true': note({
    statement:
      'With honorVcpuOptimization=True, the vCPUs of a machine are its chosen cores times its threads per core.',
    source: TERMS,
    basis: 'stated',
  }),
  'rule-honor-vcpu-false': note({
    statement: 'Without it, the default vCPUs of the instance type count, whatever CPU options were chosen.',
    source: TERMS,
    basis: 'stated',
  }),
};
