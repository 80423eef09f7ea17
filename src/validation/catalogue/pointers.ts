import type { Constraint } from '../../contract/constraint.ts';
import { CONVERT_LIMITS } from './convert-sources.ts';
import { AMIS, ec2Guide, guide, LICENSE_RULES, LIMITS, model, note, TERMS } from './sources.ts';

/**
 * Statements that are never printed as a refusal, because another constraint says the same with the numbers at hand.
 * They stand here so that `lm explain` finds them and the coverage of the catalogue counts them.
 */
export const POINTERS = {
  'config-edit-same-validation': ['oracle-no-hard-limit', 'config-hard-limit-needs-count', 'rule-min-not-above-max'],
  'rule-matrix-by-type': ['rule-matrix-minimum-cores', 'rule-matrix-maximum-sockets', 'rule-matrix-minimum-vcpus'],
  'rule-worked-example': [
    'launch-hard-block',
    'rule-minimum-cores-check',
    'rule-maximum-cores-check',
    'rule-tenancy-core-socket',
  ],
  'rule-multi-config-all-must-pass': ['launch-hard-block', 'rule-minimum-cores-check', 'rule-tenancy-launch-check'],
  'rule-enforcement-switch': ['launch-hard-block', 'launch-soft-alert'],
  'count-exactly-full': ['launch-hard-block'],
  'count-soft-overage': ['launch-soft-alert', 'config-edit-lower-count'],
  'launch-alert-on-rule': ['rule-minimum-cores-check', 'rule-tenancy-launch-check', 'rule-tenancy-core-socket'],
  'launch-block-reported': ['launch-hard-block'],
  'launch-start-checks': ['launch-hard-block', 'rule-tenancy-launch-check', 'rule-tenancy-core-socket'],
  'launch-billing-tenancy': ['tenancy-matrix-windows-byol', 'tenancy-matrix-sql-li', 'tenancy-matrix-rhel-li'],
  'ami-needs-configuration': ['config-not-found'],
  'ami-cross-hard-limit': ['launch-hard-block'],
  'ami-cross-soft-limit': ['launch-soft-alert'],
  'tenancy-cmd-host-targeted': ['host-not-found'],
  'hrg-allocate-needs-licenses': ['launch-hard-block'],
  'host-recovery-stopped-left': ['host-launch-states'],
  'convert-prevalidation': ['convert-eligible-products', 'convert-stopped', 'tenancy-matrix-windows-byol'],
  'convert-sql-li-not-on-host': ['tenancy-matrix-sql-li'],
  'convert-result-tenancy': ['tenancy-matrix-windows-byol', 'tenancy-matrix-sql-li'],
  'report-name-length': ['shape-length'],
  'report-client-token': ['shape-length', 'client-token-mismatch'],
  'report-blocks-config-delete': ['config-delete-needs-no-report-generator'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type Told = Omit<Parameters<typeof note>[0], 'statement'> & { readonly statement: string };

const pointer = (id: keyof typeof POINTERS, told: Told): Constraint<never> =>
  note({ ...told, statement: `${told.statement} Refusals and alerts carry ${POINTERS[id].join(', ')}.` });

export const pointerRows = {
  'config-edit-same-validation': pointer('config-edit-same-validation', {
    statement:
      'An update must leave a configuration that could have been created: what it changes and what stays are judged together.',
    source: model('UpdateLicenseConfiguration', 'InvalidParameterValueException'),
    basis: 'reading',
  }),
  'rule-matrix-by-type': pointer('rule-matrix-by-type', {
    statement:
      'Core takes affinity, minimum and maximum cores; Socket the same with sockets; vCPU takes minimum and maximum vCPUs and vCPU optimization; Instance takes every minimum and maximum. All four take a tenancy rule.',
    source: TERMS,
    basis: 'stated',
  }),
  'rule-worked-example': pointer('rule-worked-example', {
    statement:
      "The guide's operating-system licence (96 cores, hard, 8 to 16 cores a machine, Dedicated Hosts) runs six machines of 16 cores and refuses the next.",
    source: guide('Example: Implementing an operating system license'),
    basis: 'stated',
  }),
  'rule-multi-config-all-must-pass': pointer('rule-multi-config-all-must-pass', {
    statement: 'Where several configurations apply, each is judged by itself, and all that are enforced must agree.',
    source: LIMITS,
    basis: 'reading',
  }),
  'rule-enforcement-switch': pointer('rule-enforcement-switch', {
    statement:
      'A hard limit makes both the number and the rules block; without one they let through and raise an alert.',
    source: TERMS,
    basis: 'reading',
  }),
  'count-exactly-full': pointer('count-exactly-full', {
    statement: 'A launch that uses up the last licence is within the limit.',
    source: TERMS,
    basis: 'stated',
  }),
  'count-soft-overage': pointer('count-soft-overage', {
    statement: 'Under a soft limit more licences can be in use than there are; the excess is counted and flagged.',
    source: TERMS,
    basis: 'stated',
  }),
  'launch-alert-on-rule': pointer('launch-alert-on-rule', {
    statement: 'A broken rule that is not enforced raises an alert that names it, and the launch goes through.',
    source: LICENSE_RULES,
    basis: 'stated',
  }),
  'launch-block-reported': pointer('launch-block-reported', {
    statement: 'A refused launch is shown to administrators as an alert.',
    source: LICENSE_RULES,
    basis: 'reading',
  }),
  'launch-start-checks': pointer('launch-start-checks', {
    statement: 'Starting a stopped machine is judged as a launch is, with the same limits and rules.',
    source: LICENSE_RULES,
    basis: 'reading',
  }),
  'launch-billing-tenancy': pointer('launch-billing-tenancy', {
    statement: "A launch also obeys AWS's table of billing codes and tenancies.",
    source: guide('Tenancy conversion limits'),
    basis: 'reading',
  }),
  'ami-needs-configuration': pointer('ami-needs-configuration', {
    statement: 'An AMI is associated with a configuration that exists.',
    source: AMIS,
    basis: 'stated',
  }),
  'ami-cross-hard-limit': pointer('ami-cross-hard-limit', {
    statement: 'When the hard limit of a cross-account AMI is reached, launches from it are refused in every account.',
    source: AMIS,
    basis: 'stated',
  }),
  'ami-cross-soft-limit': pointer('ami-cross-soft-limit', {
    statement: 'When the soft limit of a cross-account AMI is reached, further launches are reported, not refused.',
    source: AMIS,
    basis: 'stated',
  }),
  'host-recovery-stopped-left': pointer('host-recovery-stopped-left', {
    statement: 'Stopped machines are not recovered; one that is bound to the failed host starts only when it is moved.',
    source: ec2Guide('Host recovery'),
    basis: 'external',
  }),
  'tenancy-cmd-host-targeted': pointer('tenancy-cmd-host-targeted', {
    statement: 'Tenancy host with affinity host and a host makes the machine start on that host only.',
    source: guide('Change the tenancy of an instance using the AWS CLI'),
    basis: 'stated',
  }),
  'hrg-allocate-needs-licenses': pointer('hrg-allocate-needs-licenses', {
    statement: 'A host that a host resource group allocates by itself needs enough licences for the whole host.',
    source: guide('Host resource groups in AWS License Manager'),
    basis: 'reading',
  }),
  'convert-prevalidation': pointer('convert-prevalidation', {
    statement: 'A conversion task comes into being only once the billing of the machine has been checked.',
    source: guide('Convert a license type'),
    basis: 'stated',
  }),
  'convert-sql-li-not-on-host': pointer('convert-sql-li-not-on-host', {
    statement: 'SQL Server licensed by AWS does not run on Dedicated Hosts, in a host resource group or out of one.',
    source: CONVERT_LIMITS,
    basis: 'stated',
  }),
  'convert-result-tenancy': pointer('convert-result-tenancy', {
    statement: 'The billing code after a conversion may run on the tenancy that the machine has.',
    source: guide('Tenancy conversion limits'),
    basis: 'reading',
  }),
  'report-name-length': pointer('report-name-length', {
    statement: 'The name of a report generator has 1 to 100 characters.',
    source: model('CreateLicenseManagerReportGenerator', 'ReportGeneratorName'),
    basis: 'model',
  }),
  'report-client-token': pointer('report-client-token', {
    statement:
      'Making and changing a report generator carry a client token of 1 to 36 characters: sent again with it, the same request gets the same answer.',
    source: model('CreateLicenseManagerReportGenerator', 'ClientToken'),
    basis: 'model',
  }),
  'report-blocks-config-delete': pointer('report-blocks-config-delete', {
    statement: 'While a report generator reports on a configuration, that cannot be deleted.',
    source: guide('Deleting a report generator'),
    basis: 'stated',
  }),
} satisfies Record<keyof typeof POINTERS, Constraint<never>>;
