import type { Input } from '../../contract/operations.ts';
import type { Result } from '../../contract/result.ts';
import { termsViolations } from '../../validation/configuration.ts';
import { guard } from '../../validation/refuse.ts';
import { tagViolations } from '../../validation/tags.ts';
import { takeAlerts } from '../shared/alerts.ts';
import { inputFor } from '../shared/input.ts';
import { shellWord } from '../shared/shell-word.ts';
import type { CommandContext } from '../types.ts';
import type { CreateArgs } from './declare-terms.ts';
import { requireServerProduct } from './products.ts';
import { placeWords, read } from './read.ts';
import { recordView } from './record.ts';
import { createInput } from './terms.ts';

/**
 * Makes a license configuration (CreateLicenseConfiguration) and reads it back.
 * @throws Fault with every term that is not allowed, all at once
 */
export async function run(args: CreateArgs, ctx: CommandContext): Promise<Result> {
  requireServerProduct(args.exceptIncluded, args.product);
  const input = createInput(args, await inputFor(ctx, 'license-manager:CreateLicenseConfiguration'));
  guardTerms(input);
  const { LicenseConfigurationArn: arn = '' } = await ctx.call('license-manager:CreateLicenseConfiguration', input);
  const made = await read(ctx.call, arn);
  const { alerts, notes } = await takeAlerts(ctx);
  const done = ctx.dryRun ? 'would be created' : 'created';
  return {
    value: { ...made, alerts },
    view: recordView(made),
    names: [args.name],
    notes: [
      ...notes,
      { kind: 'done', text: `${done} in ${await placeWords(ctx)}: ${args.name}` },
      ...(ctx.dryRun ? [] : [{ kind: 'hint', text: `lm ami attach AMI --config ${shellWord(args.name)}` } as const]),
    ],
  };
}

/** Judges the terms before the call, so that every reason shows, whichever backend answers. */
export function guardTerms(input: Input<'license-manager:CreateLicenseConfiguration'>): void {
  guard([...termsViolations(input), ...tagViolations(input.Tags)]);
}
