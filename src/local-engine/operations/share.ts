import type { ResourceShare, ResourceShareAssociation } from '@aws-sdk/client-ram';
import { type ConstraintId, check } from '../../validation/catalogue/index.ts';
import { guard } from '../../validation/guard.ts';
import { parseShareArn, shareArn } from '../../validation/share-arns.ts';
import type { Context } from '../operation.ts';
import type { Tx } from '../store/store.ts';
import type { EntityStatus, ShareEntityRow } from '../store/tables/share-entities.ts';
import type { ShareRow } from '../store/tables/shares.ts';

/** What naming a resource share may break. */
export const NAMED_SHARE = ['share-arn-malformed', 'share-not-found'] as const satisfies readonly ConstraintId[];

/**
 * The share that an ARN names, in the caller's account and Region.
 * @throws Fault share-arn-malformed or share-not-found
 */
export function ownShare(arn: string | undefined, { here, scope }: Pick<Context, 'here' | 'scope'>): ShareRow {
  const given = arn ?? '';
  const parsed = parseShareArn(given);
  guard(check('share-arn-malformed', { arn: given, what: 'a resource share', valid: parsed !== undefined }));
  const row = parsed && here.shares.find(parsed.id);
  const found = row !== undefined && shareArn(row, row.id) === given;
  guard(check('share-not-found', { arn: given, account: scope.account, found }));
  if (row === undefined) throw new TypeError('unreachable: the guard refused');
  return row;
}

/** The same, and it can still be changed: share-deleted. */
export function openShare(arn: string | undefined, context: Pick<Context, 'here' | 'scope'>): ShareRow {
  const row = ownShare(arn, context);
  guard(check('share-deleted', { share: row.name, status: row.status }));
  return row;
}

/** A share as RAM describes it; its tags are for its owner only. */
export function shareAnswer(tx: Tx, row: ShareRow, account: string): ResourceShare {
  const tags = row.account === account ? tx.tags.of(row.id) : [];
  return {
    resourceShareArn: shareArn(row, row.id),
    name: row.name,
    owningAccountId: row.account,
    allowExternalPrincipals: row.external,
    status: row.status,
    ...(tags.length === 0 ? {} : { tags: tags.map(({ Key, Value }) => ({ key: Key, value: Value })) }),
    creationTime: new Date(row.createdAt),
    lastUpdatedTime: new Date(row.updatedAt),
    featureSet: 'STANDARD',
    resourceShareConfiguration: { retainSharingOnAccountLeaveOrganization: row.retain },
  };
}

/**
 * A resource or principal of a share as RAM describes it.
 * @param status where the answer says more than is stored: a change is done at once, but answered as AWS does, in progress
 */
export function associationAnswer(
  share: ShareRow,
  row: ShareEntityRow,
  status: EntityStatus | 'DISASSOCIATING' = row.status,
): ResourceShareAssociation {
  return {
    resourceShareArn: shareArn(share, share.id),
    resourceShareName: share.name,
    associatedEntity: row.entity,
    associationType: row.kind,
    status,
    creationTime: new Date(row.createdAt),
    lastUpdatedTime: new Date(row.updatedAt),
    external: row.external,
  };
}

/** The token as RAM sends it back. */
export const echoed = (clientToken: string | undefined) => (clientToken === undefined ? {} : { clientToken });
