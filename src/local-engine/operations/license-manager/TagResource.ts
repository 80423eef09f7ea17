import { textWarnings } from '../../../validation/free-text.ts';
import { guard } from '../../../validation/guard.ts';
import { TAG_CONSTRAINTS, tagViolations } from '../../../validation/tags.ts';
import { operation } from '../../operation.ts';
import { owned } from '../configuration.ts';
import { fullTags } from '../tags.ts';

/** https://docs.aws.amazon.com/license-manager/latest/APIReference/API_TagResource.html */
export default operation({
  name: 'license-manager:TagResource',
  access: 'write',
  constraints: ['config-not-found', 'config-edit-owner-only', 'config-no-sensitive-text', ...TAG_CONSTRAINTS],
  run(tx, input, context) {
    const row = owned(tx, input.ResourceArn, context);
    const given = fullTags(input.Tags);
    guard(
      tagViolations(
        given,
        tx.tags.of(row.id).map((tag) => tag.Key),
      ),
    );
    tx.tags.put([row.id], given);
    context.alert(textWarnings({ Tags: [...given] }));
    return {};
  },
});
