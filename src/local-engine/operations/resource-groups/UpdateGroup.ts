import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { operation } from '../../operation.ts';
import { groupAnswer, OWN_GROUP_CONSTRAINTS, ownGroup } from '../group.ts';

/** What is not given stays. https://docs.aws.amazon.com/ARG/latest/APIReference/API_UpdateGroup.html */
export default operation({
  name: 'resource-groups:UpdateGroup',
  access: 'write',
  decides: true,
  constraints: [...OWN_GROUP_CONSTRAINTS, 'hrg-description-format'],
  run(tx, input, context) {
    const row = ownGroup(tx, input, context);
    const { Description = row.description, Criticality = row.criticality } = input;
    const { Owner = row.owner, DisplayName = row.displayName } = input;
    guard(check('hrg-description-format', { Description }));
    const text = { description: Description, criticality: Criticality, owner: Owner, displayName: DisplayName };
    tx.members.describe(row.key, text);
    return { Group: groupAnswer({ ...row, ...text }) };
  },
});
