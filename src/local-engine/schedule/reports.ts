import { reportRows } from '../../validation/catalogue/report.ts';
import { checkIn } from '../../validation/check-in.ts';
import { pasteable } from '../../validation/report-generator.ts';
import { counted } from '../../validation/words.ts';
import type { Ids } from '../ids.ts';
import { raiseAlert } from '../ledger/alert.ts';
import { reportText } from '../ledger/report.ts';
import { nextReportRun, reportRunEnd } from '../moments.ts';
import { ReportBucket } from '../store/reports/buckets.ts';
import { ReportFiles } from '../store/reports/files.ts';
import { type GeneratorRow, generatorsAt, runBegan, runEnded } from '../store/reports/generators.ts';
import type { Tx } from '../store/store.ts';
import type { Applied } from './index.ts';

/** Texts of reports, by generator and type, while nothing happens that could change them. */
export type Texts = Map<string, number>;

/**
 * Begins and ends the report runs of a moment: a run takes its snapshot when it begins and writes it to the bucket when it
 * ends. Everything else that is due by then must have been applied.
 */
export const runsAt = (tx: Tx, at: number, ids: Ids, texts: Texts): readonly Applied[] =>
  generatorsAt(tx.db, at).flatMap((row) => {
    if (row.runningSince === undefined) return begin(tx, row, at, ids, texts);
    return [{ at, what: end(tx, row, row.runningSince, at, texts) }];
  });

function begin(tx: Tx, row: GeneratorRow, at: number, ids: Ids, texts: Texts): readonly Applied[] {
  const files = new ReportFiles(tx.db, row);
  for (const type of row.types) {
    const name = `${row.id} ${type}`;
    const bodyKey = texts.get(name) ?? files.keep(textOf(tx, row, type));
    texts.set(name, bodyKey);
    const id = ids.uuid();
    const objectKey = `Reports/${row.name}/${new Date(at).toISOString().slice(0, 10).replaceAll('-', '/')}/${id}.csv`;
    files.insert({ generatorId: row.id, id, type, objectKey, takenAt: at, bodyKey });
  }
  runBegan(tx.db, row.key, at, reportRunEnd(at));
  return [];
}

function textOf(tx: Tx, row: GeneratorRow, type: GeneratorRow['types'][number]): string {
  const { configurations } = tx.in(row);
  return reportText(
    tx,
    type,
    row.configurations.flatMap((id) => configurations.find(id) ?? []),
  );
}

function end(tx: Tx, row: GeneratorRow, began: number, at: number, texts: Texts): string {
  const reason = obstacleOf(tx, row);
  const files = new ReportFiles(tx.db, row);
  runEnded(tx.db, row.key, reason, nextReportRun(row.period, row.anchorAt, began));
  if (reason === undefined) return written(row, files.publish(row.id, at));
  files.giveUp(row.id);
  texts.clear();
  for (const violation of checkIn(reportRows, 'report-run-failure', {
    generator: pasteable(row.name, row.id),
    reason,
  })) {
    const { account, region } = row;
    raiseAlert(tx, region, { account, caller: account, at, kind: 'soft', operation: 'schedule', violation });
  }
  return `report ${row.name} failed: ${reason}`;
}

/** `report daily-win: 2 files in Reports/daily-win/2026/11/21/`. */
function written({ name }: GeneratorRow, keys: readonly string[]): string {
  const [key = ''] = keys;
  return `report ${name}: ${counted(keys.length, 'file')} in ${key.slice(0, key.lastIndexOf('/') + 1)}`;
}

/** What keeps a run from writing; nothing where it can. */
function obstacleOf(tx: Tx, row: GeneratorRow): string | undefined {
  const bucket = new ReportBucket(tx.db, row).find();
  if (bucket === undefined || !bucket.present) return `NoSuchBucket: the bucket ${bucket?.name ?? ''} does not exist`;
  if (tx.permissions.allows(row.account, 's3:PutObject')) return undefined;
  return `AccessDenied: s3:PutObject on the bucket ${bucket.name} is denied`;
}
