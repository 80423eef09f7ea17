import { Fault } from '../../contract/fault.ts';
import type { ReportFile } from '../../contract/ports.ts';
import type { Result } from '../../contract/result.ts';
import { UsageError } from '../../contract/usage.ts';
import { allOf } from '../../validation/words.ts';
import { FORMAT } from '../shared/done.ts';
import { one } from '../shared/find.ts';
import type { CommandContext } from '../types.ts';
import type { FetchArgs } from './manifest.ts';
import { filesOf, shelfOf } from './shelf.ts';
import { typeWord } from './terms.ts';

/** @throws UsageError on AWS, and where a run has written more than one report; Fault where there is none (exit 5) */
export async function run({ report, type }: FetchArgs, ctx: CommandContext): Promise<Result> {
  const shelf = await shelfOf(ctx, report);
  const all = shelf.files();
  const isFile = all.some(({ id, key }) => key === report || id.startsWith(report));
  const file = isFile ? await fileOf(ctx, all, report) : latest(await filesOf(ctx, all, report), report, type);
  const content = shelf.read(file.id) ?? '';
  return {
    value: { ...FORMAT, ...file, content },
    view: { kind: 'text', text: content },
    names: [file.key],
  };
}

/** @throws Fault name-ambiguous for a beginning that several files have */
const fileOf = (ctx: CommandContext, all: readonly ReportFile[], given: string): Promise<ReportFile> =>
  one(
    ctx,
    given,
    all.map((value) => ({ id: value.id, name: value.key, value })),
    { kind: 'report', list: 'lm report files' },
  );

function latest(files: readonly ReportFile[], report: string, type: FetchArgs['type']): ReportFile {
  const wanted = files.filter((file) => type === undefined || typeWord(file.type) === type);
  const last = wanted.at(-1);
  if (last === undefined) {
    const kind = type === undefined ? 'report' : `${type} report`;
    const message = `${report} has written no ${kind} yet. lm report show ${report} says how its last run went`;
    throw new Fault({ code: 'ReportNotFound', message });
  }
  const types = wanted
    .filter(({ takenAt }) => takenAt.getTime() === last.takenAt.getTime())

    .map((other) => typeWord(other.type));
  if (types.length === 1) return last;
  throw new UsageError(`the last run of ${report} has written ${allOf(types)}`, 'say which with --type');
}
