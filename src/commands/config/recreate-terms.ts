import type { Input } from '../../contract/operations.ts';
import type { RecreateArgs } from './declare-terms.ts';
import type { Configuration } from './limit.ts';
import { mergedRules, ruleName } from './merge.ts';
import { rulesOf, sharedTerms } from './terms.ts';

export type NewTerms = Input<'license-manager:CreateLicenseConfiguration'>;

/**
 * The terms of the configuration to be made: the present ones, under what `--input` brought, under the options.
 * A given rule replaces the one of its name; `--without` and `--no-rules` leave present ones out.
 */
export function newTerms(now: Configuration, args: RecreateArgs, given: Partial<NewTerms> = {}): NewTerms {
  const terms = { ...present(now), ...given, ...sharedTerms(args) };
  const LicenseRules = keptRules(now, args, given);
  const { LicenseCount: count, LicenseCountHardLimit: hard } = terms;
  const unset = args.count === 'none';
  return {
    ...terms,
    Name: args.name ?? terms.Name,
    LicenseCountingType: args.type ?? terms.LicenseCountingType,
    LicenseCount: unset ? undefined : count,
    // Without a number there is nothing to enforce, unless somebody insists: then the refusal says so.
    LicenseCountHardLimit: unset && args.hard === undefined ? false : hard,
    LicenseRules: [...LicenseRules],
  };
}

function present(now: Configuration): NewTerms {
  return {
    Name: now.Name,
    LicenseCountingType: now.LicenseCountingType,
    LicenseCount: now.LicenseCount,
    LicenseCountHardLimit: now.LicenseCountHardLimit,
    ProductInformationList: now.ProductInformationList,
    DisassociateWhenNotFound: now.DisassociateWhenNotFound,
    LicenseExpiry: now.LicenseExpiry,
    ...(now.Description === undefined ? {} : { Description: now.Description }),
    ...(now.Tags === undefined || now.Tags.length === 0 ? {} : { Tags: now.Tags }),
  };
}

function keptRules(now: Configuration, args: RecreateArgs, given: Partial<NewTerms>): readonly string[] {
  const without = new Set<string>(args.without ?? []);
  const kept = args.noRules ? [] : (given.LicenseRules ?? now.LicenseRules ?? []);
  return mergedRules(
    kept.filter((rule) => !without.has(ruleName(rule))),
    rulesOf(args),
  );
}
