import type { CheckReport, ReportFormat } from '../../contract/report.ts';

/** Draws a check in the form that another tool reads: text that ends in a line end, or nothing. */
export async function drawReport(format: Exclude<ReportFormat, 'json'>, report: CheckReport): Promise<string> {
  switch (format) {
    case 'junit':
      return (await import('./junit.ts')).drawJunit(report);
    case 'sarif':
      return (await import('./sarif.ts')).drawSarif(report);
    case 'markdown':
      return (await import('./markdown.ts')).drawMarkdownReport(report);
    case 'github':
      return (await import('./github.ts')).drawGithub(report);
  }
}
