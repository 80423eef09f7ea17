import { type Difference, differenceRows, NONE, type Told, tagsTold } from './difference-rows.ts';
import { type Configuration, limitWords } from './limit.ts';
import { ruleName } from './merge.ts';
import { productWords } from './products.ts';

/** What is different in all that a configuration says. */
export const differences = (before: Configuration, after: Configuration): readonly Difference[] =>
  differenceRows(told(before), told(after));

function told(one: Configuration): Told {
  const rules = (one.LicenseRules ?? []).map((rule) => [`rule ${ruleName(rule)}`, rule.replace(/^#\w+=/, '')]);
  return {
    name: one.Name ?? '',
    description: one.Description || NONE,
    ...(one.Status === undefined ? {} : { status: one.Status }),
    counts: one.LicenseCountingType ?? '',
    limit: limitWords(one),
    ...Object.fromEntries(rules),
    finds: productWords(one.ProductInformationList ?? []).join(', ') || NONE,
    'when uninstalled': one.DisassociateWhenNotFound ? 'tracking stops' : 'tracking goes on',
    expires: one.LicenseExpiry === undefined ? 'never' : new Date(one.LicenseExpiry * 1000).toISOString(),
    ...(one.ConsumedLicenses === undefined ? {} : { used: String(one.ConsumedLicenses) }),
    ...tagsTold(one),
  };
}
