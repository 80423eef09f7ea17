import type { ReportGenerator } from '@aws-sdk/client-license-manager';
import type { AccountCopy } from '../../contract/copy.ts';
import { parseConfigurationArn, parseGeneratorArn } from '../../validation/arns.ts';
import { firstReportRun, nextReportRun } from '../moments.ts';
import { type GeneratorRow, PERIODS, REPORT_TYPES } from '../store/reports/generators.ts';
import type { Assumed } from './assumed.ts';

/** A report generator of a copy, and the bucket that AWS names for it. */
export interface CopiedGenerator {
  readonly row: Omit<GeneratorRow, 'key' | 'account' | 'region' | 'runningSince'>;
  readonly bucket: string | undefined;
  readonly tags: NonNullable<ReportGenerator['Tags']>;
}

/** The report generators of a copy, oldest first. One that reports once has nothing to do any more and is left out. */
export function copiedGenerators(
  { generators }: AccountCopy,
  now: number,
  assumed: Assumed,
): readonly CopiedGenerator[] {
  return generators
    .flatMap((one) => generator(one, now, assumed))
    .sort((a, b) => a.row.createdAt - b.row.createdAt || (a.row.id < b.row.id ? -1 : 1));
}

function generator(one: ReportGenerator, now: number, assumed: Assumed): readonly CopiedGenerator[] {
  const { ReportGeneratorName: name = '', ReportType = [], LastRunFailureReason: failure } = one;
  assumed.note('report-generator', name);
  const id = parseGeneratorArn(one.LicenseManagerReportGeneratorArn ?? '')?.id;
  const period = PERIODS.find((known) => known === one.ReportFrequency?.period);
  if (id === undefined || period === undefined) return [];
  const createdAt = moment(one.CreateTime) ?? now;
  const reportedAt = moment(one.LastReportGenerationTime);
  const anchorAt = reportedAt ?? firstReportRun(createdAt);
  const status = statusOf(failure, reportedAt);
  let next = reportedAt === undefined ? anchorAt : nextReportRun(period, reportedAt, reportedAt);
  // The run that failed is over, though its time is not told.
  while (status === 'failed' && next <= now) next = nextReportRun(period, anchorAt, next);
  const arns = one.ReportContext?.licenseConfigurationArns ?? [];
  const row = {
    ...{ id, name, description: one.Description, period, createdAt, anchorAt, failure, reportedAt },
    types: REPORT_TYPES.filter((type) => ReportType.includes(type)),
    configurations: arns.flatMap((arn) => parseConfigurationArn(arn)?.id ?? []),
    status,
    dueAt: Math.max(now, next),
  };
  return [{ row, bucket: one.S3Location?.bucket, tags: one.Tags ?? [] }];
}

/** AWS's words for the state of a run are nowhere written down, so it is told from what the run left behind. */
function statusOf(failure: string | undefined, reportedAt: number | undefined): GeneratorRow['status'] {
  if (failure !== undefined && failure !== '') return 'failed';
  return reportedAt === undefined ? 'scheduled' : 'succeeded';
}

function moment(time: string | undefined): number | undefined {
  const at = Date.parse(time ?? '');
  return Number.isNaN(at) ? undefined : at;
}
