import { textWarnings } from '../../../validation/free-text.ts';
import { guard } from '../../../validation/guard.ts';
import { TAG_CONSTRAINTS, tagViolations } from '../../../validation/tags.ts';
import { operation } from '../../operation.ts';
import { TAGGED_CONSTRAINTS, taggable } from '../tagged.ts';
import { fullTags } from '../tags.ts';

/** https://docs.aws.amazon.com/license-manager/latest/APIReference/API_TagResource.html */
export default operation({
  name: 'license-manager:TagResource',
  access: 'write',
  constraints: [...TAGGED_CONSTRAINTS, 'config-no-sensitive-text', ...TAG_CONSTRAINTS],
  run(tx, input, context) {
    const id = taggable(tx, input.ResourceArn, context);
    const given = fullTags(input.Tags);
    guard(
      tagViolations(
        given,
        tx.tags.of(id).map((tag) => tag.Key),
      ),
    );
    tx.tags.put([id], given);
    context.alert(textWarnings({ Tags: [...given] }));
    return {};
  },
});
