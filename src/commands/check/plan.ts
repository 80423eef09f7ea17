import type { Result } from '../../contract/result.ts';
import { readTerraformPlan } from '../../validation/plans/terraform/read.ts';
import type { CommandContext } from '../types.ts';
import { fileResult } from './file-result.ts';
import { STDIN } from './findings.ts';
import type { CheckPlanArgs } from './manifest.ts';

/**
 * Judges a Terraform plan: every launch in order, each finding what earlier ones took.
 * @throws UsageError when the file cannot be read or is no plan
 */
export async function run({ file, failOn, report }: CheckPlanArgs, ctx: CommandContext): Promise<Result> {
  const named = file === '-' ? STDIN : file;
  const text = await ctx.readText(file);
  const { scope } = await ctx.backend();
  const read = readTerraformPlan({ text, file: named, scope });
  return fileResult(read, { command: 'lm check plan', file: named, failOn, report }, ctx);
}
