import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { ORGANIZATIONS_ROLE } from '../../../validation/service-roles.ts';
import { allFeaturesEnd } from '../../moments.ts';
import { operation } from '../../operation.ts';
import { handshakeAnswer, invitedMembers, openWhenAgreed, wayToAllFeatures } from '../handshake.ts';
import { MANAGED, managed } from '../organization.ts';

/**
 * Asks every member that was invited to agree; when all have, the management account finishes by accepting the handshake answered here.
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_EnableAllFeatures.html
 */
export default operation({
  name: 'organizations:EnableAllFeatures',
  access: 'write',
  constraints: [...MANAGED, 'org-has-all-features', 'org-all-features-pending', 'org-slr-needed-for-all-features'],
  run(tx, _input, context) {
    const { ids, now } = context;
    const organization = managed(tx, context);
    const { key, id, features, managementAccount, members } = organization;
    guard(
      check('org-has-all-features', { organization: id, features }),
      check('org-all-features-pending', { pending: wayToAllFeatures(tx, organization, now)?.id }),
      check('org-slr-needed-for-all-features', {
        accounts: members.filter((account) => !tx.roles.has(account, ORGANIZATIONS_ROLE)),
      }),
    );
    const asked = {
      organizationKey: key,
      targetType: 'ACCOUNT',
      requestedAt: now,
      expiresAt: allFeaturesEnd(now),
    } as const;
    const ask = (target: string, action: 'ENABLE_ALL_FEATURES' | 'APPROVE_ALL_FEATURES', state: 'REQUESTED' | 'OPEN') =>
      tx.organizations.handshakes.insert({
        ...asked,
        id: ids.next('h'),
        action,
        state,
        target,
        targetId: target,
        notes: undefined,
      });
    ask(managementAccount, 'ENABLE_ALL_FEATURES', 'REQUESTED');
    for (const account of invitedMembers(tx, organization)) ask(account, 'APPROVE_ALL_FEATURES', 'OPEN');
    openWhenAgreed(tx, organization, now);
    const way = wayToAllFeatures(tx, organization, now);
    return way === undefined ? {} : { Handshake: handshakeAnswer(tx, organization, way, now) };
  },
});
