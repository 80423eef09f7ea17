import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { operation } from '../../operation.ts';
import { pageOf } from '../../paging.ts';
import { associationAnswer, NAMED_SHARE, ownShare } from '../share.ts';

const PAGE = 100;

/** https://docs.aws.amazon.com/ram/latest/APIReference/API_GetResourceShareAssociations.html */
export default operation({
  name: 'ram:GetResourceShareAssociations',
  access: 'read',
  constraints: [...NAMED_SHARE, 'share-association-filter', 'page-token-invalid'],
  run(tx, input, context) {
    const { scope } = context;
    const { associationType, resourceArn, principal, associationStatus: status, resourceShareArns: arns = [] } = input;
    guard(check('share-association-filter', input));
    const entity = resourceArn ?? principal;
    const filter = {
      ...(arns.length === 0 ? {} : { shareIds: arns.map((arn) => ownShare(arn, context).id) }),
      ...(entity === undefined ? {} : { entities: [entity] }),
      ...(status === undefined ? {} : { status }),
    };
    const kind = associationType === 'PRINCIPAL' ? 'PRINCIPAL' : 'RESOURCE';
    const page = pageOf(
      { operation: 'GetResourceShareAssociations', scope, filters: [associationType, filter], token: input.nextToken },
      input.maxResults ?? PAGE,
      (after, limit) =>
        // Nothing that is shared here has sources.
        associationType === 'SOURCE'
          ? []
          : tx.shareEntities.ownedBy(scope, kind, filter, Number(after?.[0] ?? 0), limit),
      (row) => [row.key],
    );
    const resourceShareAssociations = page.rows.flatMap((row) => {
      const share = tx.shares.byKey(row.shareKey);
      return share === undefined ? [] : [associationAnswer(share, row)];
    });
    return { resourceShareAssociations, nextToken: page.nextToken };
  },
});
