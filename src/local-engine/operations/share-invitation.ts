import type { ResourceShareInvitation } from '@aws-sdk/client-ram';
import { type ConstraintId, check } from '../../validation/catalogue/index.ts';
import { guard } from '../../validation/guard.ts';
import { invitationArn, parseInvitationArn, shareArn } from '../../validation/share-arns.ts';
import type { Context } from '../operation.ts';
import type { Tx } from '../store/store.ts';
import type { InvitationRow, InvitationStatus } from '../store/tables/share-invitations.ts';
import type { ShareRow } from '../store/tables/shares.ts';

/** What answering an invitation may break. */
export const ANSWERED = [
  'share-client-token',
  'share-arn-malformed',
  'share-invitation-not-found',
  'share-invitation-accepted',
  'share-invitation-rejected',
  'share-invitation-expired',
] as const satisfies readonly ConstraintId[];

interface Found {
  readonly invitation: InvitationRow;
  readonly share: ShareRow;
}

/**
 * An invitation that the caller has received in this Region.
 * @throws Fault share-arn-malformed or share-invitation-not-found
 */
export function received(tx: Tx, arn: string, { scope }: Pick<Context, 'scope'>): Found {
  const parsed = parseInvitationArn(arn);
  const what = 'an invitation to a resource share';
  guard(check('share-arn-malformed', { arn, what, valid: parsed !== undefined }));
  const invitation = tx.invitations.find(parsed?.id ?? '');
  const share = invitation && tx.shares.byKey(invitation.shareKey);
  const mine = invitation?.receiver === scope.account && share?.region === scope.region;
  guard(check('share-invitation-not-found', { arn, account: scope.account, found: mine }));
  if (invitation === undefined || share === undefined) throw new TypeError('unreachable: the guard refused');
  return { invitation, share };
}

/** Accepts an invitation, which lets its receiver into the share, or rejects it. Both are final. */
export function answerInvitation(
  tx: Tx,
  input: { readonly resourceShareInvitationArn: string | undefined; readonly clientToken?: string | undefined },
  status: Extract<InvitationStatus, 'ACCEPTED' | 'REJECTED'>,
  context: Context,
): ResourceShareInvitation {
  const { clientToken } = input;
  guard(check('share-client-token', clientToken === undefined ? {} : { clientToken }));
  const { invitation, share } = received(tx, input.resourceShareInvitationArn ?? '', context);
  const now = { share: share.name, status: invitation.status };
  guard(
    check('share-invitation-accepted', now),
    check('share-invitation-rejected', now),
    check('share-invitation-expired', now),
  );
  tx.invitations.answer(invitation.key, status);
  const principal = tx.shareEntities.find(share.key, 'PRINCIPAL', invitation.receiver);
  if (principal !== undefined)
    tx.shareEntities.setStatus(principal.key, status === 'ACCEPTED' ? 'ASSOCIATED' : 'DISASSOCIATED', context.now);
  return invitationAnswer({ invitation: { ...invitation, status }, share });
}

/** An invitation as RAM describes it. */
export function invitationAnswer({ invitation, share }: Found): ResourceShareInvitation {
  return {
    resourceShareInvitationArn: invitationArn(share, invitation.id),
    resourceShareName: share.name,
    resourceShareArn: shareArn(share, share.id),
    senderAccountId: share.account,
    receiverAccountId: invitation.receiver,
    invitationTimestamp: new Date(invitation.sentAt),
    status: invitation.status,
  };
}
