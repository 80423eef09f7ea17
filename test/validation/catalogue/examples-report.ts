import type { reportRows } from '../../../src/validation/catalogue/report.ts';
import type { Examples } from './example.ts';

/** Report generators and their runs. */
export const reportExamples: Examples<typeof reportRows> = {
  'report-types': {
    breaks: { Type: [] },
    says: 'no type of report is named, and a generator makes at least 1',
    holds: { Type: ['LicenseConfigurationUsageReport'] },
  },
  'report-type-values': {
    breaks: { Type: ['LicenseConfigurationUsageReport', 'LicenseAssetGroupUsageReport'] },
    says: '"LicenseAssetGroupUsageReport" is not a type of report on license configurations',
    holds: { Type: ['LicenseConfigurationSummaryReport', 'LicenseConfigurationUsageReport'] },
  },
  'report-frequency': {
    breaks: { ReportFrequency: { value: 2, period: 'DAY' } },
    says: 'a report every 2 DAY cannot be had; it comes every 1 DAY, WEEK or MONTH',
    holds: { ReportFrequency: { value: 1, period: 'DAY' } },
  },
  'report-context': {
    breaks: { named: 2, unknown: ['lic-b'] },
    says: 'there is no license configuration lic-b in this account and Region to report on',
    holds: { named: 1, unknown: [] },
  },
  'report-context-not-modelled': {
    breaks: { context: { licenseConfigurationArns: ['lic-a'], reportStartDate: new Date(0) } },
    says: 'ReportContext names reportStartDate, which a sandbox does not have',
    holds: { context: { licenseConfigurationArns: ['lic-a'], reportStartDate: undefined } },
  },
  'report-list-filter': {
    breaks: { Filters: [{ Name: 'Name', Values: ['x'] }] },
    says: '"Name" is not a filter of report generators',
    holds: { Filters: [{ Name: 'LicenseConfigurationArn', Values: ['x'] }] },
  },
  'report-run-failure': {
    breaks: { generator: 'daily-win', reason: 'NoSuchBucket: the bucket b does not exist' },
    says: 'the run of daily-win failed: NoSuchBucket: the bucket b does not exist',
    holds: { generator: 'daily-win', reason: undefined },
  },
};
