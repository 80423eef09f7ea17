import type { Finding } from './constraint.ts';
import type { Verdict } from './decision.ts';
import type { Place } from './plan.ts';

export const REPORT_FORMATS = ['json', 'junit', 'sarif', 'markdown', 'github'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** A report as asked for: `--report sarif=check.sarif`. Without a file it goes to stdout. */
export interface WantedReport {
  readonly format: ReportFormat;
  readonly file?: string;
}

/** One reason in a report; the level says what it does to the verdict. */
export interface ReportFinding extends Pick<Finding, 'id' | 'message' | 'why' | 'fix'> {
  readonly level: 'error' | 'warning';
  /** Which document says so. */
  readonly source?: string;
}

/** One judged thing: a launch of a file, or a command line. */
export interface ReportCase {
  readonly address: string;
  readonly type: string;
  /** Absent where nothing is written in a file. */
  readonly place?: Place;
  readonly verdict: Verdict;
  readonly requested: number;
  readonly fits: number;
  readonly findings: readonly ReportFinding[];
}

/** One license configuration in a report. */
export interface ReportLedgerRow {
  readonly name: string;
  readonly counts: string;
  readonly limit: string;
  readonly used: number;
  readonly needed: number;
  readonly left: number | null;
}

/** What every report format is drawn from. */
export interface CheckReport {
  /** The command: `lm check plan`. */
  readonly command: string;
  readonly verdict: Verdict;
  /** The whole answer in one line. */
  readonly headline: string;
  readonly cases: readonly ReportCase[];
  readonly ledger: readonly ReportLedgerRow[];
  /** What was not checked, and how far the file was understood. */
  readonly notes: readonly string[];
  readonly where: string;
  readonly at: Date;
}
