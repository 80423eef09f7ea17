import type { Tx } from '../store/store.ts';
import type { ResourceType } from '../store/tables/associations.ts';
import type { ConfigurationRow } from '../store/tables/configurations.ts';

/** A resource that is put under a configuration by hand. */
export interface Resource {
  readonly type: ResourceType;
  readonly id: string;
  readonly owner: string;
  readonly scope?: string;
}

/** Records an association and nothing else: an association alone consumes nothing (count-association-not-usage). */
export function associate(tx: Tx, configuration: ConfigurationRow, resource: Resource, now: number): void {
  tx.books.associate(
    [
      {
        configurationKey: configuration.key,
        resourceType: resource.type,
        owner: resource.owner,
        origin: 'manual',
        at: now,
        consumed: 0,
        ...(resource.scope === undefined ? {} : { scope: resource.scope }),
      },
    ],
    [resource.id],
  );
  tx.books.addToTotals([
    { configurationKey: configuration.key, resourceType: resource.type, consumed: 0, associated: 1 },
  ]);
}

/** Removes an association; the caller has given back what it took. */
export function forget(tx: Tx, configurationKey: number, resource: Pick<Resource, 'type' | 'id'>): void {
  tx.books.disassociate(configurationKey, [resource.id]);
  tx.books.addToTotals([{ configurationKey, resourceType: resource.type, consumed: 0, associated: -1 }]);
}

export function disassociateImage(tx: Tx, configurationKey: number, imageId: string): void {
  forget(tx, configurationKey, { type: 'EC2_AMI', id: imageId });
}
