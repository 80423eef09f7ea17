import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { parseShareArn } from '../../../validation/share-arns.ts';
import { operation } from '../../operation.ts';
import { pageOf } from '../../paging.ts';
import { invitationAnswer, received } from '../share-invitation.ts';

const PAGE = 100;

/** https://docs.aws.amazon.com/ram/latest/APIReference/API_GetResourceShareInvitations.html */
export default operation({
  name: 'ram:GetResourceShareInvitations',
  access: 'read',
  constraints: ['share-arn-malformed', 'share-invitation-not-found', 'page-token-invalid'],
  run(tx, input, context) {
    const { scope } = context;
    const { resourceShareInvitationArns: arns, resourceShareArns: shareArns } = input;
    const ids = arns?.map((arn) => received(tx, arn, context).invitation.id);
    const shares = shareArns?.map((arn) => ({ arn, parsed: parseShareArn(arn) }));
    guard(
      (shares ?? []).flatMap(({ arn, parsed }) =>
        check('share-arn-malformed', { arn, what: 'a resource share', valid: parsed !== undefined }),
      ),
    );
    const shareKeys = shares?.flatMap(({ parsed }) => tx.shares.find(parsed?.id ?? '')?.key ?? []);
    const wanted = {
      ...(ids === undefined || ids.length === 0 ? {} : { ids }),
      ...(shareKeys === undefined || shares?.length === 0 ? {} : { shareKeys }),
    };
    const page = pageOf(
      { operation: 'GetResourceShareInvitations', scope, filters: [arns, shareArns], token: input.nextToken },
      input.maxResults ?? PAGE,
      (after, limit) => tx.invitations.receivedBy(scope, wanted, Number(after?.[0] ?? 0), limit),
      (row) => [row.key],
    );
    const resourceShareInvitations = page.rows.flatMap((invitation) => {
      const share = tx.shares.byKey(invitation.shareKey);
      return share === undefined ? [] : [invitationAnswer({ invitation, share })];
    });
    return { resourceShareInvitations, nextToken: page.nextToken };
  },
});
