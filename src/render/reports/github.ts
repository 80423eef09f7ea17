import type { CheckReport, ReportCase, ReportFinding } from '../../contract/report.ts';
import { findingLines } from './words.ts';

/** Workflow commands of GitHub Actions: one annotation for each reason, at the file and line where there is one. */
export function drawGithub({ cases }: CheckReport): string {
  return cases
    .flatMap((one) => one.findings.map((finding) => annotation(one, finding)))
    .map((line) => `${line}\n`)
    .join('');
}

function annotation({ address, place }: ReportCase, finding: ReportFinding): string {
  const properties = {
    ...(place === undefined ? {} : { file: place.file, line: place.line ?? 1 }),
    ...(place?.column === undefined ? {} : { col: place.column }),
    title: `${address}: ${finding.id}`,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${finding.level} ${written.join(',')}::${data(findingLines(finding).join('\n'))}`;
}

/** Escapes as the runner unescapes them (actions/toolkit, packages/core/src/command.ts). */
const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
