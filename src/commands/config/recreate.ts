import type { Call } from '../../contract/ports.ts';
import type { Result } from '../../contract/result.ts';
import { UsageError } from '../../contract/usage.ts';
import { counted } from '../../validation/words.ts';
import { takeAlerts } from '../shared/alerts.ts';
import { inputFor } from '../shared/input.ts';
import { shellWord } from '../shared/shell-word.ts';
import type { CommandContext } from '../types.ts';
import { doneWord } from './change.ts';
import { guardTerms } from './create.ts';
import type { RecreateArgs } from './declare-terms.ts';
import { attachedLines, guardNotReported, takeOff } from './delete.ts';
import { differencesView } from './difference-rows.ts';
import { differences } from './differences.ts';
import { requireServerProduct } from './products.ts';
import { associationsOf, findWhole, read } from './read.ts';
import { type NewTerms, newTerms } from './recreate-terms.ts';

/**
 * Gives a configuration new terms: everything attached is taken off, it is deleted, created anew and attached again, all
 * or nothing (License Manager User Guide, "Delete a license configuration").
 * @throws UsageError when nothing would change; Fault with every reason against the new terms, or
 * config-delete-needs-no-report-generator
 */
export async function run(args: RecreateArgs, ctx: CommandContext): Promise<Result> {
  requireServerProduct(args.exceptIncluded, args.product);
  const { arn, name, now } = await findWhole(ctx, args.config);
  const input = newTerms(now, args, await inputFor(ctx, 'license-manager:CreateLicenseConfiguration'));
  const rows = differences(now, input);
  if (rows.length === 0) throw nothingNew(name);
  guardTerms(input);
  await guardNotReported(ctx, arn, name);
  const attached = await associationsOf(ctx.call, arn);
  await ctx.confirm({
    lines: [
      `${name} will be deleted and made anew; its id and ARN change, and its usage begins again.`,
      ...rows.map(({ term, before, after }) => `  ${term}: ${before} -> ${after}`),
      ...(attached.length === 0 ? [] : [`Taken off and attached again, ${counted(attached.length, 'resource')}:`]),
      ...attachedLines(attached),
    ],
    danger: 'type-name',
    name,
  });
  const made = await ctx.atomically(async (call) => {
    await takeOff(call, arn, attached);
    await call('license-manager:DeleteLicenseConfiguration', { LicenseConfigurationArn: arn });
    return remake(call, input, attached, now.Status === 'DISABLED');
  });
  const after = await read(ctx.call, made);
  const { alerts, notes } = await takeAlerts(ctx);
  const again = attached.length === 0 ? '' : `, attached again to ${counted(attached.length, 'resource')}`;
  return {
    value: {
      formatVersion: 1,
      before: now,
      after,
      Associated: attached.map(({ ResourceArn }) => ResourceArn),
      alerts,
    },
    view: differencesView([
      ...rows,
      { term: 'id', before: now.LicenseConfigurationId ?? '', after: after.LicenseConfigurationId ?? '' },
    ]),
    names: [input.Name ?? name],
    notes: [...notes, { kind: 'done', text: `${doneWord(ctx, 'made anew')}: ${input.Name}${again}` }],
  };
}

/** Creates and attaches again; what was deactivated is deactivated again at the end. Returns the new ARN. */
async function remake(
  call: Call,
  input: NewTerms,
  attached: Awaited<ReturnType<typeof associationsOf>>,
  disabled: boolean,
): Promise<string> {
  const { LicenseConfigurationArn = '' } = await call('license-manager:CreateLicenseConfiguration', input);
  for (const { ResourceArn, AmiAssociationScope } of attached) {
    await call('license-manager:UpdateLicenseSpecificationsForResource', {
      ResourceArn,
      AddLicenseSpecifications: [
        { LicenseConfigurationArn, ...(AmiAssociationScope === undefined ? {} : { AmiAssociationScope }) },
      ],
    });
  }
  if (disabled) {
    await call('license-manager:UpdateLicenseConfiguration', {
      LicenseConfigurationArn,
      LicenseConfigurationStatus: 'DISABLED',
    });
  }
  return LicenseConfigurationArn;
}

function nothingNew(name: string): UsageError {
  return new UsageError(
    'the new terms are the present ones, so there is nothing to make anew',
    `say what is to be different, for example: lm config recreate ${shellWord(name)} --min-cores 4`,
  );
}
