import { check } from '../../validation/catalogue/index.ts';
import { guard } from '../../validation/guard.ts';
import { parseShareArn, SHARED_TYPES } from '../../validation/share-arns.ts';
import type { Context } from '../operation.ts';
import { type Page, pageOf } from '../paging.ts';
import { sharesReaching } from '../store/reach.ts';
import type { Tx } from '../store/store.ts';
import type { EntityKind, ShareEntityRow } from '../store/tables/share-entities.ts';
import type { ShareRow } from '../store/tables/shares.ts';

const PAGE = 100;
const CHUNK = 500;

/** What ListResources and ListPrincipals are asked alike. */
export interface ListingInput {
  readonly resourceOwner?: string | undefined;
  readonly resourceType?: string | undefined;
  readonly resourceShareArns?: readonly string[] | undefined;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}

/** A resource or principal with the share that it is in. */
export interface Listed {
  readonly row: ShareEntityRow;
  readonly share: ShareRow;
}

/**
 * What is in the caller's own shares, or in those of others that reach it, in pages.
 * @param entities the only ones that are wanted, where some are named
 * @param passes looks at what the store does not filter by
 * @throws Fault share-list-type, share-arn-malformed or page-token-invalid
 */
export function listEntities(
  tx: Tx,
  kind: EntityKind,
  input: ListingInput,
  { scope }: Context,
  entities: readonly string[] | undefined,
  passes: (listed: Listed) => boolean,
): Page<Listed> {
  const { resourceOwner, resourceType, resourceShareArns: arns = [], nextToken: token, maxResults = PAGE } = input;
  const parsed = arns.map((arn) => ({ arn, id: parseShareArn(arn)?.id }));
  guard(
    check('share-list-type', { ...(resourceType === undefined ? {} : { resourceType }), allowed: SHARED_TYPES }),
    parsed.flatMap(({ arn, id }) =>
      check('share-arn-malformed', { arn, what: 'a resource share', valid: id !== undefined }),
    ),
  );
  const filter = {
    status: 'ASSOCIATED',
    ...(arns.length === 0 ? {} : { shareIds: parsed.flatMap(({ id }) => id ?? []) }),
    ...(entities === undefined || entities.length === 0 ? {} : { entities }),
  };
  const reaching = resourceOwner === 'SELF' ? [] : sharesReaching(tx, scope);
  const read = (key: number) =>
    resourceOwner === 'SELF'
      ? tx.shareEntities.ownedBy(scope, kind, filter, key, CHUNK)
      : tx.shareEntities.inShares(reaching, kind, filter, key, CHUNK);
  const filters = [kind, resourceOwner, resourceType, filter];
  return pageOf(
    { operation: `List${kind}`, scope, filters, token },
    maxResults,
    (after, limit) => collect(tx, Number(after?.[0] ?? 0), limit, read, passes),
    ({ row }) => [row.key],
  );
}

/** Reads chunk after chunk until enough pass. */
function collect(
  tx: Tx,
  start: number,
  limit: number,
  read: (key: number) => readonly ShareEntityRow[],
  passes: (listed: Listed) => boolean,
): readonly Listed[] {
  const found: Listed[] = [];
  for (let from: number | undefined = start; from !== undefined && found.length < limit; ) {
    const rows = read(from);
    for (const row of rows) {
      const share = tx.shares.byKey(row.shareKey);
      if (share !== undefined && passes({ row, share })) found.push({ row, share });
    }
    from = rows.length === CHUNK ? rows.at(-1)?.key : undefined;
  }
  return found.slice(0, limit);
}
