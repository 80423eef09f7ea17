import { CREATING, EDITING, REPORTING } from './report.ts';
import { guide, model, note } from './sources.ts';

const stated = (source: Parameters<typeof note>[0]['source'], statement: string) =>
  note({ statement, source, basis: 'stated' });

/** How report generators run, and what their reports hold. */
export const reportNotes = {
  'report-description-tags-optional': stated(CREATING, 'A report generator may have a description and tags.'),
  'report-one-time': note({
    statement:
      'The service model also knows the period ONE_TIME, which the guide does not offer; a sandbox refuses it (report-frequency).',
    source: model('CreateLicenseManagerReportGenerator', 'ReportFrequency'),
    basis: 'model',
  }),
  'report-several': stated(
    REPORTING,
    'An account may have several report generators, also for the same configuration and of the same name.',
  ),
  'report-arn-format': note({
    statement: 'The ARN of a report generator ends in report-generator:r- and hexadecimal digits.',
    source: model('TagResource', 'ResourceArn'),
    basis: 'model',
  }),
  'report-first-run': stated(
    CREATING,
    'The first reports of a new generator are there within 60 minutes. A sandbox takes all 60: the run begins after 59 and ends after 60.',
  ),
  'report-update-run': stated(
    EDITING,
    'A changed generator makes new reports within 60 minutes of the change, and its periods are counted from there.',
  ),
  'report-periodic-run': stated(
    CREATING,
    'After its first reports a generator makes more each period. Here a month is a calendar month: the run of 31 January is followed by one on the last day of February and one on 31 March.',
  ),
  'report-csv': stated(CREATING, 'Reports are CSV files with a row of headings.'),
  'report-s3-key': stated(
    CREATING,
    'A report stands in the bucket as Reports/NAME/YEAR/MONTH/DAY/ID.csv, dated by its run in UTC: four digits of the year, two of month and day.',
  ),
  'report-bucket-name': stated(
    CREATING,
    "The name of License Manager's bucket begins with aws-license-manager-service-.",
  ),
  'report-bucket-created': stated(
    CREATING,
    'The first report generator makes the bucket, where the account has none in the Region.',
  ),
  'report-bucket-reused': stated(
    CREATING,
    'Where there is a bucket already, of an earlier generator or of cross-account inventory search, reports go there.',
  ),
  'report-not-stored': stated(
    REPORTING,
    'License Manager keeps no copy of reports: what is deleted from the bucket is gone.',
  ),
  'report-rename-folder': stated(
    EDITING,
    'A generator with a new name writes to a new folder; its earlier reports stay in the old one.',
  ),
  'report-delete-stops': stated(
    guide('Deleting a report generator'),
    'A deleted generator makes no more reports, for good; its bucket and earlier reports stay.',
  ),
  'report-summary-content': stated(
    CREATING,
    'The summary has a line for each configuration: what it counts, how many licences it has, whether that is enforced, its rules and status, and what is consumed in all and by each type of resource.',
  ),
  'report-usage-content': stated(
    CREATING,
    'The usage report has a line for each tracked resource: its configuration, ARN, type and status, the account that owns it, since when it is tracked, and what it consumes.',
  ),
  'report-list-fields': stated(
    EDITING,
    'A generator is shown with its name, types, configurations, frequency, ARN, last run (status, reason of a failure, moment), creator, description, bucket and folder, creation time and tags.',
  ),
  'report-snapshot': stated(
    REPORTING,
    'A report shows the moment at which its run began; what changes later does not change it.',
  ),
  'report-both-types-two-files': note({
    statement: 'A generator of both types writes two files each run, each with an id of its own.',
    source: CREATING,
    basis: 'reading',
  }),
  'report-config-type-tracked': stated(
    REPORTING,
    'A generator reports on the configurations that it names; other generators may follow others.',
  ),
  'time-report-first': stated(CREATING, 'First reports come within 60 minutes of making or changing a generator.'),
  'time-report-period': stated(CREATING, 'Later reports come each day, week or month.'),
};
