import type { ExitCode } from '../contract/exit.ts';
import { EXIT } from '../contract/exit.ts';
import type { Io } from '../io.ts';
import type { Deps } from './deps.ts';
import { execute } from './execute.ts';
import { outputAskedFor } from './globals.ts';
import { guarded } from './guarded.ts';
import { understand } from './understand.ts';

/**
 * Runs one command line and writes its answer.
 * @param argv the words after `lm`
 * @param given the version, and what a test replaces; the real backends and nouns otherwise
 * @returns the exit code; never throws
 */
export async function run(argv: readonly string[], io: Io, given: Partial<Deps> = {}): Promise<ExitCode> {
  const early = { output: outputAskedFor(argv) ?? io.env.LM_OUTPUT, debug: argv.includes('--debug') };
  return guarded(io, early, async () => {
    const { nouns, open } = await import('./deps.ts');
    const deps: Deps = { version: 'unknown', nouns, open, ...given };
    const line = await understand(argv, io, deps);
    if (line.kind === 'verb') return execute(line, io, deps);
    io.out(line.text.endsWith('\n') ? line.text : `${line.text}\n`);
    return EXIT.done;
  });
}
