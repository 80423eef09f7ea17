import { check } from '../../validation/catalogue/index.ts';
import { guard } from '../../validation/guard.ts';
import type { Context } from '../operation.ts';
import type { Tx } from '../store/store.ts';
import { type AssociationRow, appliesTo } from '../store/tables/associations.ts';
import type { ImageRow } from '../store/tables/images.ts';

/**
 * An AMI that a request names and the caller can use; a deregistered one is gone for every request.
 * @throws Fault launch-ami-access
 */
export function usableImage(id: string | undefined, { here }: Pick<Context, 'here'>): ImageRow {
  const row = here.images.find(id ?? '');
  guard(check('launch-ami-access', { imageId: id ?? '', accessible: row?.state === 'available' }));
  if (row === undefined) throw new TypeError('unreachable: the guard refused');
  return row;
}

/**
 * The same, and the caller owns it.
 * @throws Fault launch-ami-access or ami-owner-only
 */
export function ownImage(id: string | undefined, context: Pick<Context, 'here' | 'scope'>): ImageRow {
  const row = usableImage(id, context);
  guard(check('ami-owner-only', { imageId: row.id, ownerId: row.account, accountId: context.scope.account }));
  return row;
}

/** Names of the configurations that launches of an AMI by an account fall under. */
export const trackedUnder = (tx: Tx, imageId: string, account: string): readonly string[] =>
  namesOf(
    tx,
    tx.associations.ofResource(imageId).filter((row) => appliesTo(row, account)),
  );

/** Names of the configurations of associations. */
export const namesOf = (tx: Tx, rows: readonly AssociationRow[]): readonly string[] =>
  rows.flatMap((row) => tx.across.configurationByKey(row.configurationKey)?.name ?? []);
