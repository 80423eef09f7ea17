import { operation } from '../../operation.ts';
import { TAGGED_CONSTRAINTS, taggable } from '../tagged.ts';

/** https://docs.aws.amazon.com/license-manager/latest/APIReference/API_UntagResource.html */
export default operation({
  name: 'license-manager:UntagResource',
  access: 'write',
  constraints: [...TAGGED_CONSTRAINTS],
  run(tx, input, context) {
    tx.tags.remove(taggable(tx, input.ResourceArn, context), input.TagKeys ?? []);
    return {};
  },
});
