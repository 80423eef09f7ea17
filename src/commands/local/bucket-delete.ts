import type { Result } from '../../contract/result.ts';
import { counted } from '../../validation/words.ts';
import { FORMAT } from '../shared/done.ts';
import type { CommandContext } from '../types.ts';
import { bucketOf } from './bucket.ts';

/** @throws Fault where there is no bucket to delete (exit 5) */
export async function run(_args: object, ctx: CommandContext): Promise<Result> {
  const { shelf, bucket } = await bucketOf(ctx);
  const files = shelf.files();
  const reports = counted(files.length, 'report');
  if (bucket.present) {
    const lines = [`the bucket ${bucket.name} will be deleted with ${reports}; lm keeps no copy`];
    await ctx.confirm({ lines, danger: 'confirm', name: bucket.name });
    shelf.deleteBucket();
  }
  ctx.note('done', bucket.present ? `deleted ${bucket.name} with ${reports}` : `unchanged: ${bucket.name} is deleted`);
  return {
    value: { ...FORMAT, bucket: bucket.name, deleted: files.map(({ key }) => key) },
    view: { kind: 'text', text: '' },
    names: [bucket.name],
  };
}
