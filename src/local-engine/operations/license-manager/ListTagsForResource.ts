import { operation } from '../../operation.ts';
import { visible } from '../configuration.ts';

/** https://docs.aws.amazon.com/license-manager/latest/APIReference/API_ListTagsForResource.html */
export default operation({
  name: 'license-manager:ListTagsForResource',
  access: 'read',
  constraints: ['config-not-found', 'config-region-scoped'],
  run(tx, input, context) {
    return { Tags: [...tx.tags.of(visible(tx, input.ResourceArn, context).id)] };
  },
});
