import type { Violation } from '../../contract/decision.ts';
import type { Input } from '../../contract/operations.ts';
import type { Result } from '../../contract/result.ts';
import { UsageError } from '../../contract/usage.ts';
import { check } from '../../validation/catalogue/index.ts';
import { termsViolations } from '../../validation/configuration.ts';
import { guard } from '../../validation/refuse.ts';
import { counted, unitWord } from '../../validation/words.ts';
import { inputFor } from '../shared/input.ts';
import { shellWord } from '../shared/shell-word.ts';
import type { CommandContext } from '../types.ts';
import { changed } from './change.ts';
import type { UpdateArgs } from './declare-terms.ts';
import { differences } from './differences.ts';
import { mergedRules } from './merge.ts';
import { requireServerProduct } from './products.ts';
import { type Found, findWhole } from './read.ts';
import { sharedTerms } from './terms.ts';

type UpdateInput = Input<'license-manager:UpdateLicenseConfiguration'>;

/**
 * Changes a license configuration (UpdateLicenseConfiguration); what is not mentioned stays.
 * @throws UsageError when nothing is to change or a number is to be removed; Fault with every term that is not allowed
 */
export async function run(args: UpdateArgs, ctx: CommandContext): Promise<Result> {
  requireServerProduct(args.exceptIncluded, args.product);
  const found = await findWhole(ctx, args.config);
  if (args.count === 'none') throw cannotUnset(found.name);
  const { LicenseConfigurationArn: _, ...given } = await inputFor(ctx, 'license-manager:UpdateLicenseConfiguration');
  const change = { ...given, ...sharedTerms(args), ...(args.name === undefined ? {} : { Name: args.name }) };
  if (Object.keys(change).length === 0 && args.type === undefined) throw nothingGiven(found.name);
  guard(violationsOf(found, change, args.type));
  const lines = loosened(found, change);
  if (lines.length > 0) await ctx.confirm({ lines, danger: 'confirm', name: found.name });
  await ctx.call('license-manager:UpdateLicenseConfiguration', { ...change, LicenseConfigurationArn: found.arn });
  return changed(ctx, found, 'updated', differences);
}

type Change = Omit<UpdateInput, 'LicenseConfigurationArn'>;

/** Every reason at once: what AWS never changes, and what the configuration would be after it. */
function violationsOf({ name, now }: Found, change: Change, type: UpdateArgs['type']): readonly Violation[] {
  const { LicenseCountingType: present = 'vCPU', LicenseRules: rules = [] } = now;
  const merged = { ...now, ...change, LicenseRules: [...mergedRules(rules, change.LicenseRules ?? [])] };
  return [
    ...check('config-counting-type-immutable', { configuration: name, present, LicenseCountingType: type }),
    ...check('rule-affinity-only-later-rule', {
      configuration: name,
      present: rules,
      LicenseRules: change.LicenseRules,
    }),
    ...termsViolations({ ...merged, Name: merged.Name, LicenseCountingType: present }),
  ];
}

/** What becomes weaker by the change, and so wants a yes: one line each. */
function loosened({ name, now }: Found, change: Change): readonly string[] {
  const { ConsumedLicenses: used = 0, LicenseCount: before, LicenseCountingType: counting = 'Instance' } = now;
  const lowered = change.LicenseCount !== undefined && change.LicenseCount < used;
  const softened = now.LicenseCountHardLimit === true && change.LicenseCountHardLimit === false;
  const limit = change.LicenseCount ?? before ?? 0;
  return [
    ...(lowered
      ? [
          `${name}: ${counted(limit, unitWord(counting, 1))} would be fewer than the ${used} in use, over by ${used - limit}.`,
          'Nothing is stopped; later launches are judged against the new number.',
        ]
      : []),
    ...(softened
      ? [
          `${name}: launches beyond ${limit} ${unitWord(counting, limit)}, or against a rule, will go through with an alert.`,
        ]
      : []),
  ];
}

function cannotUnset(name: string): UsageError {
  return new UsageError(
    'AWS cannot remove the number of licences once it is set: it can only be changed',
    `make it soft: lm config update ${shellWord(name)} --soft; or make it anew without one: lm config recreate ${shellWord(name)} --count none`,
  );
}

function nothingGiven(name: string): UsageError {
  return new UsageError(
    'nothing was given that is to change',
    `for example: lm config update ${shellWord(name)} --count 128`,
  );
}
