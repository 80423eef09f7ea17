import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { operation } from '../../operation.ts';
import { echoed, NAMED_SHARE, openShare, shareAnswer } from '../share.ts';
import { present } from '../share-entities.ts';
import { outsiders } from '../share-principals.ts';

/** https://docs.aws.amazon.com/ram/latest/APIReference/API_UpdateResourceShare.html */
export default operation({
  name: 'ram:UpdateResourceShare',
  access: 'write',
  constraints: [
    'share-client-token',
    'client-token-mismatch',
    ...NAMED_SHARE,
    'share-deleted',
    'share-update-empty',
    'share-organization-only',
  ],
  token: (input) => input.clientToken,
  run(tx, input, context) {
    const { here, now, scope } = context;
    guard(check('share-client-token', input));
    const share = openShare(input.resourceShareArn, context);
    const external = input.allowExternalPrincipals ?? share.external;
    const outside = external ? [] : outsiders(tx, present(tx, share, 'PRINCIPAL'), share.account);
    guard(
      check('share-update-empty', input),
      check('share-organization-only', { what: `the share ${share.name}`, outside }),
    );
    const change = { name: input.name ?? share.name, external, updatedAt: now };
    here.shares.rename(share.id, change);
    return { resourceShare: shareAnswer(tx, { ...share, ...change }, scope.account), ...echoed(input.clientToken) };
  },
});
