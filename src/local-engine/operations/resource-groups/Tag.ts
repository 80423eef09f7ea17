import { guard } from '../../../validation/guard.ts';
import { TAG_CONSTRAINTS, tagViolations } from '../../../validation/tags.ts';
import { operation } from '../../operation.ts';
import { groupArnOf, OWN_GROUP_CONSTRAINTS, ownGroup, tagMap, tagRows } from '../group.ts';

/** https://docs.aws.amazon.com/ARG/latest/APIReference/API_Tag.html */
export default operation({
  name: 'resource-groups:Tag',
  access: 'write',
  decides: true,
  constraints: [...OWN_GROUP_CONSTRAINTS, ...TAG_CONSTRAINTS],
  run(tx, { Arn, Tags }, context) {
    const arn = groupArnOf(ownGroup(tx, { Group: Arn }, context));
    const given = tagRows(Tags);
    const present = tx.tags.of(arn).map((tag) => tag.Key);
    guard(tagViolations(given, present));
    tx.tags.put([arn], given);
    return { Arn: arn, Tags: tagMap(given) };
  },
});
