import { nextSweep } from '../../moments.ts';
import { operation } from '../../operation.ts';
import { ownImage } from '../own-image.ts';

/**
 * The AMI vanishes at once; what it is associated with lingers until the next sweep (ami-deregistered-lingers).
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeregisterImage.html
 */
export default operation({
  name: 'ec2:DeregisterImage',
  access: 'write',
  constraints: ['launch-ami-access', 'ami-owner-only'],
  run(tx, input, context) {
    const image = ownImage(input.ImageId, context);
    const lingers = tx.associations.ofResource(image.id).length > 0;
    context.here.images.deregister(image.id, lingers ? nextSweep(context.now) : undefined);
    return { Return: true };
  },
});
