import { check } from '../../validation/catalogue/index.ts';
import { guard } from '../../validation/guard.ts';
import { associate, disassociateImage } from '../ledger/association.ts';
import type { Context } from '../operation.ts';
import type { Tx } from '../store/store.ts';
import type { Change } from './associate.ts';

/** Associates and disassociates an AMI; it consumes nothing itself (count-association-not-usage). */
export function changeImage(tx: Tx, { resource, added, removed }: Change, { here, scope, now }: Context): void {
  const image = here.images.find(resource.id);
  guard(
    check('ami-accessible-only', { imageId: resource.id, accessible: image !== undefined }),
    removed.length === 0
      ? []
      : check('ami-deregistered-no-manual', { imageId: resource.id, state: image?.state ?? 'available' }),
    added.length === 0
      ? []
      : check('config-associate-state', { resource: resource.id, state: image?.state ?? 'available' }),
    ...added.flatMap((one) => [
      check('ami-scope-value', { AmiAssociationScope: one.scope }),
      check('ami-shared-scope-current', {
        imageId: resource.id,
        owned: image?.account === scope.account,
        AmiAssociationScope: one.scope,
      }),
    ]),
  );
  for (const configuration of removed) {
    if (tx.associations.find(configuration.key, resource.id) !== undefined)
      disassociateImage(tx, configuration.key, resource.id);
  }
  for (const one of added) {
    const withScope = one.scope === undefined ? {} : { scope: one.scope };
    associate(tx, one.configuration, { type: 'EC2_AMI', id: resource.id, owner: scope.account, ...withScope }, now);
  }
}
