import type { Input } from '../../../contract/operations.ts';
import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { TAG_CONSTRAINTS, tagViolations } from '../../../validation/tags.ts';
import { operation } from '../../operation.ts';
import type { Tx } from '../../store/store.ts';
import type { ImageRow } from '../../store/tables/images.ts';
import type { TagRow } from '../../store/tables/tags.ts';
import { trackedUnder, usableImage } from '../own-image.ts';
import { tagsFor } from '../tags.ts';

/**
 * Copies an AMI that the caller can use, from any Region into this one. The copy is the caller's own, has the same billing
 * code, and no associations (ami-copy-escapes).
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CopyImage.html
 */
export default operation({
  name: 'ec2:CopyImage',
  access: 'write',
  constraints: [
    'launch-ami-access',
    'ami-name-in-use',
    ...TAG_CONSTRAINTS,
    'ami-copy-escapes',
    'client-token-mismatch',
  ],
  token: (input) => input.ClientToken,
  run(tx, input, { here, ids, now, scope, alert }) {
    const { Name: name = '', SourceRegion: region = scope.region, Description } = input;
    const source = usableImage(input.SourceImageId, { here: tx.in({ account: scope.account, region }) });
    const tags = tagsOf(tx, input, source, scope.account);
    guard(check('ami-name-in-use', { name, usedBy: here.images.named(name)?.id }), tagViolations(tags));
    const id = ids.next('ami');
    here.images.insert({
      id,
      name,
      description: Description,
      architecture: source.architecture,
      usageOperation: source.usageOperation,
      platformDetails: source.platformDetails,
      source: 'copied',
      sourceId: source.id,
      public: false,
      createdAt: now,
    });
    tx.tags.put([id], tags);
    const configurations = trackedUnder(tx, source.id, scope.account);
    alert(check('ami-copy-escapes', { imageId: source.id, configurations }));
    return { ImageId: id };
  },
});

/** With CopyImageTags the owner's own tags go along; those of the request win. */
function tagsOf(tx: Tx, input: Input<'ec2:CopyImage'>, source: ImageRow, account: string): readonly TagRow[] {
  const given = tagsFor('image', input.TagSpecifications);
  if (input.CopyImageTags !== true || source.account !== account) return given;
  const kept = tx.tags.of(source.id).filter((tag) => !given.some((one) => one.Key === tag.Key));
  return [...kept, ...given];
}
