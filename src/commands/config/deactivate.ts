import type { Result } from '../../contract/result.ts';
import type { CommandContext } from '../types.ts';
import { changed } from './change.ts';
import type { DeactivateArgs } from './declare-state.ts';
import { differences } from './differences.ts';
import { findWhole } from './read.ts';

/**
 * Stops counting and checking (UpdateLicenseConfiguration, status DISABLED); associations stay.
 * @throws Fault config-deactivate-requires-no-running while machines run under it
 */
export async function run({ config }: DeactivateArgs, ctx: CommandContext): Promise<Result> {
  const found = await findWhole(ctx, config);
  const { arn, name, now } = found;
  if (now.Status === 'DISABLED') return changed(ctx, found, 'deactivated', differences);
  await ctx.confirm({
    lines: [
      `${name} will be deactivated: launches from its AMIs go through uncounted and unchecked,`,
      'and launches that name it are refused. What it is attached to stays attached.',
    ],
    danger: 'confirm',
    name,
  });
  await ctx.call('license-manager:UpdateLicenseConfiguration', {
    LicenseConfigurationArn: arn,
    LicenseConfigurationStatus: 'DISABLED',
  });
  return changed(ctx, found, 'deactivated', differences);
}
