import type { Result } from '../../contract/result.ts';
import { findGenerator } from '../shared/generators.ts';
import type { CommandContext } from '../types.ts';
import type { ShowArgs } from './manifest.ts';
import { failureNotes, recordView } from './rows.ts';

/** @throws Fault name-not-found or name-ambiguous (exit 5) */
export async function run({ report }: ShowArgs, ctx: CommandContext): Promise<Result> {
  const found = await findGenerator(ctx, report);
  return {
    value: { ReportGenerator: found },
    view: () => recordView(ctx, found),
    names: [found.ReportGeneratorName ?? ''],
    notes: failureNotes([found]),
  };
}
