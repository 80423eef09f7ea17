import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Listing, nextToken, pageOf, pageStart } from '../../src/local-engine/paging.ts';
import { Refused } from '../../src/validation/guard.ts';
import { ACCOUNT, REGION } from '../support/sandbox.ts';

const listing = (token?: string, more: Partial<Listing> = {}): Listing => ({
  operation: 'List',
  scope: { account: ACCOUNT, region: REGION },
  filters: [{ Name: 'a', Values: ['b'] }],
  token,
  ...more,
});

/** A listing of the numbers below `end`, as the tables read them: after a key, at most so many. */
const readBelow = (end: number) => (after: readonly (string | number)[] | undefined, limit: number) =>
  Array.from({ length: end }, (_, n) => n)
    .filter((n) => n > Number(after?.[0] ?? -1))
    .slice(0, limit);

const page = (end: number, size: number, token?: string) => pageOf(listing(token), size, readBelow(end), (n) => [n]);

describe('pages', () => {
  test.each([
    { end: 0, size: 3, rows: [], more: false },
    { end: 3, size: 3, rows: [0, 1, 2], more: false },
    { end: 4, size: 3, rows: [0, 1, 2], more: true },
  ])('$end rows in pages of $size: the first has $rows', ({ end, size, rows, more }) => {
    const first = page(end, size);
    expect(first.rows).toEqual(rows);
    expect(first.nextToken !== undefined).toBe(more);
  });

  test('together they are the whole list, each row once, whatever the size', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 1, max: 20 }), (end, size) => {
        const rows: number[] = [];
        for (let token: string | undefined, first = true; first || token !== undefined; first = false) {
          const one = page(end, size, token);
          rows.push(...one.rows);
          token = one.nextToken;
        }
        expect(rows).toEqual(Array.from({ length: end }, (_, n) => n));
      }),
    );
  });
});

/** The constraints that refuse; none when the work goes through. */
function refusedBy(work: () => unknown): readonly string[] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof Refused) return error.violations.map((one) => one.id);
    throw error;
  }
}

describe('page-token-invalid: a token that does not fit is refused', () => {
  const token = nextToken(listing(), ['EC2_HOST', 7]);

  test('its own listing takes it', () => {
    expect(pageStart(listing(token))).toEqual(['EC2_HOST', 7]);
    expect(pageStart(listing())).toBeUndefined();
  });

  test.each<[what: string, listing: Listing]>([
    ['of another operation', listing(token, { operation: 'Other' })],
    ['of another account', listing(token, { scope: { account: '444455556666', region: REGION } })],
    ['of another Region', listing(token, { scope: { account: ACCOUNT, region: 'eu-west-1' } })],
    ['of other filters', listing(token, { filters: [] })],
    ['cut short', listing(token.slice(0, -6))],
    ['made up', listing('AAAA')],
    ['no base64', listing('ü')],
    ['empty', listing('')],
  ])('%s', (_what, other) => {
    expect(refusedBy(() => pageStart(other))).toEqual(['page-token-invalid']);
  });

  test('altered in any place', () => {
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom('A', 'b', '9'), (at, letter) => {
        fc.pre(token[at] !== letter);
        const altered = token.slice(0, at) + letter + token.slice(at + 1);
        // Base64 has spare bits at its end; where they alone changed, the token says the same.
        fc.pre(atob(altered) !== atob(token));
        expect(refusedBy(() => pageStart(listing(altered)))).toEqual(['page-token-invalid']);
      }),
    );
  });
});

test.each([
  [0, ['page-size-invalid']],
  [-1, ['page-size-invalid']],
  [1, []],
])('page-size-invalid: pages of %s', (size, refused) => {
  expect(refusedBy(() => page(2, size))).toEqual(refused);
});
