import type { ExitCode } from '../contract/exit.ts';
import type { WantedReport } from '../contract/report.ts';
import type { Result } from '../contract/result.ts';
import type { OutputFormat } from '../contract/settings.ts';
import { type Io, withoutColour } from '../io.ts';
import type { Catalogue, Terminal } from '../render/index.ts';
import type { ErrorForm } from './guarded.ts';

export interface Presentation {
  readonly output: OutputFormat;
  readonly query: string | undefined;
  readonly quiet: boolean;
  readonly noColor: boolean;
}

/** Writes the result to stdout and its notes to stderr. */
export async function present(result: Result, io: Io, how: Presentation): Promise<void> {
  const shown = how.noColor ? withoutColour(io) : io;
  const { render } = await import('../render/index.ts');
  const { output: format, query } = how;
  const drawn = (as: OutputFormat, by?: string): Promise<string> =>
    render(result, { format: as, query: by, terminal: terminalOf(shown, 'stdout'), catalogue });
  if (!result.announced && !takesTheOutput(result.reports?.wanted)) io.out(await drawn(format, query));
  if (result.reports !== undefined) await (await import('./reports.ts')).writeReports(result, io, () => drawn('json'));
  if (result.notes === undefined || result.notes.length === 0) return;
  const { renderNotes } = await import('../render/notes.ts');
  const hints = !io.env.LM_NO_HINTS && (format === 'table' || format === 'markdown');
  io.err(await renderNotes(result.notes, { terminal: terminalOf(shown, 'stderr'), quiet: how.quiet, hints }));
}

/** A report without a file stands where the result would; the lines of `github` follow it, for they are not read by people. */
function takesTheOutput(wanted: readonly WantedReport[] = []): boolean {
  return wanted.some(({ format, file }) => file === undefined && format !== 'github');
}

/** Writes the error to stderr, as JSON where the output is JSON. */
export async function presentError(error: unknown, io: Io, form: ErrorForm): Promise<ExitCode> {
  const shown = form.noColor ? withoutColour(io) : io;
  const { renderError } = await import('../render/error.ts');
  const { output: format, debug } = form;
  const { text, exit } = await renderError(error, { format, debug, terminal: terminalOf(shown, 'stderr'), catalogue });
  io.err(text);
  return exit;
}

function terminalOf(io: Io, stream: 'stdout' | 'stderr'): Terminal {
  return { width: io.width, colour: io.colour[stream], ascii: io.ascii };
}

const catalogue = (): Promise<Catalogue> => import('../validation/catalogue/index.ts');
