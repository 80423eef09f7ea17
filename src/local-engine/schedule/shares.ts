import type { Tx } from '../store/store.ts';
import { purgeShares } from '../store/tables/shares.ts';
import type { Applied } from './index.ts';

/** Lets invitations expire that nobody answered; the account that was invited is then no longer a principal. */
export function invitationsDue(tx: Tx, now: number): readonly Applied[] {
  return tx.invitations.due(now).map((invitation) => {
    const at = invitation.expiresAt ?? now;
    tx.invitations.answer(invitation.key, 'EXPIRED');
    const principal = tx.shareEntities.find(invitation.shareKey, 'PRINCIPAL', invitation.receiver);
    if (principal !== undefined) tx.shareEntities.setStatus(principal.key, 'DISASSOCIATED', at);
    const name = tx.shares.byKey(invitation.shareKey)?.name ?? '';
    return { at, what: `the invitation of account ${invitation.receiver} to the share ${name} has expired` };
  });
}

/** Deleted shares are shown for a while and then no more. */
export function sharesDue(tx: Tx, now: number): readonly Applied[] {
  const gone = purgeShares(tx.db, now);
  return gone === 0 ? [] : [{ at: now, what: `${gone} deleted resource shares are no longer shown` }];
}
