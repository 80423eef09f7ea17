import type { ReportContext, ReportFrequency, ReportGenerator } from '@aws-sdk/client-license-manager';
import { configurationArn, generatorArn, parseConfigurationArn, parseGeneratorArn } from '../../validation/arns.ts';
import { check } from '../../validation/catalogue/index.ts';
import { requestRows } from '../../validation/catalogue/request.ts';
import { checkIn } from '../../validation/check-in.ts';
import { guard } from '../../validation/guard.ts';
import { GENERATOR_TERMS, generatorViolations } from '../../validation/report-generator.ts';
import { firstReportRun } from '../moments.ts';
import type { Context } from '../operation.ts';
import { ReportBucket } from '../store/reports/buckets.ts';
import {
  type GeneratorRow,
  type GeneratorTerms,
  PERIODS,
  REPORT_TYPES,
  ReportGenerators,
} from '../store/reports/generators.ts';
import type { Tx } from '../store/store.ts';

/** What the terms of a report generator can be refused with. */
export const GENERATOR_CONSTRAINTS = [...GENERATOR_TERMS, 'report-context'] as const;

/** The members that making and changing a generator have in common. */
interface Request {
  readonly ReportGeneratorName: string | undefined;
  readonly Type: readonly string[] | undefined;
  readonly ReportContext: ReportContext | undefined;
  readonly ReportFrequency: ReportFrequency | undefined;
  readonly Description?: string | undefined;
}

/**
 * The terms that a request gives a generator from now on.
 * @throws Refused with one of GENERATOR_CONSTRAINTS
 */
export function termsOf(request: Request, { here, now, scope }: Context): GeneratorTerms {
  const { Type = [], ReportFrequency, ReportContext } = request;
  guard(generatorViolations(request));
  const arns = [...new Set(ReportContext?.licenseConfigurationArns ?? [])];
  const found = arns.map((arn) => {
    const parsed = parseConfigurationArn(arn);
    const isHere = parsed?.account === scope.account && parsed.region === scope.region;
    return { arn, key: isHere ? here.configurations.find(parsed.id)?.key : undefined };
  });
  const unknown = found.filter(({ key }) => key === undefined).map(({ arn }) => arn);
  guard(check('report-context', { named: arns.length, unknown }));
  return {
    name: request.ReportGeneratorName ?? '',
    description: request.Description,
    types: REPORT_TYPES.filter((type) => Type.includes(type)),
    period: PERIODS.find((period) => period === ReportFrequency?.period) ?? 'DAY',
    anchorAt: firstReportRun(now),
    configurationKeys: found.flatMap(({ key }) => key ?? []),
  };
}

/**
 * The generator of the caller's account and Region that an ARN names.
 * @throws Refused report-not-found
 */
export function generatorNamed(tx: Tx, arn: string | undefined, { scope }: Pick<Context, 'scope'>): GeneratorRow {
  const parsed = parseGeneratorArn(arn ?? '');
  const isHere = parsed?.account === scope.account && parsed.region === scope.region;
  const row = isHere ? new ReportGenerators(tx.db, scope).find(parsed.id) : undefined;
  guard(checkIn(requestRows, 'report-not-found', { arn: arn ?? '', found: row !== undefined }));
  if (row === undefined) throw new TypeError('unreachable: the guard refused');
  return row;
}

/** A generator as reading and listing show it (report-list-fields). */
export function generatorAnswer(tx: Tx, row: GeneratorRow): ReportGenerator {
  const bucket = new ReportBucket(tx.db, row).find()?.name;
  return {
    ReportGeneratorName: row.name,
    ReportType: [...row.types],
    ReportContext: { licenseConfigurationArns: row.configurations.map((id) => configurationArn(row, id)) },
    ReportFrequency: { value: 1, period: row.period },
    LicenseManagerReportGeneratorArn: generatorArn(row, row.id),
    LastRunStatus: row.status,
    ...(row.failure === undefined ? {} : { LastRunFailureReason: row.failure }),
    ...(row.reportedAt === undefined ? {} : { LastReportGenerationTime: new Date(row.reportedAt).toISOString() }),
    ReportCreatorAccount: row.account,
    ...(row.description === undefined ? {} : { Description: row.description }),
    ...(bucket === undefined ? {} : { S3Location: { bucket, keyPrefix: `Reports/${row.name}` } }),
    CreateTime: new Date(row.createdAt).toISOString(),
    Tags: [...tx.tags.of(row.id)],
  };
}
