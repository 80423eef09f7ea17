import type { TotalChange } from '../store/tables/books.ts';

/** Sums changes that concern the same total, so that each total is written once. */
export function summed(changes: readonly TotalChange[]): readonly TotalChange[] {
  const sums = new Map<string, TotalChange>();
  for (const change of changes) {
    const key = `${change.configurationKey} ${change.resourceType}`;
    const before = sums.get(key);
    sums.set(key, {
      ...change,
      consumed: change.consumed + (before?.consumed ?? 0),
      associated: change.associated + (before?.associated ?? 0),
    });
  }
  return [...sums.values()].filter((change) => change.consumed !== 0 || change.associated !== 0);
}
