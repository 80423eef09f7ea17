import type { Finding } from '../contract/constraint.ts';
import type { Violation } from '../contract/decision.ts';
import type { ExitCode } from '../contract/exit.ts';

/** What rendering wants of the constraint catalogue: the wording and the exit code of a violation. */
export interface Catalogue {
  describe(violation: Violation): Finding;
  exitOf(violation: Violation): ExitCode;
}

/** The catalogue loads only where a violation has to be worded. */
export type LoadCatalogue = () => Promise<Catalogue>;
