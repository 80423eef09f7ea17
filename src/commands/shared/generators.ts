import type { Filter, ReportGenerator } from '@aws-sdk/client-license-manager';
import type { Call } from '../../contract/ports.ts';
import type { CommandContext } from '../types.ts';
import { one } from './find.ts';
import { everyPage } from './lists.ts';

/** The report generators of the account and Region, those that pass filters. */
export const generators = (call: Call, Filters?: Filter[]): Promise<readonly ReportGenerator[]> =>
  everyPage(async (NextToken) => {
    const page = await call('license-manager:ListLicenseManagerReportGenerators', { Filters, NextToken });
    return { rows: page.ReportGenerators ?? [], next: page.NextToken };
  });

/** A generator's id: the last word of its ARN. */
export const generatorId = ({ LicenseManagerReportGeneratorArn: arn = '' }: ReportGenerator): string =>
  arn.slice(arn.lastIndexOf(':') + 1);

/** @throws Fault name-not-found with the nearest names, or name-ambiguous with the candidates' ids (exit 5) */
export async function findGenerator(ctx: CommandContext, given: string): Promise<ReportGenerator> {
  const named = (await generators(ctx.call)).map((value) => ({
    id: generatorId(value),
    ...(value.ReportGeneratorName === undefined ? {} : { name: value.ReportGeneratorName }),
    ...(value.LicenseManagerReportGeneratorArn === undefined ? {} : { arn: value.LicenseManagerReportGeneratorArn }),
    value,
  }));
  return one(ctx, given, named, { kind: 'report generator', list: 'lm report list' });
}
