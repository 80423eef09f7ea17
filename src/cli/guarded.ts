import { EXIT, type ExitCode } from '../contract/exit.ts';
import { Cancelled } from '../contract/prompts.ts';
import type { Io } from '../io.ts';

/** How an error is written. */
export interface ErrorForm {
  /** The output format; only `json` changes the form of an error. */
  readonly output: string | undefined;
  readonly debug: boolean;
  readonly noColor?: boolean;
}

/** Runs the work; whatever it throws becomes words on stderr and an exit code. */
export async function guarded(io: Io, form: ErrorForm, work: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Cancelled) {
      io.err(`${error.message}\n`);
      return EXIT.cancelled;
    }
    const { presentError } = await import('./present.ts');
    return presentError(error, io, form);
  }
}
