import type { Input } from '../../contract/operations.ts';
import { check } from '../../validation/catalogue/index.ts';
import { textWarnings } from '../../validation/free-text.ts';
import { generatorViolations } from '../../validation/report-generator.ts';
import { tagViolations } from '../../validation/tags.ts';
import { everyPage, type Reading } from '../../world/reading.ts';
import { broken, type Judged } from './judged.ts';

type Request = Input<'license-manager:UpdateLicenseManagerReportGenerator'>;

/** CreateLicenseManagerReportGenerator: its terms and tags, and whether its configurations are there. */
export async function judgeGenerator(
  input: Input<'license-manager:CreateLicenseManagerReportGenerator'>,
  reading: Reading,
): Promise<Judged> {
  const { ReportGeneratorName: Name = '', Description = '', Tags = [] } = input;
  const terms = [...generatorViolations(input), ...tagViolations(Tags)];
  return broken(terms.length > 0 ? terms : await unknown(input, reading), textWarnings({ Name, Description, Tags }));
}

/** UpdateLicenseManagerReportGenerator: the same for one that is there. */
export async function judgeGeneratorUpdate(input: Request, reading: Reading): Promise<Judged> {
  await judgeGeneratorDelete(input, reading);
  const { ReportGeneratorName: Name = '', Description = '' } = input;
  const terms = generatorViolations(input);
  return broken(terms.length > 0 ? terms : await unknown(input, reading), textWarnings({ Name, Description }));
}

/** DeleteLicenseManagerReportGenerator: whether it is there. @throws Fault of AWS where it is not */
export async function judgeGeneratorDelete(
  { LicenseManagerReportGeneratorArn }: Pick<Request, 'LicenseManagerReportGeneratorArn'>,
  { call }: Reading,
): Promise<Judged> {
  await call('license-manager:GetLicenseManagerReportGenerator', { LicenseManagerReportGeneratorArn });
  return broken([]);
}

/** A generator reports on its account's own configurations. */
async function unknown({ ReportContext }: Pick<Request, 'ReportContext'>, { call, scope }: Reading) {
  const arns = [...new Set(ReportContext?.licenseConfigurationArns ?? [])];
  const found = await everyPage(async (NextToken) => {
    const page = await call('license-manager:ListLicenseConfigurations', { NextToken });
    return { rows: page.LicenseConfigurations, next: page.NextToken };
  });
  const own = found.filter((one) => one.OwnerAccountId === scope.account).map((one) => one.LicenseConfigurationArn);
  return check('report-context', { named: arns.length, unknown: arns.filter((arn) => !own.includes(arn)) });
}
