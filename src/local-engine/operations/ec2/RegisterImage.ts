import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { TAG_CONSTRAINTS, tagViolations } from '../../../validation/tags.ts';
import { operation } from '../../operation.ts';
import { tagsFor } from '../tags.ts';

/** From a snapshot RegisterImage makes a Linux image. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RegisterImage.html */
export default operation({
  name: 'ec2:RegisterImage',
  access: 'write',
  constraints: ['ami-name-in-use', ...TAG_CONSTRAINTS],
  run(tx, input, { here, ids, now }) {
    const tags = tagsFor('image', input.TagSpecifications);
    guard(
      check('ami-name-in-use', { name: input.Name ?? '', usedBy: here.images.named(input.Name ?? '')?.id }),
      tagViolations(tags),
    );
    const id = ids.next('ami');
    here.images.insert({
      id,
      name: input.Name ?? '',
      description: input.Description,
      architecture: input.Architecture ?? 'x86_64',
      usageOperation: 'RunInstances',
      platformDetails: 'Linux/UNIX',
      source: 'registered',
      sourceId: undefined,
      public: false,
      createdAt: now,
    });
    tx.tags.put([id], tags);
    return { ImageId: id };
  },
});
