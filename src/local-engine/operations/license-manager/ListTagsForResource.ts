import { operation } from '../../operation.ts';
import { tagsVisible } from '../tagged.ts';

/** https://docs.aws.amazon.com/license-manager/latest/APIReference/API_ListTagsForResource.html */
export default operation({
  name: 'license-manager:ListTagsForResource',
  access: 'read',
  constraints: ['report-not-found', 'config-not-found', 'config-region-scoped'],
  run(tx, input, context) {
    return { Tags: [...tx.tags.of(tagsVisible(tx, input.ResourceArn, context))] };
  },
});
