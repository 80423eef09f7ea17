import type { Note, Result } from '../../contract/result.ts';
import type { CommandContext } from '../types.ts';
import { changed } from './change.ts';
import type { ActivateArgs } from './declare-state.ts';
import { differences } from './differences.ts';
import { leftOf } from './limit.ts';
import { findWhole, read } from './read.ts';
import { usedWords } from './words.ts';

/** Counts and checks again (UpdateLicenseConfiguration, status AVAILABLE); what runs counts from this moment. */
export async function run({ config }: ActivateArgs, ctx: CommandContext): Promise<Result> {
  const found = await findWhole(ctx, config);
  const { arn, name, now } = found;
  if (now.Status === 'AVAILABLE') return changed(ctx, found, 'activated', differences);
  await ctx.call('license-manager:UpdateLicenseConfiguration', {
    LicenseConfigurationArn: arn,
    LicenseConfigurationStatus: 'AVAILABLE',
  });
  const after = await read(ctx.call, arn);
  const over = (leftOf(after) ?? 0) < 0;
  const excess: Note[] = over ? [{ kind: 'alert', text: `${name}: ${usedWords(after)}; nothing was stopped` }] : [];
  return changed(ctx, found, 'activated', differences, excess);
}
