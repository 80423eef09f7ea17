import type { ReportGenerator } from '@aws-sdk/client-license-manager';
import type { ReportFile, ReportShelf } from '../../contract/ports.ts';
import { UsageError } from '../../contract/usage.ts';
import { findGenerator, generatorId, generators } from '../shared/generators.ts';
import { shellWord } from '../shared/shell-word.ts';
import type { CommandContext } from '../types.ts';
import { placeOf } from './rows.ts';

/**
 * The bucket of reports.
 * @param given what was asked for, to say on AWS where it stands
 * @throws UsageError on AWS, where the bucket is in Amazon S3, which lm has no client for
 */
export async function shelfOf(ctx: CommandContext, given: string | undefined): Promise<ReportShelf> {
  if (ctx.settings.backend.value === 'local') return (await ctx.sandbox()).reports();
  const all = await generators(ctx.call);
  const named = all.filter(
    (one) => given === undefined || one.ReportGeneratorName === given || generatorId(one) === given,
  );
  const [place] = (named.length > 0 ? named : all).flatMap((one) => placeOf(one) ?? []);
  const hint = place === undefined ? 'aws s3 ls shows your buckets' : `aws s3 ls --recursive ${shellWord(place)}`;
  throw new UsageError('reports are in Amazon S3, which lm does not read', hint);
}

/** The folder of a file: the name of its generator at the time of the run. */
export const folderOf = ({ key }: ReportFile): string => key.split('/').slice(1, -4).join('/');

/**
 * The files of a generator: those that it has written, and those in the folder of that name, whose generator may be gone.
 * @throws Fault name-not-found or name-ambiguous where there is neither (exit 5)
 */
export async function filesOf(
  ctx: CommandContext,
  files: readonly ReportFile[],
  given: string,
): Promise<readonly ReportFile[]> {
  const inFolder = files.filter((file) => folderOf(file) === given || file.generatorId === given);
  if (inFolder.length > 0) return inFolder;
  const found: ReportGenerator = await findGenerator(ctx, given);
  return files.filter(({ generatorId: id }) => id === generatorId(found));
}
