import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { join } from '../../ledger/membership.ts';
import { operation } from '../../operation.ts';
import { organizationAnswer } from '../organization.ts';

/**
 * The caller becomes the management account, and the first in it.
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreateOrganization.html
 */
export default operation({
  name: 'organizations:CreateOrganization',
  access: 'write',
  constraints: ['org-already-member'],
  run(tx, input, { scope, ids, now }) {
    const { account } = scope;
    guard(check('org-already-member', { account, organization: tx.organizations.of(account)?.id }));
    const row = {
      id: ids.next('o'),
      rootId: ids.next('r'),
      managementAccount: account,
      features: input.FeatureSet ?? 'ALL',
      createdAt: now,
    };
    const key = tx.organizations.insert(row);
    join(tx, { key, rootId: row.rootId }, { account, joinedMethod: 'INVITED', joinedAt: now });
    const made = tx.organizations.of(account);
    return made === undefined ? {} : { Organization: organizationAnswer(tx, made) };
  },
});
