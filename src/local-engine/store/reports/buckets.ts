import type { Scope } from '../../../contract/ports.ts';
import type { Database } from '../database.ts';
import { flag, text } from '../rows.ts';

export interface BucketRow {
  readonly name: string;
  /** Whether it is there now; a deleted one keeps its name for when it is made again. */
  readonly present: boolean;
}

/** The one S3 bucket that License Manager has in an account and Region. */
export class ReportBucket {
  constructor(
    private readonly db: Database,
    private readonly scope: Scope,
  ) {}

  find(): BucketRow | undefined {
    const row = this.db.get(
      'SELECT name, deleted_at IS NULL AS present FROM report_bucket WHERE account = $account AND region = $region',
      this.here,
    );
    return row && { name: text(row, 'name'), present: flag(row, 'present') };
  }

  /** @param at milliseconds */
  create(name: string, at: number): void {
    this.db.run(
      'INSERT INTO report_bucket (account, region, name, created_at) VALUES ($account, $region, $name, $at)',
      { name, at, ...this.here },
    );
  }

  /** Makes it again under its old name, empty. */
  restore(): void {
    this.db.run('UPDATE report_bucket SET deleted_at = NULL WHERE account = $account AND region = $region', this.here);
  }

  /** Deletes it; what stood in it is deleted by `ReportFiles`. */
  delete(at: number): void {
    this.db.run('UPDATE report_bucket SET deleted_at = $at WHERE account = $account AND region = $region', {
      at,
      ...this.here,
    });
  }

  private get here() {
    return { account: this.scope.account, region: this.scope.region };
  }
}
