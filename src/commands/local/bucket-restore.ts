import type { Result } from '../../contract/result.ts';
import { FORMAT } from '../shared/done.ts';
import type { CommandContext } from '../types.ts';
import { bucketOf } from './bucket.ts';

/** @throws Fault where there never was a bucket (exit 5) */
export async function run(_args: object, ctx: CommandContext): Promise<Result> {
  const { shelf, bucket } = await bucketOf(ctx);
  if (!bucket.present) shelf.restoreBucket();
  ctx.note('done', bucket.present ? `unchanged: ${bucket.name} is there` : `restored ${bucket.name}, empty`);
  return { value: { ...FORMAT, bucket: bucket.name }, view: { kind: 'text', text: '' }, names: [bucket.name] };
}
