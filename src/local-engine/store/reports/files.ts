import type { Scope } from '../../../contract/ports.ts';
import type { Database, RawRow } from '../database.ts';
import { int, text } from '../rows.ts';

/** A report in the bucket; times in milliseconds. */
export interface FileRow {
  readonly key: number;
  readonly generatorId: string;
  readonly id: string;
  readonly type: string;
  readonly objectKey: string;
  /** The moment that it shows. */
  readonly takenAt: number;
  readonly publishedAt: number;
  readonly sizeBytes: number;
}

export interface NewFile extends Pick<FileRow, 'generatorId' | 'id' | 'type' | 'objectKey' | 'takenAt'> {
  readonly bodyKey: number;
}

const SELECT = `SELECT report_file.*, length(CAST(content AS BLOB)) AS size FROM report_file
  JOIN report_body ON report_body.key = report_file.body_key`;

const file = (row: RawRow): FileRow => ({
  key: int(row, 'key'),
  generatorId: text(row, 'generator_id'),
  id: text(row, 'id'),
  type: text(row, 'type'),
  objectKey: text(row, 'object_key'),
  takenAt: int(row, 'taken_at'),
  publishedAt: int(row, 'published_at'),
  sizeBytes: int(row, 'size'),
});

/** The reports in the bucket of one account and Region, and those that a run under way is about to put there. */
export class ReportFiles {
  constructor(
    private readonly db: Database,
    private readonly scope: Scope,
  ) {}

  /** What stands in the bucket, newest last. */
  all(): readonly FileRow[] {
    return this.db
      .all(
        `${SELECT} WHERE account = $account AND region = $region AND published_at IS NOT NULL ORDER BY report_file.key`,
        this.here,
      )
      .map(file);
  }

  /** The text of a report in the bucket. */
  content(id: string): string | undefined {
    const row = this.db.get(
      `SELECT content FROM report_file JOIN report_body ON report_body.key = report_file.body_key
       WHERE id = $id AND account = $account AND region = $region AND published_at IS NOT NULL`,
      { id, ...this.here },
    );
    return row && text(row, 'content');
  }

  /** Keeps a text for files to come. @returns its key */
  keep(content: string): number {
    const row = this.db.get('INSERT INTO report_body (content) VALUES ($content) RETURNING key', { content });
    if (row === undefined) throw new TypeError('the text of a report was not kept');
    return int(row, 'key');
  }

  insert(row: NewFile): void {
    this.db.run(
      `INSERT INTO report_file (account, region, generator_id, id, type, object_key, taken_at, body_key)
       VALUES ($account, $region, $generatorId, $id, $type, $objectKey, $takenAt, $bodyKey)`,
      { ...row, ...this.here },
    );
  }

  /** What a run has made is in the bucket. @returns the keys of the objects */
  publish(generatorId: string, at: number): readonly string[] {
    return this.db
      .all(
        `UPDATE report_file SET published_at = $at WHERE generator_id = $generatorId AND published_at IS NULL
         RETURNING object_key`,
        { generatorId, at },
      )
      .map((row) => text(row, 'object_key'));
  }

  /** Forgets what a run has made and not published. */
  giveUp(generatorId: string): void {
    this.db.run('DELETE FROM report_file WHERE generator_id = $generatorId AND published_at IS NULL', { generatorId });
    this.sweep();
  }

  /** Empties the bucket. */
  deleteAll(): void {
    this.db.run(
      'DELETE FROM report_file WHERE account = $account AND region = $region AND published_at IS NOT NULL',
      this.here,
    );
    this.sweep();
  }

  private sweep(): void {
    this.db.run(
      'DELETE FROM report_body WHERE NOT EXISTS (SELECT 1 FROM report_file WHERE body_key = report_body.key)',
    );
  }

  private get here() {
    return { account: this.scope.account, region: this.scope.region };
  }
}
