import type { View } from '../../contract/result.ts';
import type { Configuration } from './limit.ts';

/** One term before and after a change, in words. */
export interface Difference {
  readonly term: string;
  readonly before: string;
  readonly after: string;
}

/** The terms of a configuration by their names, in words. */
export type Told = Readonly<Record<string, string>>;

export const NONE = 'none';

/** What is different, one line for each term, rule and tag. Terms that `is` does not speak of are left out. */
export function differenceRows(was: Told, is: Told): readonly Difference[] {
  const terms = new Set([...Object.keys(is), ...Object.keys(was).filter((term) => /^(rule|tag) /.test(term))]);
  return [...terms]
    .map((term) => ({ term, before: was[term] ?? NONE, after: is[term] ?? NONE }))
    .filter((row) => row.before !== row.after);
}

/** What is different in the tags alone. */
export const tagDifferences = (before: Configuration, after: Configuration): readonly Difference[] =>
  differenceRows(tagsTold(before), tagsTold(after));

/** Its tags, a term each. */
export const tagsTold = ({ Tags = [] }: Configuration): Told =>
  Object.fromEntries(Tags.map(({ Key, Value }) => [`tag ${Key}`, Value ?? '']));

/** The differences as a table; nothing at all where there are none. */
export function differencesView(rows: readonly Difference[]): View {
  return {
    kind: 'list',
    rows: rows.map((row) => ({ ...row })),
    columns: ['term', 'before', 'after'].map((key) => ({ key, title: key, align: 'left' })),
    empty: '',
  };
}
