import type { Database } from './database.ts';
import { int } from './rows.ts';

/** Every table a reset empties, children before parents. */
export const TABLES: readonly string[] = [
  'copied_from',
  'outbox',
  'client_token',
  'event',
  'alert',
  'failure',
  'tag',
  'conversion',
  'inventory_item',
  'managed_node',
  'service_linked_role',
  'role_deletion',
  'sns_topic',
  'report_file',
  'report_body',
  'report_generator_configuration',
  'report_generator',
  'report_bucket',
  'denied_action',
  'failing_step',
  'launch_template_version',
  'launch_template',
  'instance',
  'host_charge',
  'host',
  'host_group',
  'image_permission',
  'image',
  'association',
  'unseen_configuration',
  'total',
  'configuration',
  'eviction',
  'share_invitation',
  'share_entity',
  'resource_share',
  'organization_sharing',
  'account_request',
  'handshake',
  'service_access',
  'organization_member',
  'organizational_unit',
  'organization',
  'account',
  'quota',
  'sandbox',
];

/** Empties every table inside the open transaction. The file itself is never replaced: others may have it open. */
export function emptyTables(db: Database): void {
  for (const table of TABLES) db.run(`DELETE FROM ${table}`);
}

/** The size of the database in bytes, as SQLite counts its pages. */
export function fileSize(db: Database): number {
  const pages = db.get('PRAGMA page_count');
  const size = db.get('PRAGMA page_size');
  return pages === undefined || size === undefined ? 0 : int(pages, 'page_count') * int(size, 'page_size');
}
