import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { inventoryPurge } from '../../moments.ts';
import { type Context, operation } from '../../operation.ts';

/**
 * A machine's report: what was reported of a type before is replaced, and the 30 days begin anew.
 * https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutInventory.html
 */
export default operation({
  name: 'ssm:PutInventory',
  access: 'write',
  constraints: ['ssm-node-not-found', 'ssm-item-content'],
  run(_tx, { InstanceId: id = '', Items = [] }, context) {
    const { nodes } = context.here;
    guard(check('ssm-node-not-found', { id, exists: exists(id, context), reports: true }));
    nodes.report(id, context.now, inventoryPurge(context.now));
    const key = nodes.find(id)?.key ?? 0;
    for (const { TypeName: type = '', SchemaVersion = '', CaptureTime = '', ContentHash, Content } of Items) {
      const last = nodes.item(key, type);
      const hasContent = Content !== undefined;
      guard(check('ssm-item-content', { type, hasContent, hash: ContentHash, lastHash: last?.contentHash }));
      nodes.putItem(key, {
        type,
        schemaVersion: SchemaVersion,
        captureTime: CaptureTime,
        contentHash: ContentHash,
        content: Content === undefined ? (last?.content ?? '[]') : JSON.stringify(Content),
      });
    }
    return {};
  },
});

/** A server that is no instance comes to be known by its first report; an instance must be there, and not terminated. */
function exists(id: string, { here }: Context): boolean {
  if (id.startsWith('mi-')) return true;
  const instance = here.instances.find(id);
  return instance !== undefined && instance.state !== 'terminated';
}
