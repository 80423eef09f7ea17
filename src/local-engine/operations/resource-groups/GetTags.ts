import { operation } from '../../operation.ts';
import { foundGroup, GROUP_CONSTRAINTS, groupArnOf, tagMap } from '../group.ts';

/** https://docs.aws.amazon.com/ARG/latest/APIReference/API_GetTags.html */
export default operation({
  name: 'resource-groups:GetTags',
  access: 'read',
  decides: true,
  constraints: GROUP_CONSTRAINTS,
  run(tx, { Arn }, context) {
    const arn = groupArnOf(foundGroup(tx, { Group: Arn }, context));
    return { Arn: arn, Tags: tagMap(tx.tags.of(arn)) };
  },
});
