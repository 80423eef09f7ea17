import { row } from '../../contract/constraint.ts';
import { EXIT } from '../../contract/exit.ts';
import { nearest } from '../nearest.ts';
import { anyOf, didYouMean } from '../words.ts';
import { guide, model, REFUSED, when } from './sources.ts';

export const CREATING = guide('Creating a report generator');
export const EDITING = guide('Editing your report generators');
export const REPORTING = guide('License reporting in License Manager');

const TERMS = {
  ...REFUSED,
  source: CREATING,
  basis: 'stated',
  fault: 'ValidationException',
  operations: [
    'license-manager:CreateLicenseManagerReportGenerator',
    'license-manager:UpdateLicenseManagerReportGenerator',
  ],
} as const;

const TYPES: readonly string[] = ['LicenseConfigurationSummaryReport', 'LicenseConfigurationUsageReport'];
const PERIODS: readonly string[] = ['DAY', 'WEEK', 'MONTH'];
const FILTERS: readonly string[] = ['LicenseConfigurationArn'];

interface Frequency {
  readonly value?: number | undefined;
  readonly period?: string | undefined;
}

interface ReportFilter {
  readonly Name?: string | undefined;
  readonly Values?: readonly string[] | undefined;
}

/** What report generators are refused for, and how their runs fail. */
export const reportRows = {
  'report-types': row({
    ...TERMS,
    statement: 'A report generator makes a configuration summary, a usage report, or both.',
    message: () => 'no type of report is named, and a generator makes at least 1',
    fix: () => ['--type summary, --type usage, or both'],
    check: ({ Type = [] }: { readonly Type?: readonly string[] | undefined }) => when(Type.length === 0, {}),
  }),
  'report-type-values': row({
    ...TERMS,
    statement: `The types of reports are ${anyOf(TYPES)}. The model's third type is about licence asset groups, which a sandbox does not have.`,
    source: model('CreateLicenseManagerReportGenerator', 'Type'),
    basis: 'model',
    message: (a) => `"${a.found}" is not a type of report on license configurations`,
    fix: () => ['--type summary, --type usage, or both'],
    check: ({ Type = [] }: { readonly Type?: readonly string[] | undefined }) =>
      Type.filter((type) => !TYPES.includes(type)).map((found) => ({ found })),
  }),
  'report-frequency': row({
    ...TERMS,
    statement: 'Reports come every day, every week or every month: a period, and 1 as the only number of periods.',
    message: (a) => `a report every ${a.value} ${a.period} cannot be had; it comes every 1 ${anyOf(PERIODS)}`,
    fix: () => ['--every day, --every week or --every month'],
    check: ({ ReportFrequency = {} }: { readonly ReportFrequency?: Frequency | undefined }) => {
      const { value = 'unknown number of', period = 'unknown period' } = ReportFrequency;
      return when(value !== 1 || !PERIODS.includes(period), { value, period });
    },
  }),
  'report-context': row({
    ...TERMS,
    statement: 'A report generator reports on at least one license configuration, and all that it names are there.',
    exit: EXIT.notFound,
    fault: 'ResourceNotFoundException',
    message: (a) =>
      a.arn === ''
        ? 'no license configuration is named to report on, at least 1 is needed'
        : `there is no license configuration ${a.arn} in this account and Region to report on`,
    fix: () => ['lm config list shows the configurations', 'lm config create makes one'],
    check: (s: { readonly named: number; readonly unknown: readonly string[] }) =>
      s.named === 0 ? [{ arn: '' }] : s.unknown.map((arn) => ({ arn })),
  }),
  'report-context-not-modelled': row({
    ...TERMS,
    statement:
      'A sandbox reports on license configurations as they are at the run: licence asset groups and dates are refused rather than ignored.',
    source: model('CreateLicenseManagerReportGenerator', 'ReportContext'),
    basis: 'reading',
    fault: 'InvalidParameterValueException',
    message: (a) => `ReportContext names ${a.member}, which a sandbox does not have`,
    fix: () => ['name licenseConfigurationArns alone'],
    check: ({ context = {} }: { readonly context?: object | undefined }) =>
      Object.entries(context)
        .filter(([member, value]) => member !== 'licenseConfigurationArns' && value !== undefined)
        .map(([member]) => ({ member })),
  }),
  'report-list-filter': row({
    ...TERMS,
    statement: 'Report generators are listed by LicenseConfigurationArn.',
    source: model('ListLicenseManagerReportGenerators', 'Filters'),
    basis: 'model',
    operations: ['license-manager:ListLicenseManagerReportGenerators'],
    message: (a) => `"${a.found}" is not a filter of report generators`,
    fix: (a) => [...didYouMean(nearest(a.found, FILTERS)), `use ${anyOf(FILTERS)}`],
    check: ({ Filters = [] }: { readonly Filters?: readonly ReportFilter[] | undefined }) =>
      Filters.flatMap(({ Name: found = '' }) => when(!FILTERS.includes(found), { found })),
  }),
  'report-run-failure': row({
    ...REFUSED,
    statement:
      'A run that cannot write to its bucket fails with a reason, and the next one comes at the next period. Reports of the failed run are not made up for.',
    source: model('GetLicenseManagerReportGenerator', 'LastRunFailureReason'),
    basis: 'reading',
    severity: 'warn',
    exit: EXIT.conflict,
    operations: ['schedule'],
    message: (a) => `the run of ${a.generator} failed: ${a.reason}`,
    fix: (a) => [
      'restore the bucket or the permission; the next run writes again. In a sandbox: lm local bucket restore, lm local permission allow s3:PutObject',
      `or do not wait for its period: lm report run ${a.generator}`,
    ],
    check: (s: { readonly generator: string; readonly reason: string | undefined }) =>
      s.reason === undefined ? [] : [{ generator: s.generator, reason: s.reason }],
  }),
};
