import { check, describe } from '../../../validation/catalogue/index.ts';
import { MANAGEMENT_ROLE, MEMBER_ROLE, ORGANIZATIONS_ROLE } from '../../../validation/service-roles.ts';
import { type Context, operation } from '../../operation.ts';
import type { Tx } from '../../store/store.ts';
import { arnOf } from '../configuration.ts';
import { presentRole } from '../service-role.ts';

/**
 * Begins a deletion and answers its task. Whether the role went, and what was in the way, GetServiceLinkedRoleDeletionStatus tells.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteServiceLinkedRole.html
 */
export default operation({
  name: 'iam:DeleteServiceLinkedRole',
  access: 'write',
  constraints: [
    'slr-role-not-found',
    'slr-delete-after-resources',
    'slr-delete-order',
    'trusted-access-role-deletion',
    'org-slr-undeletable',
  ],
  run(tx, { RoleName: named = '' }, context) {
    const { account } = context.scope;
    const { name, principal } = presentRole(tx, account, named);
    const [broken] = inTheWay(tx, name, context);
    const id = `task/aws-service-role/${principal}/${name}/${context.ids.next('d', 32)}`;
    const resources = broken?.id === 'slr-delete-after-resources' ? configurations(tx, account) : [];
    const reason = broken && describe(broken).message;
    tx.roles.addDeletion({ account, id, reason, resources });
    if (broken === undefined) tx.roles.set(account, name, false, context.now);
    return { DeletionTaskId: id };
  },
});

/** What keeps a role from being deleted. */
function inTheWay(tx: Tx, role: string, context: Context) {
  const { account } = context.scope;
  const organization = tx.organizations.of(account);
  const trusted = organization !== undefined && tx.organizations.trusts(organization.key, LICENSE_MANAGER);
  return [
    ...check('slr-delete-after-resources', { role, configurations: configurations(tx, account) }),
    ...check('slr-delete-order', {
      role,
      present: [MANAGEMENT_ROLE, MEMBER_ROLE].filter((one) => tx.roles.has(account, one)),
    }),
    ...check('trusted-access-role-deletion', { role, trustedBy: trusted ? organization.id : undefined }),
    ...check('org-slr-undeletable', {
      isOrganizationsRole: role === ORGANIZATIONS_ROLE,
      allFeaturesOf: organization?.features === 'ALL' ? organization.id : undefined,
    }),
  ];
}

const LICENSE_MANAGER = 'license-manager.amazonaws.com';

/** The license configurations of an account in every Region: what the core role serves. */
const configurations = (tx: Tx, account: string): readonly string[] => tx.across.configurationsOf(account).map(arnOf);
