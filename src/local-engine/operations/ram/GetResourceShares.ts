import type { Input } from '../../../contract/operations.ts';
import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { DEFAULT_PERMISSIONS, parseShareArn, parseShareable } from '../../../validation/share-arns.ts';
import { type Context, operation } from '../../operation.ts';
import { pageOf } from '../../paging.ts';
import { sharesReaching } from '../../store/reach.ts';
import type { Tx } from '../../store/store.ts';
import type { ShareRow } from '../../store/tables/shares.ts';
import { NAMED_SHARE, shareAnswer } from '../share.ts';
import { present } from '../share-entities.ts';

const PAGE = 100;

/** https://docs.aws.amazon.com/ram/latest/APIReference/API_GetResourceShares.html */
export default operation({
  name: 'ram:GetResourceShares',
  access: 'read',
  constraints: [...NAMED_SHARE, 'page-token-invalid'],
  run(tx, input, context) {
    const { scope } = context;
    const { nextToken: token, maxResults = PAGE, ...filters } = input;
    const rows = candidates(tx, input.resourceOwner, context);
    guard(
      ...(input.resourceShareArns ?? []).map((arn) => {
        const parsed = parseShareArn(arn);
        const known = rows.some((row) => row.id === parsed?.id && row.account === parsed.account);
        return [
          ...check('share-arn-malformed', { arn, what: 'a resource share', valid: parsed !== undefined }),
          ...(parsed === undefined ? [] : check('share-not-found', { arn, account: scope.account, found: known })),
        ];
      }),
    );
    const ids = input.resourceShareArns?.map((arn) => parseShareArn(arn)?.id);
    const wanted = rows.filter(
      (row) => (ids === undefined || ids.length === 0 || ids.includes(row.id)) && passes(tx, row, input),
    );
    const page = pageOf(
      { operation: 'GetResourceShares', scope, filters, token },
      maxResults,
      (after, limit) => wanted.filter((row) => row.key > Number(after?.[0] ?? 0)).slice(0, limit),
      (row) => [row.key],
    );
    return { resourceShares: page.rows.map((row) => shareAnswer(tx, row, scope.account)), nextToken: page.nextToken };
  },
});

/** The caller's own shares, or those of others that let it use something; few, so the page is cut from the whole. */
function candidates(tx: Tx, owner: string | undefined, { here, scope }: Context): readonly ShareRow[] {
  return owner === 'SELF'
    ? here.shares.after(0, Number.MAX_SAFE_INTEGER)
    : sharesReaching(tx, scope).flatMap((key) => tx.shares.byKey(key) ?? []);
}

function passes(tx: Tx, row: ShareRow, input: Input<'ram:GetResourceShares'>): boolean {
  const { name, resourceShareStatus: status, tagFilters = [], permissionArn, permissionVersion } = input;
  if (name !== undefined && name !== row.name) return false;
  if (status !== undefined && status !== row.status) return false;
  if (permissionArn !== undefined && !permissionsOf(tx, row).includes(permissionArn)) return false;
  // AWS's own permissions for these types have one version.
  if (permissionVersion !== undefined && permissionVersion !== 1) return false;
  const tags = tx.tags.of(row.id);
  return tagFilters.every(({ tagKey, tagValues = [] }) =>
    tags.some(({ Key, Value }) => Key === tagKey && (tagValues.length === 0 || tagValues.includes(Value))),
  );
}

const permissionsOf = (tx: Tx, row: ShareRow): readonly string[] =>
  present(tx, row, 'RESOURCE').flatMap(
    (arn) => DEFAULT_PERMISSIONS[parseShareable(arn)?.type ?? 'resource-groups:Group'],
  );
