import type { Scope } from '../contract/ports.ts';
import { requestRows } from '../validation/catalogue/request.ts';
import { checkIn } from '../validation/check-in.ts';
import { guard } from '../validation/guard.ts';
import { fingerprint } from './fingerprint.ts';

/** What a page of a listing is about; a token of another listing, account, Region or filter does not fit it. */
export interface Listing {
  readonly operation: string;
  readonly scope: Scope;
  readonly filters: unknown;
  /** The token the caller sent, if any. */
  readonly token: string | undefined;
  /** AWS's error code for a token that does not fit. */
  readonly fault?: string;
}

const VERSION = 1;

const bindingOf = ({ operation, scope, filters }: Listing): string =>
  fingerprint(JSON.stringify([VERSION, operation, scope.account, scope.region, filters ?? null]));

/** Encodes where a page ended; opaque to callers, and bound to the listing and to itself, so an altered one is noticed. */
export function nextToken(listing: Listing, after: readonly (string | number)[]): string {
  const body = JSON.stringify(after);
  return btoa(JSON.stringify([VERSION, fingerprint(bindingOf(listing) + body), body]));
}

/**
 * Reads the token of a listing.
 * @returns where the page begins, or undefined for the first page
 * @throws Fault page-token-invalid for a token that is foreign, altered or of another version
 */
export function pageStart(listing: Listing): readonly (string | number)[] | undefined {
  if (listing.token === undefined) return undefined;
  const after = decoded(listing, listing.token);
  guard(checkIn(requestRows, 'page-token-invalid', { token: listing.token, valid: after !== undefined }));
  return after;
}

function decoded(listing: Listing, token: string): readonly (string | number)[] | undefined {
  const parts = parsed(parsed64(token));
  if (!Array.isArray(parts)) return undefined;
  const [version, mark, body]: unknown[] = parts;
  if (version !== VERSION || typeof body !== 'string' || mark !== fingerprint(bindingOf(listing) + body))
    return undefined;
  const after = parsed(body);
  return Array.isArray(after) && after.every((part) => typeof part === 'string' || typeof part === 'number')
    ? after
    : undefined;
}

function parsed64(token: string): string {
  try {
    return atob(token);
  } catch {
    return '';
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export interface Page<T> {
  readonly rows: readonly T[];
  readonly nextToken: string | undefined;
}

/**
 * Reads one page by key: asks for one row more than fits, so the last page has no token.
 * @param keyOf where a row stands in the order of the listing
 * @throws Fault page-size-invalid for a page that holds nothing, or page-token-invalid
 */
export function pageOf<T>(
  listing: Listing,
  size: number,
  read: (after: readonly (string | number)[] | undefined, limit: number) => readonly T[],
  keyOf: (row: T) => readonly (string | number)[],
): Page<T> {
  guard(checkIn(requestRows, 'page-size-invalid', { size }));
  const rows = read(pageStart(listing), size + 1);
  const last = rows[size - 1];
  if (rows.length <= size || last === undefined) return { rows, nextToken: undefined };
  return { rows: rows.slice(0, size), nextToken: nextToken(listing, keyOf(last)) };
}
