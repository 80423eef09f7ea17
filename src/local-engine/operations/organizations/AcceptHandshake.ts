import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { join } from '../../ledger/membership.ts';
import { type Context, operation } from '../../operation.ts';
import type { Tx } from '../../store/store.ts';
import type { HandshakeRow } from '../../store/tables/handshakes.ts';
import type { OrganizationRow } from '../../store/tables/organizations.ts';
import { handshakeAnswer, openWhenAgreed, stateOf, undecided } from '../handshake.ts';

/**
 * An invited account joins; a member agrees to all features; the management account enables them.
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_AcceptHandshake.html
 */
export default operation({
  name: 'organizations:AcceptHandshake',
  access: 'write',
  constraints: [
    'org-handshake-not-found',
    'org-handshake-of-another',
    'org-handshake-accepted',
    'org-handshake-not-open',
    'org-invite-in-organization',
  ],
  run(tx, input, context) {
    const { now } = context;
    const [row, organization] = acceptable(tx, input.HandshakeId ?? '', context);
    tx.organizations.handshakes.setState(row.id, 'ACCEPTED');
    if (row.action === 'INVITE')
      join(tx, organization, { account: context.scope.account, joinedMethod: 'INVITED', joinedAt: now });
    else if (row.action === 'ENABLE_ALL_FEATURES') tx.organizations.enableAllFeatures(organization.key);
    else openWhenAgreed(tx, organization, now);
    const accepted = { ...row, state: 'ACCEPTED' } as const;
    return { Handshake: handshakeAnswer(tx, tx.organizations.byKey(organization.key) ?? organization, accepted, now) };
  },
});

/** @throws Refused where the handshake is not there, not the caller's, or not open */
function acceptable(tx: Tx, handshake: string, { scope, now }: Context): readonly [HandshakeRow, OrganizationRow] {
  const row = tx.organizations.handshakes.find(handshake);
  const organization = row && tx.organizations.byKey(row.organizationKey);
  guard(check('org-handshake-not-found', { handshake, found: organization !== undefined }));
  if (row === undefined || organization === undefined) throw new TypeError('org-handshake-not-found refuses it');
  const { account } = scope;
  const state = stateOf(row, now);
  const waitsFor = row.action === 'ENABLE_ALL_FEATURES' ? undecided(tx, organization, now) : [];
  guard(
    check('org-handshake-of-another', { handshake, account, target: row.target }),
    check('org-handshake-accepted', { handshake, state }),
    check('org-handshake-not-open', { handshake, state, waitsFor }),
    row.action === 'INVITE'
      ? check('org-invite-in-organization', { account, organization: tx.organizations.of(account)?.id })
      : [],
  );
  return [row, organization];
}
