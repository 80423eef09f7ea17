import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { operation } from '../../operation.ts';
import { MANAGED, managed, pathOf, requireParent } from '../organization.ts';

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreateOrganizationalUnit.html */
export default operation({
  name: 'organizations:CreateOrganizationalUnit',
  access: 'write',
  constraints: [...MANAGED, 'org-parent-not-found', 'org-unit-name-in-use'],
  run(tx, input, context) {
    const organization = managed(tx, context);
    const { ParentId: parentId = '', Name: name = '' } = input;
    requireParent(tx, organization, parentId);
    const taken = tx.organizations.units.in(parentId).some((unit) => unit.name === name);
    guard(check('org-unit-name-in-use', { parent: parentId, name, taken }));
    const { key, id: organizationId, rootId, managementAccount } = organization;
    const id = context.ids.next(`ou-${rootId.slice(rootId.indexOf('-') + 1)}`);
    tx.organizations.units.insert({ organizationKey: key, id, parentId, name });
    const Arn = `arn:aws:organizations::${managementAccount}:ou/${organizationId}/${id}`;
    return { OrganizationalUnit: { Id: id, Arn, Name: name, Path: pathOf(tx, organization, id) } };
  },
});
