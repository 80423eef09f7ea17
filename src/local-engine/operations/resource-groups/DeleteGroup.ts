import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { operation } from '../../operation.ts';
import { groupAnswer, groupArnOf, OWN_GROUP_CONSTRAINTS, ownGroup } from '../group.ts';

const SHOWN = 10;

/** https://docs.aws.amazon.com/ARG/latest/APIReference/API_DeleteGroup.html */
export default operation({
  name: 'resource-groups:DeleteGroup',
  access: 'write',
  decides: true,
  constraints: [...OWN_GROUP_CONSTRAINTS, 'hrg-delete-empty'],
  run(tx, input, context) {
    const row = ownGroup(tx, input, context);
    const hosts = tx.members.hostsAfter(row.key, 0, SHOWN).map(({ id }) => id);
    guard(check('hrg-delete-empty', { group: row.name, present: tx.members.count(row.key), hosts }));
    tx.tags.removeAll(groupArnOf(row));
    tx.members.delete(row.key);
    tx.shareEntities.forget(groupArnOf(row), context.now);
    return { Group: groupAnswer(row) };
  },
});
