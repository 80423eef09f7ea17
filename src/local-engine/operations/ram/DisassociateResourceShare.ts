import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { operation } from '../../operation.ts';
import { associationAnswer, echoed, NAMED_SHARE, openShare } from '../share.ts';
import { TAKEN, takeFrom } from '../share-entities.ts';

/**
 * https://docs.aws.amazon.com/ram/latest/APIReference/API_DisassociateResourceShare.html
 * RAM answers before it is done and says in no place how long that takes; here it is done when the answer is read.
 */
export default operation({
  name: 'ram:DisassociateResourceShare',
  access: 'write',
  constraints: [
    'share-client-token',
    'client-token-mismatch',
    ...NAMED_SHARE,
    'share-deleted',
    'share-entities-empty',
    ...TAKEN,
  ],
  token: (input) => input.clientToken,
  run(tx, input, context) {
    guard(check('share-client-token', input));
    const share = openShare(input.resourceShareArn, context);
    guard(check('share-entities-empty', input));
    const rows = takeFrom(tx, share, input, context);
    return {
      resourceShareAssociations: rows.map((row) => associationAnswer(share, row, 'DISASSOCIATING')),
      ...echoed(input.clientToken),
    };
  },
});
