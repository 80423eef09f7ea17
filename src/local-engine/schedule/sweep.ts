import { disassociateImage } from '../ledger/association.ts';
import type { Tx } from '../store/store.ts';
import { imageSwept, imagesDue } from '../store/tables/images.ts';
import type { Applied } from './index.ts';

/** Removes what deregistered AMIs are still associated with. */
export function sweepDue(tx: Tx, now: number): readonly Applied[] {
  return imagesDue(tx.db, now).map((image) => {
    const associations = tx.associations.ofResource(image.id);
    for (const association of associations) disassociateImage(tx, association.configurationKey, image.id);
    imageSwept(tx.db, image.key);
    const at = image.sweepAt ?? now;
    return { at, what: `deregistered AMI ${image.name} swept, ${associations.length} associations removed` };
  });
}
