import type { Result } from '../../contract/result.ts';
import { readCloudFormation } from '../../validation/plans/cloudformation/read.ts';
import type { CommandContext } from '../types.ts';
import { fileResult } from './file-result.ts';
import { STDIN } from './findings.ts';
import type { CheckTemplateArgs } from './manifest.ts';

/**
 * Judges a CloudFormation template as for a new stack: every launch in order, each finding what earlier ones took.
 * @throws UsageError when the file cannot be read, is no template, or a parameter does not fit
 */
export async function run({ file, param, failOn, report }: CheckTemplateArgs, ctx: CommandContext): Promise<Result> {
  const named = file === '-' ? STDIN : file;
  const text = await ctx.readText(file);
  const { scope } = await ctx.backend();
  const read = await readCloudFormation({ text, file: named, scope, parameters: param ?? {} });
  return fileResult(read, { command: 'lm check template', file: named, failOn, report }, ctx);
}
