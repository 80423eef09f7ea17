import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { accountInvitationEnds } from '../../moments.ts';
import { type Context, operation } from '../../operation.ts';
import type { Tx } from '../../store/store.ts';
import type { Organization } from '../../store/tables/organizations.ts';
import { handshakeAnswer, waiting, wayToAllFeatures } from '../handshake.ts';
import { MANAGED, managed } from '../organization.ts';

/** The account answers with AcceptHandshake within 15 days. https://docs.aws.amazon.com/organizations/latest/APIReference/API_InviteAccountToOrganization.html */
export default operation({
  name: 'organizations:InviteAccountToOrganization',
  access: 'write',
  constraints: [
    ...MANAGED,
    'org-invite-target',
    'org-invite-during-all-features',
    'org-invite-in-organization',
    'org-invite-duplicate',
  ],
  run(tx, input, context) {
    const { ids, now } = context;
    const { Id: named = '', Type: type = 'ACCOUNT' } = input.Target ?? {};
    const organization = managed(tx, context);
    guard(check('org-invite-target', { id: named, type }));
    const target = type === 'EMAIL' ? tx.sandbox.accountByEmail(named)?.id : named;
    refuseInvitation(tx, organization, { named, target, now });
    const id = ids.next('h');
    tx.organizations.handshakes.insert({
      id,
      organizationKey: organization.key,
      action: 'INVITE',
      target,
      targetType: type === 'EMAIL' ? 'EMAIL' : 'ACCOUNT',
      targetId: named,
      notes: input.Notes,
      state: 'OPEN',
      requestedAt: now,
      expiresAt: accountInvitationEnds(now),
    });
    const invitation = tx.organizations.handshakes.find(id);
    return invitation === undefined ? {} : { Handshake: handshakeAnswer(tx, organization, invitation, now) };
  },
});

interface Invited extends Pick<Context, 'now'> {
  /** As the caller wrote it, and the account that it is where one is known. */
  readonly named: string;
  readonly target: string | undefined;
}

function refuseInvitation(tx: Tx, organization: Organization, { named, target, now }: Invited): void {
  const open = waiting(tx, organization, now).find((row) => row.action === 'INVITE' && row.targetId === named);
  const theirs = target === undefined ? undefined : tx.organizations.of(target);
  guard(
    check('org-invite-during-all-features', { pending: wayToAllFeatures(tx, organization, now)?.id }),
    check('org-invite-in-organization', { account: target ?? named, organization: theirs?.id }),
    check('org-invite-duplicate', {
      target: named,
      open: open && { id: open.id, until: new Date(open.expiresAt).toISOString() },
    }),
  );
}
