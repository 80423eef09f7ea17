import type { View } from '../../contract/result.ts';
import { ruleName } from './merge.ts';
import { productWords } from './products.ts';
import { type Configuration, limitWords } from './words.ts';

/** One term before and after a change, in words. */
export interface Difference {
  readonly term: string;
  readonly before: string;
  readonly after: string;
}

const NONE = 'none';

/** What is different, one line for each term, rule and tag. Terms that `after` does not speak of are left out. */
export function differences(before: Configuration, after: Configuration): readonly Difference[] {
  const [was, is] = [told(before), told(after)];
  const terms = new Set([...Object.keys(is), ...Object.keys(was).filter((term) => /^(rule|tag) /.test(term))]);
  return [...terms]
    .map((term) => ({ term, before: was[term] ?? NONE, after: is[term] ?? NONE }))
    .filter((row) => row.before !== row.after);
}

/** The differences as a table; nothing at all where there are none. */
export function differencesView(rows: readonly Difference[]): View {
  return {
    kind: 'list',
    rows: rows.map((row) => ({ ...row })),
    columns: ['term', 'before', 'after'].map((key) => ({ key, title: key, align: 'left' })),
    empty: '',
  };
}

function told(one: Configuration): Readonly<Record<string, string>> {
  const rules = (one.LicenseRules ?? []).map((rule) => [`rule ${ruleName(rule)}`, rule.replace(/^#\w+=/, '')]);
  const tags = (one.Tags ?? []).map(({ Key, Value }) => [`tag ${Key}`, Value ?? '']);
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
    ...Object.fromEntries(tags),
  };
}
