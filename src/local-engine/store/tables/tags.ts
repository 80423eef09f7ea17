import type { Scope } from '../../../contract/ports.ts';
import type { Database } from '../database.ts';
import { text } from '../rows.ts';

export interface TagRow {
  readonly Key: string;
  readonly Value: string;
}

/** Tags of any resource, by its id. */
export class Tags {
  constructor(private readonly db: Database) {}

  of(resourceId: string): readonly TagRow[] {
    return this.db
      .all('SELECT key, value FROM tag WHERE resource_id = $resourceId ORDER BY key', { resourceId })
      .map((row) => ({ Key: text(row, 'key'), Value: text(row, 'value') }));
  }

  /** Tags of many resources at once. */
  ofAll(resourceIds: readonly string[]): ReadonlyMap<string, readonly TagRow[]> {
    const found = new Map<string, TagRow[]>();
    const rows = this.db.all(
      'SELECT resource_id, key, value FROM tag WHERE resource_id IN (SELECT value FROM json_each($ids)) ORDER BY resource_id, key',
      { ids: JSON.stringify(resourceIds) },
    );
    for (const row of rows) {
      const id = text(row, 'resource_id');
      found.set(id, [...(found.get(id) ?? []), { Key: text(row, 'key'), Value: text(row, 'value') }]);
    }
    return found;
  }

  /** Sets tags on one or many resources in one statement. */
  put(resourceIds: readonly string[], tags: readonly TagRow[]): void {
    if (tags.length === 0 || resourceIds.length === 0) return;
    this.db.run(
      `INSERT INTO tag (resource_id, key, value)
       SELECT resource.value, tag.value ->> 0, tag.value ->> 1 FROM json_each($ids) AS resource, json_each($tags) AS tag
       WHERE true ON CONFLICT DO UPDATE SET value = excluded.value`,
      { ids: JSON.stringify(resourceIds), tags: JSON.stringify(tags.map((tag) => [tag.Key, tag.Value])) },
    );
  }

  remove(resourceId: string, keys: readonly string[]): void {
    this.db.run('DELETE FROM tag WHERE resource_id = $resourceId AND key IN (SELECT value FROM json_each($keys))', {
      resourceId,
      keys: JSON.stringify(keys),
    });
  }

  /** Whether there is a report generator of this id: the one thing with tags whose other tables few commands need. */
  hasGenerator(id: string, { account, region }: Scope): boolean {
    const found = this.db.get(
      'SELECT 1 FROM report_generator WHERE id = $id AND account = $account AND region = $region',
      {
        id,
        account,
        region,
      },
    );
    return found !== undefined;
  }

  removeAll(resourceId: string): void {
    this.db.run('DELETE FROM tag WHERE resource_id = $resourceId', { resourceId });
  }
}
