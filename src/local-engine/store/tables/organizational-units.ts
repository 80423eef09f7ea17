import type { Database, RawRow } from '../database.ts';
import { int, text } from '../rows.ts';

export interface OrganizationalUnitRow {
  readonly key: number;
  readonly organizationKey: number;
  readonly id: string;
  /** The root or the unit that it stands in. */
  readonly parentId: string;
  readonly name: string;
}

const unit = (row: RawRow): OrganizationalUnitRow => ({
  key: int(row, 'key'),
  organizationKey: int(row, 'organization_key'),
  id: text(row, 'id'),
  parentId: text(row, 'parent_id'),
  name: text(row, 'name'),
});

/** The organizational units of every organization. */
export class OrganizationalUnits {
  constructor(private readonly db: Database) {}

  find(organizationKey: number, id: string): OrganizationalUnitRow | undefined {
    const row = this.db.get(
      'SELECT * FROM organizational_unit WHERE id = $id AND organization_key = $organizationKey',
      {
        id,
        organizationKey,
      },
    );
    return row && unit(row);
  }

  /** Those that stand directly in a root or a unit, in the order of their names. */
  in(parentId: string): readonly OrganizationalUnitRow[] {
    return this.db
      .all('SELECT * FROM organizational_unit WHERE parent_id = $parentId ORDER BY name', { parentId })
      .map(unit);
  }

  insert(row: Omit<OrganizationalUnitRow, 'key'>): void {
    this.db.run(
      `INSERT INTO organizational_unit (organization_key, id, parent_id, name)
       VALUES ($organizationKey, $id, $parentId, $name)`,
      { ...row },
    );
  }
}
