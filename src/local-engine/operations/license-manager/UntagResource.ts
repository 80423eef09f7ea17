import { operation } from '../../operation.ts';
import { owned } from '../configuration.ts';

/** https://docs.aws.amazon.com/license-manager/latest/APIReference/API_UntagResource.html */
export default operation({
  name: 'license-manager:UntagResource',
  access: 'write',
  constraints: ['config-not-found', 'config-edit-owner-only'],
  run(tx, input, context) {
    tx.tags.remove(owned(tx, input.ResourceArn, context).id, input.TagKeys ?? []);
    return {};
  },
});
