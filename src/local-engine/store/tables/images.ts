import type { Scope } from '../../../contract/ports.ts';
import type { Database, RawRow } from '../database.ts';
import { flag, int, optionalInt, optionalText, text, word } from '../rows.ts';

export const IMAGE_SOURCES = ['amazon', 'registered', 'imported', 'created', 'copied'] as const;

export interface ImageRow {
  readonly key: number;
  readonly account: string;
  readonly region: string;
  readonly id: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly architecture: string;
  readonly usageOperation: string;
  readonly platformDetails: string;
  readonly source: (typeof IMAGE_SOURCES)[number];
  /** The image or instance it was made from. */
  readonly sourceId: string | undefined;
  readonly public: boolean;
  readonly state: 'available' | 'deregistered';
  readonly createdAt: number;
  /** When the next 8-hourly sweep finds it; set while it is deregistered and still associated. */
  readonly sweepAt: number | undefined;
}

export type NewImage = Omit<ImageRow, 'key' | 'account' | 'region' | 'state' | 'sweepAt'>;

const image = (row: RawRow): ImageRow => ({
  key: int(row, 'key'),
  account: text(row, 'account'),
  region: text(row, 'region'),
  id: text(row, 'id'),
  name: text(row, 'name'),
  description: optionalText(row, 'description'),
  architecture: text(row, 'architecture'),
  usageOperation: text(row, 'usage_operation'),
  platformDetails: text(row, 'platform_details'),
  source: word(row, 'source', IMAGE_SOURCES),
  sourceId: optionalText(row, 'source_id'),
  public: flag(row, 'public'),
  state: word(row, 'state', ['available', 'deregistered']),
  createdAt: int(row, 'created_at'),
  sweepAt: optionalInt(row, 'sweep_at'),
});

/** An account may use an image that it owns, that is public, or that was shared with it. */
const USABLE = `(account = $account OR public = 1
  OR EXISTS (SELECT 1 FROM image_permission WHERE image_key = image.key AND image_permission.account = $account))`;

/** AMIs as one account sees them in one Region. */
export class Images {
  constructor(
    private readonly db: Database,
    private readonly scope: Scope,
  ) {}

  /** An image the account may use, in any state. */
  find(id: string): ImageRow | undefined {
    const row = this.db.get(`SELECT * FROM image WHERE id = $id AND region = $region AND ${USABLE}`, {
      id,
      ...this.here,
    });
    return row && image(row);
  }

  /** An image the account owns. */
  own(id: string): ImageRow | undefined {
    const row = this.db.get('SELECT * FROM image WHERE id = $id AND region = $region AND account = $account', {
      id,
      ...this.here,
    });
    return row && image(row);
  }

  /** An available image that the account owns, by its name. */
  named(name: string): ImageRow | undefined {
    const row = this.db.get(
      "SELECT * FROM image WHERE account = $account AND region = $region AND name = $name AND state = 'available'",
      { name, ...this.here },
    );
    return row && image(row);
  }

  /** Available images the account may use, after a key. */
  after(key: number, limit: number): readonly ImageRow[] {
    return this.db
      .all(
        `SELECT * FROM image WHERE region = $region AND state = 'available' AND key > $key AND ${USABLE} ORDER BY key LIMIT $limit`,
        {
          key,
          limit,
          ...this.here,
        },
      )
      .map(image);
  }

  insert(row: NewImage): void {
    this.db.run(
      `INSERT INTO image (account, region, id, name, description, architecture, usage_operation, platform_details, source,
         source_id, public, state, created_at)
       VALUES ($account, $region, $id, $name, $description, $architecture, $usageOperation, $platformDetails, $source,
         $sourceId, $public, 'available', $createdAt)`,
      { ...row, description: row.description ?? null, sourceId: row.sourceId ?? null, ...this.here },
    );
  }

  /** @param sweepAt when the sweep removes its associations; undefined where it has none */
  deregister(id: string, sweepAt: number | undefined): void {
    this.db.run(
      "UPDATE image SET state = 'deregistered', sweep_at = $sweepAt WHERE id = $id AND account = $account AND region = $region",
      { id, sweepAt: sweepAt ?? null, ...this.here },
    );
  }

  describe(id: string, description: string): void {
    this.db.run(
      'UPDATE image SET description = $description WHERE id = $id AND account = $account AND region = $region',
      {
        id,
        description,
        ...this.here,
      },
    );
  }

  setPublic(id: string, isPublic: boolean): void {
    this.db.run('UPDATE image SET public = $isPublic WHERE id = $id AND account = $account AND region = $region', {
      id,
      isPublic,
      ...this.here,
    });
  }

  permissions(key: number): readonly string[] {
    return this.db
      .all('SELECT account FROM image_permission WHERE image_key = $key ORDER BY account', { key })
      .map((row) => text(row, 'account'));
  }

  allow(key: number, account: string): void {
    this.db.run('INSERT OR IGNORE INTO image_permission (image_key, account) VALUES ($key, $account)', {
      key,
      account,
    });
  }

  disallow(key: number, account: string): void {
    this.db.run('DELETE FROM image_permission WHERE image_key = $key AND account = $account', { key, account });
  }

  private get here() {
    return { account: this.scope.account, region: this.scope.region };
  }
}

/** One image whoever owns it, in any state. */
export function imageAcross(db: Database, id: string): ImageRow | undefined {
  const row = db.get('SELECT * FROM image WHERE id = $id', { id });
  return row && image(row);
}

/** Deregistered images that the sweep at or before `now` finds, in order of their moment. */
export function imagesDue(db: Database, now: number): readonly ImageRow[] {
  return db.all('SELECT * FROM image WHERE sweep_at <= $now ORDER BY sweep_at, key', { now }).map(image);
}

/** Forgets that a deregistered image waits for a sweep. */
export function imageSwept(db: Database, key: number): void {
  db.run('UPDATE image SET sweep_at = NULL WHERE key = $key', { key });
}
