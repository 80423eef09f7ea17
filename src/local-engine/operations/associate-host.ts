import type { HostFact } from '../../contract/world.ts';
import { configurationArn } from '../../validation/arns.ts';
import { check } from '../../validation/catalogue/index.ts';
import { guard } from '../../validation/guard.ts';
import { decideAttachHost } from '../../validation/licensing/decide-associate.ts';
import { attachHost, detachHost } from '../ledger/associate.ts';
import type { Context } from '../operation.ts';
import type { Tx } from '../store/store.ts';
import type { Change } from './associate.ts';

/** Associates and disassociates a Dedicated Host by hand: it is charged whole while it is allocated (RULINGS 19). */
export function changeHost(
  tx: Tx,
  { resource, added, removed }: Change,
  { here, scope, now, world, alert }: Context,
): void {
  const row = here.hosts.find(resource.id);
  guard(
    check('host-not-found', { hostId: resource.id, found: row !== undefined }),
    check('config-associate-state', { resource: resource.id, state: row?.state ?? '' }),
    ...added.map((one) =>
      check('ami-scope-ami-only', { resource: resource.id, kind: resource.kind, AmiAssociationScope: one.scope }),
    ),
  );
  if (row === undefined) return;
  for (const configuration of removed) {
    if (tx.associations.find(configuration.key, row.id) !== undefined) detachHost(tx, configuration, row, now);
  }
  const fact = world.host(row.id);
  const host: HostFact | undefined = fact.known ? fact.value : undefined;
  if (host === undefined) return;
  const facts = added.flatMap((one) => {
    const known = world.configuration(configurationArn(one.configuration, one.configuration.id));
    return known.known && known.value !== undefined ? [known.value] : [];
  });
  const decision = decideAttachHost(host, facts);
  guard(decision.violations);
  for (const { configuration } of added) attachHost(tx, configuration, row, scope.account, now);
  alert(decision.alerts);
}
