import type { ReportFile, ReportShelf, Scope } from '../contract/ports.ts';
import type { Engine, Moment } from './engine.ts';
import { ReportBucket } from './store/reports/buckets.ts';
import { type FileRow, ReportFiles } from './store/reports/files.ts';

/** License Manager's bucket as a sandbox keeps it. */
export class SandboxReports implements ReportShelf {
  constructor(
    private readonly engine: Engine,
    private readonly options: Partial<Scope>,
  ) {}

  bucket(): ReturnType<ReportShelf['bucket']> {
    return this.engine.ask((moment) => this.#at(moment).bucket.find());
  }

  files(): readonly ReportFile[] {
    return this.engine.ask((moment) => this.#at(moment).files.all().map(fileOf));
  }

  read(id: string): string | undefined {
    return this.engine.ask((moment) => this.#at(moment).files.content(id));
  }

  deleteBucket(): void {
    this.engine.change((moment) => {
      const { bucket, files } = this.#at(moment);
      files.deleteAll();
      bucket.delete(moment.now);
    });
  }

  restoreBucket(): void {
    this.engine.change((moment) => this.#at(moment).bucket.restore());
  }

  #at({ tx, row }: Moment) {
    const { account = row.defaultAccount, region = row.defaultRegion } = this.options;
    const scope = { account, region };
    return { bucket: new ReportBucket(tx.db, scope), files: new ReportFiles(tx.db, scope) };
  }
}

const fileOf = ({ id, objectKey, generatorId, type, takenAt, publishedAt, sizeBytes }: FileRow): ReportFile => ({
  id,
  key: objectKey,
  generatorId,
  type,
  takenAt: new Date(takenAt),
  publishedAt: new Date(publishedAt),
  sizeBytes,
});
