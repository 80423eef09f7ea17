/**
 * The candidates that a mistyped word most likely means, best first; letter case does not count.
 * A candidate qualifies when it begins with the word, contains it (3 letters or more), or lies within one typing slip
 * (a letter more, less, other, or two swapped) for every three letters of the word, three slips at most.
 * @param max how many to return at most
 */
export function nearest(word: string, candidates: readonly string[], max = 3): readonly string[] {
  const wanted = word.trim().toLowerCase();
  if (wanted === '') return [];
  const ranked = [...new Set(candidates)]
    .map((candidate) => ({ candidate, rank: rank(wanted, candidate.toLowerCase()) }))
    .filter(({ rank }) => rank.slips !== undefined);
  ranked.sort(
    (a, b) =>
      (a.rank.slips ?? 0) - (b.rank.slips ?? 0) || b.rank.shared - a.rank.shared || a.rank.length - b.rank.length,
  );
  return ranked.slice(0, max).map(({ candidate }) => candidate);
}

interface Rank {
  /** Typing slips, or what a partial match counts for; undefined when the candidate is too far away. */
  readonly slips: number | undefined;
  /** Letters that both begin with. */
  readonly shared: number;
  readonly length: number;
}

function rank(wanted: string, candidate: string): Rank {
  const cutoff = Math.max(1, Math.min(3, Math.floor(wanted.length / 3)));
  const partial = partialMatch(wanted, candidate);
  const distance = Math.abs(wanted.length - candidate.length) > cutoff ? cutoff + 1 : typingSlips(wanted, candidate);
  const typed = distance <= cutoff ? distance : undefined;
  const slips = typed === undefined || partial === undefined ? (typed ?? partial) : Math.min(typed, partial);
  return { slips, shared: sharedStart(wanted, candidate), length: candidate.length };
}

/** A beginning is as good as one slip, a part in the middle as two. */
function partialMatch(wanted: string, candidate: string): number | undefined {
  if (candidate.startsWith(wanted)) return 1;
  return wanted.length >= 3 && candidate.includes(wanted) ? 2 : undefined;
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** Damerau-Levenshtein distance in its optimal string alignment form: no letter is moved twice. */
export function typingSlips(a: string, b: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const other = a[row - 1] === b[column - 1] ? 0 : 1;
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + other,
        swapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
