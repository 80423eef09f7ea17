import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { operation } from '../../operation.ts';
import { associationAnswer, echoed, NAMED_SHARE, openShare } from '../share.ts';
import { ADDED, addTo } from '../share-entities.ts';

/**
 * https://docs.aws.amazon.com/ram/latest/APIReference/API_AssociateResourceShare.html
 * RAM answers before it is done and says in no place how long that takes; here it is done when the answer is read.
 */
export default operation({
  name: 'ram:AssociateResourceShare',
  access: 'write',
  constraints: [
    'share-client-token',
    'client-token-mismatch',
    ...NAMED_SHARE,
    'share-deleted',
    'share-entities-empty',
    ...ADDED,
  ],
  token: (input) => input.clientToken,
  run(tx, input, context) {
    guard(check('share-client-token', input));
    const share = openShare(input.resourceShareArn, context);
    guard(check('share-entities-empty', input));
    const rows = addTo(tx, share, input, context);
    return {
      resourceShareAssociations: rows.map((row) => associationAnswer(share, row, 'ASSOCIATING')),
      ...echoed(input.clientToken),
    };
  },
});
