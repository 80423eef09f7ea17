import type { Scope } from '../contract/ports.ts';
import type { ConversionFact, InventoryFact, OriginFact } from '../contract/world.ts';
import type { Tx } from '../local-engine/store/store.ts';
import type { ImageRow } from '../local-engine/store/tables/images.ts';
import { parseResourceArn } from '../validation/arns.ts';

const APPLICATIONS = 'AWS:Application';

/** What a machine of the account and Region has reported; undefined for one that does not report. */
export function inventoryFact(tx: Tx, scope: Scope, instanceId: string): InventoryFact | undefined {
  const { nodes } = tx.in(scope);
  const node = nodes.find(instanceId);
  if (node === undefined) return undefined;
  const entries: unknown = JSON.parse(nodes.item(node.key, APPLICATIONS)?.content ?? '[]');
  return { applications: Array.isArray(entries) ? entries.flatMap(nameOf) : [] };
}

function nameOf(entry: unknown): readonly string[] {
  const name: unknown = typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'Name') : undefined;
  return typeof name === 'string' ? [name] : [];
}

/** An AMI traced back over copies, and over the machines that AMIs were made of, to where it came from. */
export function originFact(tx: Tx, scope: Scope, imageId: string): OriginFact | undefined {
  const first = tx.across.image(imageId);
  const seen = new Set<string>();
  for (let image = first; image !== undefined && !seen.has(image.id); image = sourceOf(tx, image)) {
    seen.add(image.id);
    if (image.source === 'imported' || image.account !== scope.account) return rootOf(image, scope);
    if (sourceOf(tx, image) === undefined) return rootOf(image, scope);
  }
  return undefined;
}

/** The AMI that an AMI was copied from, or that the machine was launched from of which it was made. */
function sourceOf(tx: Tx, { source, sourceId = '' }: ImageRow): ImageRow | undefined {
  if (source === 'copied') return tx.across.image(sourceId);
  return source === 'created' ? tx.across.image(tx.across.instance(sourceId)?.imageId ?? '') : undefined;
}

function rootOf({ source, account }: ImageRow, scope: Scope): OriginFact {
  if (source === 'amazon') return { imported: false, from: 'an AMI of Amazon' };
  if (account !== scope.account) return { imported: false, from: `an AMI of account ${account}` };
  if (source === 'imported') return { imported: true, from: 'imported by this account' };
  return { imported: false, from: 'an AMI that was not imported from a virtual machine' };
}

/** Conversions of an instance that are under way. */
export function conversionFacts(tx: Tx, scope: Scope, instanceArn: string): readonly ConversionFact[] {
  const resource = parseResourceArn(instanceArn);
  if (resource.kind !== 'EC2_INSTANCE') return [];
  return tx
    .in(scope)
    .conversions.ofInstances([resource.id], 0, Number.MAX_SAFE_INTEGER)
    .filter((row) => row.status === 'IN_PROGRESS')
    .map(({ id: taskId, source, destination }) => ({ taskId, source, destination }));
}
