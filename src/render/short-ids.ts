const ID = /\b(h|i)-([0-9a-f]+)\b/g;
const SHORTEST = 5;

/**
 * Shortens ids of hosts and instances for reading: `h-…1a2b3`, or `h-..1a2b3` in ASCII. Ids rise with time, so their
 * heads are alike; what tells them apart is the tail. Such a tail is also accepted as input.
 *
 * @param texts everything that will be shown; the ids in it decide how long an unambiguous tail (at least 5 digits) is
 * @returns a function that shortens every id of those in a text; an id that would lose fewer than three digits stays
 */
export function idShortener(texts: Iterable<string>, ascii: boolean): (text: string) => string {
  const digits = tailLengths(texts);
  const mark = ascii ? '..' : '…';
  return (text) =>
    text.replace(ID, (id: string, kind: string, hex: string) => {
      const length = digits.get(kind) ?? hex.length;
      return hex.length - length < 3 ? id : `${kind}-${mark}${hex.slice(-length)}`;
    });
}

function tailLengths(texts: Iterable<string>): ReadonlyMap<string, number> {
  const kinds = new Map<string, Set<string>>();
  for (const text of texts) {
    for (const [, kind = '', hex = ''] of text.matchAll(ID)) kinds.set(kind, (kinds.get(kind) ?? new Set()).add(hex));
  }
  return new Map([...kinds].map(([kind, hexes]) => [kind, unambiguous([...hexes])]));
}

function unambiguous(hexes: readonly string[]): number {
  const longest = Math.max(...hexes.map((hex) => hex.length));
  for (let length = SHORTEST; length < longest; length += 1) {
    if (new Set(hexes.map((hex) => hex.slice(-length))).size === hexes.length) return length;
  }
  return longest;
}
