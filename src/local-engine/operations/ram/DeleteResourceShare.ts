import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { sharePurge } from '../../moments.ts';
import { operation } from '../../operation.ts';
import { echoed, NAMED_SHARE, openShare } from '../share.ts';
import { present, takeFrom } from '../share-entities.ts';

/** https://docs.aws.amazon.com/ram/latest/APIReference/API_DeleteResourceShare.html */
export default operation({
  name: 'ram:DeleteResourceShare',
  access: 'write',
  constraints: ['share-client-token', 'client-token-mismatch', ...NAMED_SHARE, 'share-deleted'],
  token: (input) => input.clientToken,
  run(tx, input, context) {
    const { here, now } = context;
    guard(check('share-client-token', input));
    const share = openShare(input.resourceShareArn, context);
    const [resourceArns, principals] = [present(tx, share, 'RESOURCE'), present(tx, share, 'PRINCIPAL')];
    takeFrom(tx, share, { resourceArns, principals }, context);
    here.shares.delete(share.id, now, sharePurge(now));
    return { returnValue: true, ...echoed(input.clientToken) };
  },
});
