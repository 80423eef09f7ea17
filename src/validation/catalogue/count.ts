import { guide, LICENSE_RULES, LIMITS, model, note, TERMS } from './sources.ts';

/** How licences are counted. */
export const countRows = {
  'count-instance': note({
    statement: 'Counting by Instance takes one licence for each machine that runs, whatever its size.',
    source: TERMS,
    basis: 'stated',
  }),
  'count-vcpu': note({
    statement: 'Counting by vCPU takes the vCPUs of each machine that runs.',
    source: TERMS,
    basis: 'stated',
  }),
  'count-core': note({
    statement:
      'Counting by Core takes physical cores. A Dedicated Host is charged whole and once, when the first tracked machine runs on it.',
    source: TERMS,
    basis: 'reading',
  }),
  'count-socket': note({
    statement:
      'Counting by Socket takes physical sockets. A Dedicated Host is charged whole and once, when the first tracked machine runs on it.',
    source: TERMS,
    basis: 'reading',
  }),
  'count-rule-vs-count-subject': note({
    statement: 'For cores and sockets the host is charged, while minimum and maximum rules look at the machine.',
    source: guide('Example: Implementing an operating system license'),
    basis: 'reading',
  }),
  'count-instance-cores-default': note({
    statement: 'The cores of a machine are those chosen in its CPU options, else the default of its type.',
    source: TERMS,
    basis: 'model',
  }),
  'count-total': note({
    statement: 'What a configuration has in use is the sum of its usage rows, over every account that draws on it.',
    source: guide('How License Manager works'),
    basis: 'stated',
  }),
  'count-by-type': note({
    statement: 'The same total is shown by kind of resource, beside the number of associated resources.',
    source: model('GetLicenseConfiguration', 'ConsumedLicenseSummaryList'),
    basis: 'model',
  }),
  'count-starts-when-attached': note({
    statement: 'A machine counts from the moment the configuration is attached to it, not before.',
    source: LICENSE_RULES,
    basis: 'stated',
  }),
  'count-ends-at-termination': note({
    statement: 'A terminated machine counts no longer and its association is gone.',
    source: LICENSE_RULES,
    basis: 'reading',
  }),
  'count-release-on-stop': note({
    statement: 'Stopping a machine gives its licences back; its association stays.',
    source: LICENSE_RULES,
    basis: 'stated',
  }),
  'count-release-on-terminate': note({
    statement: 'Terminating a machine gives its licences back.',
    source: LICENSE_RULES,
    basis: 'stated',
  }),
  'count-reacquire-on-start': note({
    statement: 'Starting a stopped machine takes its licences again, judged as a launch is.',
    source: LICENSE_RULES,
    basis: 'reading',
  }),
  'count-affinity-exception': note({
    statement:
      'Core and socket licences that an affinity period ties to a host do not come back by a stop or a termination.',
    source: TERMS,
    basis: 'stated',
  }),
  'count-last-instance-on-host': note({
    statement: 'Licences of a host come back when no tracked machine is left running on it.',
    source: TERMS,
    basis: 'reading',
  }),
  'count-association-not-usage': note({
    statement: 'An association alone takes no licence: AMIs never do, and stopped machines do not.',
    source: model('ListAssociationsForLicenseConfiguration', 'LicenseConfigurationAssociation'),
    basis: 'model',
  }),
  'count-running-on-associate': note({
    statement: 'Attaching to a machine that runs counts it at once.',
    source: guide('Associating a license configuration with discovered inventory'),
    basis: 'reading',
  }),
  'count-each-config-separately': note({
    statement: 'A machine under several configurations counts in each of them, in its own unit.',
    source: LIMITS,
    basis: 'stated',
  }),
  'count-remaining': note({
    statement: 'What is left is the number of licences less those in use; without a number nothing is shown.',
    source: guide('Dashboard in License Manager'),
    basis: 'stated',
  }),
  'count-reboot-neutral': note({
    statement: 'A reboot changes no count.',
    source: LICENSE_RULES,
    basis: 'reading',
  }),
  'count-type-change': note({
    statement: 'A machine whose type or CPU options changed while stopped counts in its new size when it starts.',
    source: TERMS,
    basis: 'reading',
  }),
  'count-tracked-kinds': note({
    statement:
      'EC2 instances, Dedicated Instances, Dedicated Hosts, Spot, servers managed by Systems Manager and Oracle on RDS can be tracked.',
    source: guide('Related Services'),
    basis: 'stated',
  }),
  'count-byol-marketplace': note({
    statement: 'Software bought in the marketplace with a licence of your own is tracked like any other.',
    source: guide('Related Services'),
    basis: 'stated',
  }),
  'count-managed-server': note({
    statement: 'A managed server counts while its inventory is fresh, even when it does not answer.',
    source: guide('Resource inventory in License Manager'),
    basis: 'stated',
  }),
  'count-usage-figures-consistent': note({
    statement: 'The dashboard, the configuration, its usage and the reports show the same number at the same moment.',
    source: guide('Dashboard in License Manager'),
    basis: 'reading',
  }),
};
