import { row } from '../../contract/constraint.ts';
import { EXIT } from '../../contract/exit.ts';
import { CONVERSION_ACTIONS, licensingWords } from '../conversion.ts';
import { nearest } from '../nearest.ts';
import { allOf, anyOf, counted, didYouMean, fewOf } from '../words.ts';
import { CONVERT, CONVERT_AWS_CLI, CREATES, INCOMPLETE, PREREQUISITES } from './convert-sources.ts';
import { model, when } from './sources.ts';

const TASKS = { ...CREATES, source: CONVERT } as const;
const OURS = { ...CREATES, source: { document: 'lm help', section: 'convert' }, basis: 'reading' } as const;

/** What stands against a licence type conversion around the machine, and what may be asked about tasks. */
export const convertStateRows = {
  'convert-onboarded': row({
    ...CREATES,
    statement: 'The account has been onboarded to License Manager: it has the core service-linked role.',
    source: PREREQUISITES,
    basis: 'stated',
    exit: EXIT.denied,
    fault: 'AccessDeniedException',
    message: (a) => `account ${a.account} has no role ${a.role}: it has not been onboarded to License Manager`,
    fix: () => [
      'aws iam create-service-linked-role --aws-service-name license-manager.amazonaws.com',
      'or open License Manager in the console once and grant the permissions',
    ],
    check: (s: { readonly account: string; readonly role: string; readonly present: boolean }) =>
      when(!s.present, { account: s.account, role: s.role }),
  }),
  'convert-resource-arn': row({
    ...CREATES,
    statement: 'A conversion names an EC2 instance of the Region by its ARN.',
    source: CONVERT_AWS_CLI,
    basis: 'stated',
    exit: EXIT.notFound,
    message: (a) => (a.isInstance ? `there is no instance ${a.arn} in ${a.region}` : `${a.arn} is not an EC2 instance`),
    fix: (a) => [
      'lm instance list shows the instances',
      `an instance's ARN reads arn:aws:ec2:${a.region}:ACCOUNT:instance/i-...`,
    ],
    check: (s: {
      readonly ResourceArn?: string | undefined;
      readonly region: string;
      readonly isInstance: boolean;
      readonly found: boolean;
    }) => when(!s.isInstance || !s.found, { arn: s.ResourceArn ?? '', region: s.region, isInstance: s.isInstance }),
  }),
  'convert-stopped': row({
    ...CREATES,
    statement: 'The machine is stopped when its conversion begins; afterwards it may be started and stopped.',
    source: PREREQUISITES,
    basis: 'stated',
    exit: EXIT.conflict,
    fault: 'ValidationException',
    message: (a) => `${a.instance} is ${a.state}, must be stopped`,
    fix: (a) => (a.gone ? ['leave it out'] : [`lm instance stop ${a.instance}`]),
    check: (s: { readonly instance: string; readonly state: string }) =>
      when(s.state !== 'stopped', {
        instance: s.instance,
        state: s.state,
        gone: s.state === 'terminated' || s.state === 'shutting-down',
      }),
  }),
  'convert-ssm-inventory': row({
    ...CREATES,
    statement: 'The machine reports to Systems Manager Inventory.',
    source: PREREQUISITES,
    basis: 'stated',
    exit: EXIT.conflict,
    fault: 'ValidationException',
    message: (a) => `Systems Manager Inventory knows nothing of ${a.instance}`,
    why: () => 'A conversion runs its steps on the machine through the Systems Manager agent.',
    fix: (a) => [
      `set up Systems Manager Inventory on it; in a sandbox: lm inventory record ${a.instance}`,
      'inventory is kept for 30 days after the last report',
    ],
    check: (s: { readonly instance: string; readonly covered: boolean }) => when(!s.covered, { instance: s.instance }),
  }),
  'convert-permissions': row({
    ...CREATES,
    statement: `Whoever converts may use ${counted(CONVERSION_ACTIONS.length, 'action')}: ${allOf(CONVERSION_ACTIONS)}.`,
    source: PREREQUISITES,
    basis: 'stated',
    exit: EXIT.denied,
    fault: 'AuthorizationException',
    message: (a) => `you may not use ${allOf(a.denied)}`,
    fix: (a) => [
      `ask for a policy that allows ${allOf(a.denied)}`,
      ...a.denied.map((action) => `in a sandbox: lm local permission allow ${action}`),
    ],
    check: ({ denied }: { readonly denied: readonly string[] }) => when(denied.length > 0, { denied }),
  }),
  'convert-one-task-at-a-time': row({
    ...TASKS,
    statement: 'A machine has at most one conversion under way.',
    basis: 'reading',
    exit: EXIT.conflict,
    fault: 'ValidationException',
    message: (a) =>
      `${a.instance} is being converted to ${a.destination} (${licensingWords(a.destination)}) by ${a.taskId}`,
    fix: (a) => [`wait for it: lm convert show ${a.taskId}`],
    check: (s: {
      readonly instance: string;
      readonly running: readonly { readonly taskId: string; readonly destination: string }[];
    }) => s.running.slice(0, 1).map(({ taskId, destination }) => ({ instance: s.instance, taskId, destination })),
  }),
  'convert-list-filters': row({
    ...TASKS,
    statement: 'Conversion tasks are listed by ResourceArns and by Status.',
    source: model('ListLicenseConversionTasks', 'Filters'),
    basis: 'model',
    operations: ['license-manager:ListLicenseConversionTasks'],
    message: (a) => `"${a.found}" is not ${a.of}`,
    fix: (a) => [...didYouMean(nearest(a.found, a.allowed)), `use ${anyOf(a.allowed)}`],
    check: ({ Filters = [] }: { readonly Filters?: readonly TaskFilter[] | undefined }) => Filters.flatMap(misfits),
  }),
  'convert-task-not-found': row({
    ...OURS,
    statement: 'A conversion task that is asked for exists in the account and Region.',
    source: model('GetLicenseConversionTask', 'LicenseConversionTaskId'),
    exit: EXIT.notFound,
    operations: ['license-manager:GetLicenseConversionTask'],
    message: (a) => `there is no conversion task ${a.taskId ?? 'yet'} in this account and Region`,
    fix: (a) => [
      a.taskId === undefined
        ? 'begin with a plan: lm convert plan --to byol INSTANCE'
        : 'lm convert list shows the tasks',
    ],
    /** Without an id any task would do. */
    check: (s: { readonly taskId: string | undefined; readonly found: boolean }) =>
      when(!s.found, { taskId: s.taskId }),
  }),
  'convert-partial-kms': row({
    ...TASKS,
    statement:
      "A conversion can change the billing and yet fail to point Windows at AWS's activation server; then it is to be activated by hand.",
    source: INCOMPLETE,
    basis: 'stated',
    severity: 'warn',
    exit: EXIT.conflict,
    fault: 'ValidationException',
    operations: ['schedule'],
    message: (a) => `${a.instance} is billed as ${a.destination}, but Windows is not activated by AWS (${a.taskId})`,
    fix: () => [
      'run the runbook AWSSupport-ActivateWindowsWithAmazonLicense on it',
      "or log in and point Windows at AWS's activation server: slmgr.vbs /skms 169.254.169.250:1688, then slmgr.vbs /ato",
    ],
    check: (s: {
      readonly instance: string;
      readonly taskId: string;
      readonly destination: string;
      readonly switched: boolean;
      readonly activated: boolean;
    }) => when(s.switched && !s.activated, { instance: s.instance, taskId: s.taskId, destination: s.destination }),
  }),
  'convert-plan-stale': row({
    ...OURS,
    statement: 'A conversion plan is carried out only while the machines are as they were when it was made.',
    exit: EXIT.conflict,
    fault: 'StalePlan',
    message: (a) => `the plan is stale: ${fewOf(a.changes, 5)}`,
    fix: () => ['make the plan again: lm convert plan'],
    check: ({ changes }: { readonly changes: readonly string[] }) => when(changes.length > 0, { changes }),
  }),
};

type TaskFilter = { readonly Name?: string | undefined; readonly Values?: readonly string[] | undefined };

const FILTERS: readonly string[] = ['ResourceArns', 'Status'];
const STATUSES: readonly string[] = ['IN_PROGRESS', 'SUCCEEDED', 'FAILED'];

function misfits({ Name = '', Values = [] }: TaskFilter) {
  if (!FILTERS.includes(Name)) return [{ found: Name, of: 'a filter of conversion tasks', allowed: FILTERS }];
  if (Name !== 'Status') return [];
  return Values.filter((value) => !STATUSES.includes(value)).map((found) => ({
    found,
    of: 'a status of conversion tasks',
    allowed: STATUSES,
  }));
}
