import type { Column, Result } from '../../contract/result.ts';
import { FORMAT } from '../shared/done.ts';
import type { CommandContext } from '../types.ts';
import type { FilesArgs } from './manifest.ts';
import { filesOf, folderOf, shelfOf } from './shelf.ts';
import { typeWord } from './terms.ts';

const COLUMNS: readonly Column[] = [
  { key: 'report', title: 'report' },
  { key: 'type', title: 'type' },
  { key: 'shows', title: 'shows' },
  { key: 'bytes', title: 'bytes', optional: 1 },
  { key: 'id', title: 'id' },
];

/** @throws UsageError on AWS; Fault name-not-found for a generator that has neither files nor ever was */
export async function run({ report }: FilesArgs, ctx: CommandContext): Promise<Result> {
  const shelf = await shelfOf(ctx, report);
  const all = shelf.files();
  const files = report === undefined ? all : await filesOf(ctx, all, report);
  const bucket = shelf.bucket();
  const rows = files.map((file) => ({
    report: folderOf(file),
    type: typeWord(file.type),
    shows: file.takenAt,
    bytes: file.sizeBytes,
    id: file.id,
  }));
  const gone = bucket !== undefined && !bucket.present;
  const empty = report === undefined ? 'no reports were written yet' : `${report} has written no reports yet`;
  return {
    value: { ...FORMAT, bucket: bucket?.name ?? null, files },
    view: { kind: 'list', rows, columns: COLUMNS, empty },
    names: files.map(({ key }) => key),
    notes: gone
      ? [{ kind: 'alert', text: `the bucket ${bucket.name} is deleted: runs fail until it is restored` }]
      : [],
  };
}
