import { operation } from '../../operation.ts';
import { groupArnOf, OWN_GROUP_CONSTRAINTS, ownGroup } from '../group.ts';

/** https://docs.aws.amazon.com/ARG/latest/APIReference/API_Untag.html */
export default operation({
  name: 'resource-groups:Untag',
  access: 'write',
  decides: true,
  constraints: OWN_GROUP_CONSTRAINTS,
  run(tx, { Arn, Keys = [] }, context) {
    const arn = groupArnOf(ownGroup(tx, { Group: Arn }, context));
    tx.tags.remove(arn, Keys);
    return { Arn: arn, Keys };
  },
});
