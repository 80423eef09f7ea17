import type { Input, Output } from '../../contract/operations.ts';
import type { CountingType } from '../../contract/world.ts';
import { check } from '../../validation/catalogue/index.ts';
import { type ConfigurationTerms, termsViolations } from '../../validation/configuration.ts';
import { textWarnings } from '../../validation/free-text.ts';
import { DEFAULT_QUOTAS } from '../../validation/quotas.ts';
import { generatorNames } from '../../validation/report-generator.ts';
import { tagViolations } from '../../validation/tags.ts';
import { everyPage, type Reading } from '../../world/reading.ts';
import { broken, type Judged } from './judged.ts';

/** CreateLicenseConfiguration: its terms and tags, and the quota of configurations. */
export async function judgeCreate(
  input: Input<'license-manager:CreateLicenseConfiguration'>,
  { call }: Reading,
): Promise<Judged> {
  const terms = [...termsViolations(input), ...tagViolations(input.Tags)];
  if (terms.length > 0) return broken(terms);
  const existing = await everyPage(async (NextToken) => {
    const page = await call('license-manager:ListLicenseConfigurations', { NextToken });
    return { rows: page.LicenseConfigurations, next: page.NextToken };
  });
  const quota = { existing: existing.length, limit: DEFAULT_QUOTAS.configurations };
  return broken(check('quota-configurations-25', quota), textWarnings(input));
}

/** UpdateLicenseConfiguration: the terms that it would leave, and whether anything runs under one that is deactivated. */
export async function judgeUpdate(
  input: Input<'license-manager:UpdateLicenseConfiguration'>,
  { call }: Reading,
): Promise<Judged> {
  const { LicenseConfigurationArn, LicenseRules } = input;
  const now = await call('license-manager:GetLicenseConfiguration', { LicenseConfigurationArn });
  const configuration = now.Name ?? '';
  const { LicenseRules: present = [], LicenseCountingType: counting = 'vCPU', ConsumedLicenses: consumed = 0 } = now;
  const affinity = check('rule-affinity-only-later-rule', { configuration, present, LicenseRules });
  const type: CountingType = counting;
  const terms = affinity.length > 0 ? affinity : termsViolations(merged(now, input, type));
  const stops = input.LicenseConfigurationStatus === 'DISABLED' && now.Status !== 'DISABLED';
  const running = stops ? await runningUnder(call, LicenseConfigurationArn) : [];
  return broken(
    terms.length > 0 ? terms : stops ? check('config-deactivate-requires-no-running', { configuration, running }) : [],
    [
      ...check('config-edit-lower-count', { configuration, LicenseCount: input.LicenseCount, consumed }),
      ...textWarnings(input),
    ],
  );
}

/** What is not mentioned stays as it is. */
function merged(
  now: Output<'license-manager:GetLicenseConfiguration'>,
  input: Input<'license-manager:UpdateLicenseConfiguration'>,
  LicenseCountingType: CountingType,
): ConfigurationTerms {
  return {
    Name: input.Name ?? now.Name,
    LicenseCountingType,
    LicenseCount: input.LicenseCount ?? now.LicenseCount,
    LicenseCountHardLimit: input.LicenseCountHardLimit ?? now.LicenseCountHardLimit,
    LicenseRules: [...new Set([...(now.LicenseRules ?? []), ...(input.LicenseRules ?? [])])],
    ProductInformationList: input.ProductInformationList ?? now.ProductInformationList,
  };
}

async function runningUnder(call: Reading['call'], LicenseConfigurationArn: string | undefined) {
  const usage = await everyPage(async (NextToken) => {
    const page = await call('license-manager:ListUsageForLicenseConfiguration', { LicenseConfigurationArn, NextToken });
    return { rows: page.LicenseConfigurationUsageList, next: page.NextToken };
  });
  return usage
    .filter((one) => one.ResourceType === 'EC2_INSTANCE' && one.ResourceStatus !== 'stopped')
    .flatMap((one) => one.ResourceArn?.split('/').at(-1) ?? []);
}

/** DeleteLicenseConfiguration: nothing may be attached any more, and nothing may report on it. */
export async function judgeDelete(
  { LicenseConfigurationArn }: Input<'license-manager:DeleteLicenseConfiguration'>,
  { call }: Reading,
): Promise<Judged> {
  const { Name = '' } = await call('license-manager:GetLicenseConfiguration', { LicenseConfigurationArn });
  const attached = await everyPage(async (NextToken) => {
    const page = await call('license-manager:ListAssociationsForLicenseConfiguration', {
      LicenseConfigurationArn,
      NextToken,
    });
    return { rows: page.LicenseConfigurationAssociations, next: page.NextToken };
  });
  const associated = attached.map(({ ResourceArn }) => ResourceArn?.split('/').at(-1) ?? '');
  const inUse = check('config-delete-needs-no-associations', { configuration: Name, associated });
  if (inUse.length > 0) return broken(inUse);
  const generators = await generatorsOf(call, LicenseConfigurationArn);
  return broken(check('config-delete-needs-no-report-generator', { configuration: Name, generators }));
}

async function generatorsOf(call: Reading['call'], LicenseConfigurationArn = ''): Promise<readonly string[]> {
  const Filters = [{ Name: 'LicenseConfigurationArn', Values: [LicenseConfigurationArn] }];
  const found = await everyPage(async (NextToken) => {
    const page = await call('license-manager:ListLicenseManagerReportGenerators', { Filters, NextToken });
    return { rows: page.ReportGenerators, next: page.NextToken };
  });
  return generatorNames(found);
}

/** TagResource: the tags, with those that are there already. */
export async function judgeTags(input: Input<'license-manager:TagResource'>, { call }: Reading): Promise<Judged> {
  const { Tags = [] } = await call('license-manager:ListTagsForResource', { ResourceArn: input.ResourceArn });
  return broken(
    tagViolations(
      input.Tags,
      Tags.flatMap(({ Key }) => Key ?? []),
    ),
  );
}
