import type { Scope } from '../../../contract/ports.ts';
import type { Database, RawRow } from '../database.ts';
import { int, optionalText, text } from '../rows.ts';

export interface TemplateRow {
  readonly key: number;
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly defaultVersion: number;
  readonly latestVersion: number;
}

export interface TemplateVersionRow {
  readonly version: number;
  readonly description: string | undefined;
  /** LaunchTemplateData as JSON. */
  readonly data: string;
  readonly createdAt: number;
}

const template = (row: RawRow): TemplateRow => ({
  key: int(row, 'key'),
  id: text(row, 'id'),
  name: text(row, 'name'),
  createdAt: int(row, 'created_at'),
  defaultVersion: int(row, 'default_version'),
  latestVersion: int(row, 'latest_version'),
});

const templateVersion = (row: RawRow): TemplateVersionRow => ({
  version: int(row, 'version'),
  description: optionalText(row, 'description'),
  data: text(row, 'data'),
  createdAt: int(row, 'created_at'),
});

/** The launch templates of one account and Region. */
export class Templates {
  constructor(
    private readonly db: Database,
    private readonly scope: Scope,
  ) {}

  find(id: string): TemplateRow | undefined {
    const row = this.db.get(
      'SELECT * FROM launch_template WHERE id = $id AND account = $account AND region = $region',
      { id, ...this.here },
    );
    return row && template(row);
  }

  named(name: string): TemplateRow | undefined {
    const row = this.db.get(
      'SELECT * FROM launch_template WHERE name = $name AND account = $account AND region = $region',
      {
        name,
        ...this.here,
      },
    );
    return row && template(row);
  }

  after(key: number, limit: number): readonly TemplateRow[] {
    return this.db
      .all(
        'SELECT * FROM launch_template WHERE account = $account AND region = $region AND key > $key ORDER BY key LIMIT $limit',
        {
          key,
          limit,
          ...this.here,
        },
      )
      .map(template);
  }

  version(key: number, version: number): TemplateVersionRow | undefined {
    const row = this.db.get('SELECT * FROM launch_template_version WHERE template_key = $key AND version = $version', {
      key,
      version,
    });
    return row && templateVersion(row);
  }

  versions(key: number): readonly TemplateVersionRow[] {
    return this.db
      .all('SELECT * FROM launch_template_version WHERE template_key = $key ORDER BY version DESC', { key })
      .map(templateVersion);
  }

  insert(row: Omit<TemplateRow, 'key'>): number {
    return this.db.run(
      `INSERT INTO launch_template (account, region, id, name, created_at, default_version, latest_version)
       VALUES ($account, $region, $id, $name, $createdAt, $defaultVersion, $latestVersion)`,
      { ...row, ...this.here },
    ).lastRowId;
  }

  addVersion(key: number, row: TemplateVersionRow): void {
    this.db.run(
      `INSERT INTO launch_template_version (template_key, version, description, data, created_at)
       VALUES ($key, $version, $description, $data, $createdAt)`,
      { key, ...row, description: row.description ?? null },
    );
    this.db.run('UPDATE launch_template SET latest_version = $version WHERE key = $key', { key, version: row.version });
  }

  delete(id: string): void {
    this.db.run('DELETE FROM launch_template WHERE id = $id AND account = $account AND region = $region', {
      id,
      ...this.here,
    });
  }

  private get here() {
    return { account: this.scope.account, region: this.scope.region };
  }
}
