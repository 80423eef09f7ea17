import type { Result } from '../../contract/result.ts';
import { takeAlerts } from '../shared/alerts.ts';
import type { CommandContext } from '../types.ts';
import { recordView } from './rows.ts';

/**
 * A generator as it is read back after it was made or changed, and when its reports come.
 * @param isNew in a dry run nobody knows the bucket of a new one: it may have to be made
 */
export async function madeOrChanged(ctx: CommandContext, arn: string, did: string, isNew = false): Promise<Result> {
  const { ReportGenerator: found = {} } = await ctx.call('license-manager:GetLicenseManagerReportGenerator', {
    LicenseManagerReportGeneratorArn: arn,
  });
  const { S3Location: _, ...placeless } = found;
  const now = ctx.dryRun && isNew ? placeless : found;
  const { alerts, notes } = await takeAlerts(ctx);
  const sooner = ctx.settings.backend.value === 'local' ? '; in a sandbox: lm local clock advance 1h' : '';
  const view = await recordView(ctx, now);
  return {
    value: { ReportGenerator: now, alerts },
    view,
    names: [now.ReportGeneratorName ?? ''],
    notes: [
      ...notes,
      { kind: 'done', text: did },
      ...(ctx.dryRun ? [] : [{ kind: 'hint', text: `its reports come within 60 minutes${sooner}` } as const]),
    ],
  };
}
