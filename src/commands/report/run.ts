import type { Result } from '../../contract/result.ts';
import { findGenerator } from '../shared/generators.ts';
import type { CommandContext } from '../types.ts';
import { madeOrChanged } from './made.ts';
import type { RunArgs } from './manifest.ts';
import { termsOf } from './terms.ts';

/** Changes a generator to what it is: AWS runs a changed one within the hour, and has no other call that does. */
export async function run({ report }: RunArgs, ctx: CommandContext): Promise<Result> {
  const now = await findGenerator(ctx, report);
  await ctx.call('license-manager:UpdateLicenseManagerReportGenerator', termsOf(now));
  const did = `${ctx.dryRun ? 'would be scheduled' : 'scheduled'} to run: ${now.ReportGeneratorName}`;
  return madeOrChanged(ctx, now.LicenseManagerReportGeneratorArn ?? '', did);
}
