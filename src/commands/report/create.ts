import type { Result } from '../../contract/result.ts';
import { allOf, counted } from '../../validation/words.ts';
import { inputFor } from '../shared/input.ts';
import type { CommandContext } from '../types.ts';
import { madeOrChanged } from './made.ts';
import type { CreateArgs } from './manifest.ts';
import { arnsOf, BOTH, configurationsOf, frequencyOf, typesOf } from './terms.ts';

/** Makes a report generator and reads it back (CreateLicenseManagerReportGenerator). */
export async function run(
  { name, every, config, type, description, tag }: CreateArgs,
  ctx: CommandContext,
): Promise<Result> {
  const { ReportContext: brought, ...given } = await inputFor(
    ctx,
    'license-manager:CreateLicenseManagerReportGenerator',
  );
  const configurations =
    config === undefined && brought !== undefined ? undefined : await configurationsOf(ctx, config);
  const { LicenseManagerReportGeneratorArn: arn = '' } = await ctx.call(
    'license-manager:CreateLicenseManagerReportGenerator',
    {
      ClientToken: undefined,
      ...given,
      ReportGeneratorName: name,
      Type: type === undefined ? (given.Type ?? typesOf(BOTH)) : typesOf(type),
      ReportContext: configurations === undefined ? brought : { licenseConfigurationArns: arnsOf(configurations) },
      ReportFrequency: frequencyOf(every),
      ...(description === undefined ? {} : { Description: description }),
      ...(tag === undefined ? {} : { Tags: Object.entries(tag).map(([Key, Value]) => ({ Key, Value })) }),
    },
  );
  const on = configurations?.map(({ Name = '' }) => Name) ?? [];
  const isAll = config === undefined && configurations !== undefined;
  const about = isAll ? `: ${counted(on.length, 'configuration')} (${allOf(on)}); later ones are not added` : '';
  return madeOrChanged(ctx, arn, `${ctx.dryRun ? 'would be created' : 'created'}: ${name}${about}`, true);
}
