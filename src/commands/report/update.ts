import type { Result } from '../../contract/result.ts';
import { findGenerator } from '../shared/generators.ts';
import { inputFor } from '../shared/input.ts';
import type { CommandContext } from '../types.ts';
import { madeOrChanged } from './made.ts';
import type { UpdateArgs } from './manifest.ts';
import { arnsOf, configurationsOf, frequencyOf, termsOf, typesOf } from './terms.ts';

/** Changes a report generator (UpdateLicenseManagerReportGenerator); AWS wants all terms told again, so what is not mentioned is read before. */
export async function run(args: UpdateArgs, ctx: CommandContext): Promise<Result> {
  const now = await findGenerator(ctx, args.report);
  const { every, config, type, description } = args;
  const { LicenseManagerReportGeneratorArn: arn = '', ReportGeneratorName: before = '' } = now;
  const name = args.name ?? before;
  await ctx.call('license-manager:UpdateLicenseManagerReportGenerator', {
    ...termsOf(now),
    ...(await inputFor(ctx, 'license-manager:UpdateLicenseManagerReportGenerator')),
    LicenseManagerReportGeneratorArn: arn,
    ReportGeneratorName: name,
    ...(type === undefined ? {} : { Type: typesOf(type) }),
    ...(config === undefined
      ? {}
      : { ReportContext: { licenseConfigurationArns: arnsOf(await configurationsOf(ctx, config)) } }),
    ...(every === undefined ? {} : { ReportFrequency: frequencyOf(every) }),
    ...(description === undefined ? {} : { Description: description }),
  });
  const renamed = name === before ? '' : `, called ${name} from now on`;
  return madeOrChanged(ctx, arn, `${ctx.dryRun ? 'would be updated' : 'updated'}: ${before}${renamed}`);
}
