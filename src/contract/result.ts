import type { ExitCode } from './exit.ts';
import type { LaunchCheck, Scope } from './ports.ts';
import type { CheckReport, WantedReport } from './report.ts';

/** Stands for what is known only when a change has been made. */
export const KNOWN_AFTER_APPLY = '(known after apply)';

/** One column of a list, or one line of a record: where its value stands in a row and how it is headed. */
export interface Column {
  readonly key: string;
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Dropped first when the terminal is too narrow; the higher the number the earlier. */
  readonly optional?: number;
}

export type Row = Readonly<Record<string, unknown>>;

/** How the human formats draw the value; the machine formats (json, yaml, --query) never look at it. */
export type View =
  | {
      readonly kind: 'list';
      readonly rows: readonly Row[];
      readonly columns: readonly Column[];
      readonly empty: string;
    }
  | {
      readonly kind: 'record';
      readonly fields: readonly (readonly [label: string, value: unknown])[];
      readonly sections?: readonly Section[];
    }
  | { readonly kind: 'launch-check'; readonly check: LaunchCheck; readonly request: LaunchRequest }
  | { readonly kind: 'text'; readonly text: string };

export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
}

/** What was asked, in the user's own words, for the headline of a launch check. */
export interface LaunchRequest {
  readonly count: number;
  readonly instanceType: string;
  readonly image: string;
  readonly tenancy: 'default' | 'dedicated' | 'host';
  /** The name of the host resource group that is launched into. */
  readonly group?: string;
  readonly backend: 'local' | 'aws';
  readonly where: string;
  readonly scope: Scope;
  readonly at: Date;
}

/** What a command returns. It prints nothing itself. */
export interface Result {
  /** What json, yaml and --query see: AWS's field names, lists never null. */
  readonly value: unknown;
  /** A function where drawing needs what data does not: it is called only for a human format. */
  readonly view: View | (() => Promise<View>);
  /** What `-o name` prints, one line each. */
  readonly names?: readonly string[];
  readonly exit?: ExitCode;
  /** What `--report` asked for, and what it is drawn from. */
  readonly reports?: { readonly report: CheckReport; readonly wanted: readonly WantedReport[] };
  /** A verb that stayed has said everything on stdout while it ran: only notes are left to write. */
  readonly announced?: true;
  /** Lines for stderr after the data: alerts first, then a next step. */
  readonly notes?: readonly Note[];
}

export interface Note {
  readonly kind: 'done' | 'alert' | 'hint';
  readonly text: string;
}
