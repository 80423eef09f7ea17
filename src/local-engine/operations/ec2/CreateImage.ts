import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { TAG_CONSTRAINTS, tagViolations } from '../../../validation/tags.ts';
import { operation } from '../../operation.ts';
import { foundInstance, mustBe } from '../instance.ts';
import { namesOf } from '../own-image.ts';
import { tagsFor } from '../tags.ts';

/**
 * Makes an AMI of a machine. It has the machine's billing code and no associations (ami-derived-escapes).
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateImage.html
 */
export default operation({
  name: 'ec2:CreateImage',
  access: 'write',
  constraints: [
    'ec2-instance-not-found',
    'ec2-instance-state',
    'ami-name-in-use',
    ...TAG_CONSTRAINTS,
    'ami-derived-escapes',
  ],
  run(tx, input, context) {
    const { here, ids, now } = context;
    const { Name: name = '', Description } = input;
    const tags = tagsFor('image', input.TagSpecifications);
    const row = foundInstance(input.InstanceId, context);
    mustBe([row], ['pending', 'running', 'stopping', 'stopped']);
    guard(check('ami-name-in-use', { name, usedBy: here.images.named(name)?.id }), tagViolations(tags));
    const id = ids.next('ami');
    here.images.insert({
      id,
      name,
      description: Description,
      architecture: tx.across.image(row.imageId)?.architecture ?? 'x86_64',
      usageOperation: row.usageOperation,
      platformDetails: row.platformDetails,
      source: 'created',
      sourceId: row.id,
      public: false,
      createdAt: now,
    });
    tx.tags.put([id], tags);
    const configurations = namesOf(tx, tx.associations.ofResource(row.id));
    context.alert(check('ami-derived-escapes', { instanceId: row.id, configurations }));
    return { ImageId: id };
  },
});
