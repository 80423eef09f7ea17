// Not node:fs/promises, which would load at every start: few commands write reports.
import { promises } from 'node:fs';
import { resolve } from 'node:path';
import type { Result } from '../contract/result.ts';
import { UsageError } from '../contract/usage.ts';
import type { Io } from '../io.ts';

/** Where GitHub Actions collects what it shows on the page of a run. */
const SUMMARY = 'GITHUB_STEP_SUMMARY';

/**
 * Writes every report that was asked for: into its file, or to stdout. `github` also adds to the summary of the run.
 * @param drawJson the whole result as `-o json` has it, which is the report `json`
 * @throws UsageError for a file that cannot be written
 */
export async function writeReports(result: Result, io: Io, drawJson: () => Promise<string>): Promise<void> {
  if (result.reports === undefined) return;
  const { report, wanted } = result.reports;
  const { drawReport } = await import('../render/reports/index.ts');
  for (const { format, file } of wanted) {
    const text = format === 'json' ? await drawJson() : await drawReport(format, report);
    if (file === undefined) io.out(text);
    else await kept(`--report ${format}=${file}`, () => promises.writeFile(resolve(io.cwd, file), text));
    const summary = io.env[SUMMARY];
    if (format !== 'github' || summary === undefined || summary === '') continue;
    const page = await drawReport('markdown', report);
    await kept(SUMMARY, () => promises.appendFile(resolve(io.cwd, summary), page));
  }
}

async function kept(named: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const why = code === 'ENOENT' ? 'there is no such folder' : `it cannot be written (${code})`;
    throw new UsageError(`${named}: ${why}`);
  }
}
