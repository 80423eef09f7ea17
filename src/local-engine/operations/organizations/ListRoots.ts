import { operation } from '../../operation.ts';
import { MANAGED, managed, policyTypes } from '../organization.ts';

/** An organization has one root. https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListRoots.html */
export default operation({
  name: 'organizations:ListRoots',
  access: 'read',
  constraints: MANAGED,
  run(tx, _input, context) {
    const organization = managed(tx, context);
    const { id, rootId, managementAccount } = organization;
    const Arn = `arn:aws:organizations::${managementAccount}:root/${id}/${rootId}`;
    return { Roots: [{ Id: rootId, Arn, Name: 'Root', PolicyTypes: policyTypes(organization) }] };
  },
});
