import type { ReportGenerator } from '@aws-sdk/client-license-manager';
import { type Column, KNOWN_AFTER_APPLY, type Note, type Row, type View } from '../../contract/result.ts';
import { generatorId } from '../shared/generators.ts';
import { allConfigurations } from '../shared/lists.ts';
import { tagWords } from '../shared/tags.ts';
import type { CommandContext } from '../types.ts';
import { periodWord, typeWord } from './terms.ts';

export const COLUMNS: readonly Column[] = [
  { key: 'name', title: 'name' },
  { key: 'every', title: 'every' },
  { key: 'reports', title: 'reports', optional: 2 },
  { key: 'on', title: 'on' },
  { key: 'status', title: 'last run' },
  { key: 'reported', title: 'last report' },
  { key: 'id', title: 'id', optional: 3 },
];

/** Names of configurations by their ARNs, for people. */
export async function configurationNames(ctx: CommandContext): Promise<(arn: string) => string> {
  const all = await allConfigurations(ctx);
  const names = new Map(all.map(({ LicenseConfigurationArn, Name }) => [LicenseConfigurationArn, Name]));
  return (arn) => names.get(arn) ?? arn.slice(arn.lastIndexOf(':') + 1);
}

const onWhat = (one: ReportGenerator, nameOf: (arn: string) => string): readonly string[] =>
  (one.ReportContext?.licenseConfigurationArns ?? []).map(nameOf);

const dateOf = (text: string | undefined): Date | undefined => (text === undefined ? undefined : new Date(text));

export const generatorRow = (one: ReportGenerator, nameOf: (arn: string) => string): Row => ({
  name: one.ReportGeneratorName,
  every: periodWord(one),
  reports: (one.ReportType ?? []).map(typeWord),
  on: onWhat(one, nameOf),
  status: one.LastRunStatus,
  reported: dateOf(one.LastReportGenerationTime),
  id: generatorId(one),
});

/** A generator as a record. */
export async function recordView(ctx: CommandContext, one: ReportGenerator): Promise<View> {
  const nameOf = await configurationNames(ctx);
  return {
    kind: 'record',
    fields: [
      ['name', one.ReportGeneratorName],
      ...(one.Description === undefined ? [] : [['description', one.Description] as const]),
      ['id', generatorId(one)],
      ['reports', (one.ReportType ?? []).map(typeWord)],
      ['on', onWhat(one, nameOf)],
      ['every', periodWord(one)],
      ['last run', one.LastRunStatus],
      ...(one.LastRunFailureReason === undefined ? [] : [['failed because', one.LastRunFailureReason] as const]),
      ['last report', dateOf(one.LastReportGenerationTime) ?? 'none yet'],
      ['files', placeOf(one) ?? (ctx.dryRun ? KNOWN_AFTER_APPLY : undefined)],
      ['created', dateOf(one.CreateTime)],
      ['by account', one.ReportCreatorAccount],
      ...((one.Tags ?? []).length === 0 ? [] : [['tags', tagWords(one.Tags)] as const]),
    ],
  };
}

/** `s3://BUCKET/Reports/NAME/`. */
export function placeOf({ S3Location: { bucket, keyPrefix = '' } = {} }: ReportGenerator): string | undefined {
  return bucket === undefined ? undefined : `s3://${bucket}/${keyPrefix}/`;
}

/** What an administrator is to see of generators whose last run failed. */
export const failureNotes = (all: readonly ReportGenerator[]): readonly Note[] =>
  all.flatMap(({ ReportGeneratorName: name, LastRunFailureReason: reason }) =>
    reason === undefined ? [] : [{ kind: 'alert', text: `the last run of ${name} failed: ${reason}` }],
  );
