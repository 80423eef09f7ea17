import type { Input } from '../../contract/operations.ts';
import { generatorArn } from '../../validation/arns.ts';
import type { Asking } from '../asking.ts';
import type { Memory } from './memory.ts';

type Create = Input<'license-manager:CreateLicenseManagerReportGenerator'>;
type Update = Input<'license-manager:UpdateLicenseManagerReportGenerator'>;

/** A new generator as it would be read; which bucket AWS would make for it cannot be said. */
export function generatorMade(input: Create, { scope, now }: Asking, memory: Memory) {
  const LicenseManagerReportGeneratorArn = generatorArn(scope, memory.id('r', 32));
  const { Tags = [] } = input;
  memory.generators.set(LicenseManagerReportGeneratorArn, {
    ...termsOf(input),
    LicenseManagerReportGeneratorArn,
    LastRunStatus: 'scheduled',
    ReportCreatorAccount: scope.account,
    CreateTime: new Date(now).toISOString(),
    Tags: Tags.map(({ Key, Value = '' }) => ({ Key, Value })),
  });
  return { LicenseManagerReportGeneratorArn };
}

/** A changed one: its terms are the new ones, and its next run comes within the hour. */
export async function generatorChanged(input: Update, { call }: Asking, memory: Memory) {
  const { LicenseManagerReportGeneratorArn: arn = '' } = input;
  const { ReportGenerator: before = {} } = await call('license-manager:GetLicenseManagerReportGenerator', {
    LicenseManagerReportGeneratorArn: arn,
  });
  const { LastRunFailureReason: _, S3Location: place, ...kept } = before;
  const keyPrefix = `Reports/${input.ReportGeneratorName}`;
  const S3Location = place === undefined ? {} : { S3Location: { ...place, keyPrefix } };
  memory.generators.set(arn, { ...kept, ...termsOf(input), ...S3Location, LastRunStatus: 'scheduled' });
  return {};
}

const termsOf = ({ ReportGeneratorName, Type, ReportContext, ReportFrequency, Description }: Create | Update) => ({
  ReportGeneratorName,
  ReportType: Type,
  ReportContext,
  ReportFrequency,
  ...(Description === undefined ? {} : { Description }),
});
