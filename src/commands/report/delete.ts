import type { Result } from '../../contract/result.ts';
import { done } from '../shared/done.ts';
import { findGenerator, generatorId } from '../shared/generators.ts';
import type { CommandContext } from '../types.ts';
import type { DeleteArgs } from './manifest.ts';
import { placeOf } from './rows.ts';

/** Deletes a report generator once it is agreed (DeleteLicenseManagerReportGenerator). */
export async function run({ report }: DeleteArgs, ctx: CommandContext): Promise<Result> {
  const found = await findGenerator(ctx, report);
  const { ReportGeneratorName: name = report, LicenseManagerReportGeneratorArn } = found;
  const place = placeOf(found);
  const stays = place === undefined ? '' : ` What it has written stays in ${place}.`;
  await ctx.confirm({
    lines: [`${name} (${generatorId(found)}) will be deleted for good: no more reports.${stays}`],
    danger: 'confirm',
    name,
  });
  await ctx.call('license-manager:DeleteLicenseManagerReportGenerator', { LicenseManagerReportGeneratorArn });
  return {
    value: { LicenseManagerReportGeneratorArn },
    view: { kind: 'text', text: '' },
    names: [name],
    notes: [done(ctx, 'deleted', 'delete', `the report generator ${name}`)],
  };
}
