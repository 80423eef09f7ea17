import { choice, listOf, pairs, required, text } from '../params.ts';
import { type ArgsOf, declare, type NounManifest, verb } from '../types.ts';

const report = required(
  text({
    help: 'report generator, by name or id',
    placeholder: 'REPORT',
    example: 'monthly-win',
    prompt: { message: 'Which report?', help: 'lm report list shows them.' },
  }),
);
const configs = listOf(text({ help: 'license configuration', placeholder: 'NAME' }), {
  help: 'license configuration to report on, by name, id or ARN; may be repeated. all, as without it: every one that the account owns now',
  placeholder: 'NAME',
  aliases: ['configs', 'configuration', 'license'],
  example: 'win-dc',
});
const PERIODS = ['day', 'week', 'month'] as const;
const every = choice(PERIODS, {
  help: 'how often: once a day, a week or a month',
  aliases: ['frequency', 'period'],
  spellings: { daily: 'day', weekly: 'week', monthly: 'month' },
  prompt: { message: 'How often?', help: 'day, week or month' },
});
const TYPES = ['summary', 'usage'] as const;
const TYPE_SPELLINGS = {
  LicenseConfigurationSummaryReport: 'summary',
  LicenseConfigurationUsageReport: 'usage',
  resource: 'usage',
  resources: 'usage',
} as const;
const types = listOf(choice(TYPES, { help: '', spellings: TYPE_SPELLINGS }), {
  help: 'summary: a line for each configuration; usage: a line for each machine and host; both without it',
  aliases: ['types'],
});

const create = declare({
  name: 'create',
  aliases: ['new', 'schedule'],
  summary: 'have reports on license configurations written every day, week or month',
  description:
    'Makes a report generator. The first reports are there within 60 minutes, CSV files in the bucket of License Manager, which is made if there is none; further ones follow each period. A configuration cannot be deleted while a generator reports on it.',
  arguments: {
    name: required(
      text({
        help: 'its name, up to 100 characters; also the folder of its reports',
        placeholder: 'NAME',
        example: 'monthly-win',
        field: 'ReportGeneratorName',
        prompt: { message: 'Name of the report?' },
      }),
    ),
  },
  options: {
    every: required(every),
    config: configs,
    type: types,
    description: text({ help: 'what it is for', field: 'Description' }),
    tag: pairs({ help: 'a tag; repeat it for more' }),
  },
  examples: [
    {
      intent: 'each month, how much of every licence is used, and by what',
      command: 'lm report create monthly --every month',
    },
    {
      intent: 'each day, the machines under one licence',
      command: 'lm report create daily-win --every day --config win-dc --type usage',
    },
    { intent: 'what would be made?', command: 'lm report create weekly --every week --dry-run' },
  ],
  mutates: true,
});
export type CreateArgs = ArgsOf<typeof create>;

const list = declare({
  name: 'list',
  aliases: ['ls'],
  summary: 'the report generators: what they report on, how often, and how the last run went',
  arguments: {},
  options: { config: text({ help: 'only those that report on this license configuration', placeholder: 'NAME' }) },
  examples: [
    { intent: 'which reports are there, and did they come?', command: 'lm report list' },
    { intent: 'what keeps a configuration from being deleted?', command: 'lm report list --config win-dc' },
  ],
  mutates: false,
});
export type ListArgs = ArgsOf<typeof list>;

const show = declare({
  name: 'show',
  aliases: ['get', 'describe'],
  summary: 'a report generator: its terms, its last run and why it failed, where its files are',
  arguments: { report },
  options: {},
  examples: [{ intent: 'did it run?', command: 'lm report show monthly-win' }],
  mutates: false,
});
export type ShowArgs = ArgsOf<typeof show>;

const update = declare({
  name: 'update',
  aliases: ['edit'],
  summary: 'change a report generator; new reports come within the hour',
  description:
    'What is not mentioned stays. The periods are counted anew from the next run. With another name later reports go to another folder; earlier ones stay where they are.',
  arguments: { report },
  options: {
    name: text({ help: 'its new name', placeholder: 'NAME', aliases: ['rename'] }),
    every,
    config: configs,
    type: types,
    description: text({ help: 'what it is for', field: 'Description' }),
  },
  examples: [
    { intent: 'every week is enough', command: 'lm report update monthly-win --every week' },
    { intent: 'report on another licence too', command: 'lm report update monthly-win --config win-dc,sql-std' },
  ],
  mutates: true,
});
export type UpdateArgs = ArgsOf<typeof update>;

const remove = declare({
  name: 'delete',
  aliases: ['rm', 'remove'],
  summary: 'delete a report generator for good; its bucket and earlier reports stay',
  arguments: { report },
  options: {},
  examples: [{ intent: 'no more of these', command: 'lm report delete monthly-win --yes' }],
  mutates: true,
});
export type DeleteArgs = ArgsOf<typeof remove>;

const rerun = declare({
  name: 'run',
  summary: 'have new reports within the hour, without waiting for the next period',
  description:
    'AWS has no call that runs a generator, but one that is changed runs within 60 minutes: this changes it to what it is. Its periods are counted anew from that run. In a sandbox, lm local clock advance 1h brings the reports at once. For figures now: lm report usage.',
  arguments: { report },
  options: {},
  examples: [{ intent: 'I need it before the end of the month', command: 'lm report run monthly-win' }],
  mutates: true,
});
export type RunArgs = ArgsOf<typeof rerun>;

const files = declare({
  name: 'files',
  summary: 'the reports that were written (in a sandbox)',
  description:
    "Lists the files in License Manager's bucket, oldest first; also those of generators that are gone. On AWS the bucket is in Amazon S3, which lm does not read: it exits 2 and names the aws command that does.",
  arguments: {
    report: text({ help: 'of this generator, by name or id; all without it', placeholder: 'REPORT' }),
  },
  options: {},
  examples: [{ intent: 'which reports came?', command: 'lm report files' }],
  mutates: false,
});
export type FilesArgs = ArgsOf<typeof files>;

const fetch = declare({
  name: 'fetch',
  aliases: ['cat'],
  summary: 'print a report that was written, as the CSV that it is (in a sandbox)',
  description:
    'Prints the latest report of a generator, or the file that is named by its id or its key in the bucket. On AWS the bucket is in Amazon S3, which lm does not read: it exits 2 and names the aws command that does.',
  arguments: {
    report: required(
      text({
        help: 'generator, by name or id; or a file, by id, the beginning of one, or key',
        placeholder: 'REPORT|FILE',
        prompt: { message: 'Which report?', help: 'lm report files shows them.' },
      }),
    ),
  },
  options: { type: choice(TYPES, { help: 'which, where a run writes both', spellings: TYPE_SPELLINGS }) },
  examples: [
    { intent: 'the latest figures, in a file', command: 'lm report fetch monthly-win --type summary > report.csv' },
  ],
  mutates: false,
});
export type FetchArgs = ArgsOf<typeof fetch>;

const usage = declare({
  name: 'usage',
  summary: 'the usage report now: every machine and host, and the licences that it takes',
  description:
    'What a usage report would say if it ran now, with names beside the ARNs: a line for each charged host and each tracked machine of every license configuration that the account owns. -o csv writes it for a spreadsheet.',
  arguments: {
    configs: listOf(text({ help: 'license configuration', placeholder: 'CONFIG' }), {
      help: 'of these license configurations, by name, id or ARN; of all that the account owns without it',
      placeholder: 'CONFIG',
      names: 'config',
    }),
  },
  options: {},
  examples: [
    { intent: 'who takes how many licences?', command: 'lm report usage' },
    { intent: 'of one licence, for a spreadsheet', command: 'lm report usage win-dc -o csv' },
  ],
  mutates: false,
});
export type UsageArgs = ArgsOf<typeof usage>;

export const manifest: NounManifest = {
  verbs: [
    verb(create, () => import('./create.ts')),
    verb(list, () => import('./list.ts')),
    verb(show, () => import('./show.ts')),
    verb(update, () => import('./update.ts')),
    verb(remove, () => import('./delete.ts')),
    verb(rerun, () => import('./run.ts')),
    verb(files, () => import('./files.ts')),
    verb(fetch, () => import('./fetch.ts')),
    verb(usage, () => import('./usage.ts')),
  ],
};
