import { operation } from '../../operation.ts';
import { echoed } from '../share.ts';
import { ANSWERED, answerInvitation } from '../share-invitation.ts';

/** https://docs.aws.amazon.com/ram/latest/APIReference/API_AcceptResourceShareInvitation.html */
export default operation({
  name: 'ram:AcceptResourceShareInvitation',
  access: 'write',
  constraints: ['client-token-mismatch', ...ANSWERED],
  token: (input) => input.clientToken,
  run(tx, input, context) {
    const resourceShareInvitation = answerInvitation(tx, input, 'ACCEPTED', context);
    return { resourceShareInvitation, ...echoed(input.clientToken) };
  },
});
