import { type GivenGlobals, GLOBAL_NAMES, spelling } from '../commands/globals.ts';
import { milliseconds } from '../commands/params.ts';
import { UsageError } from '../contract/usage.ts';

/** The global options that are not settings, typed. */
export interface Switches {
  readonly query: string | undefined;
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly confirm: string | undefined;
  readonly noInput: boolean;
  readonly quiet: boolean;
  readonly debug: boolean;
  readonly noColor: boolean;
  readonly input: string | undefined;
  readonly wait: boolean;
  readonly timeoutMs: number | undefined;
}

/** @throws UsageError for a --timeout that is no length of time */
export function switchesOf(given: GivenGlobals): Switches {
  const timeoutMs = given.timeout === undefined ? undefined : milliseconds(given.timeout);
  if (given.timeout !== undefined && timeoutMs === undefined) {
    throw new UsageError(`--timeout must be a length of time such as 90s or 10m; you gave "${given.timeout}"`);
  }
  return {
    query: given.query,
    dryRun: given.dryRun !== undefined,
    yes: given.yes !== undefined,
    confirm: given.confirm,
    noInput: given.noInput !== undefined,
    quiet: given.quiet !== undefined,
    debug: given.debug !== undefined,
    noColor: given.noColor !== undefined,
    input: given.input,
    wait: given.wait !== undefined,
    timeoutMs,
  };
}

/** The words of a command line without the global options and their values, each with its place. */
export function plainWords(argv: readonly string[]): readonly { readonly word: string; readonly at: number }[] {
  const withValue = new Set(GLOBAL_NAMES.map(spelling).flatMap(({ words, takesValue }) => (takesValue ? words : [])));
  const plain: { word: string; at: number }[] = [];
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    if (word === '--') break;
    if (withValue.has(word)) at += 1;
    else if (!word.startsWith('-')) plain.push({ word, at });
  }
  return plain;
}

/** The output format asked for on the command line, read before it is parsed: an error must be written in it too. */
export function outputAskedFor(argv: readonly string[]): string | undefined {
  let found: string | undefined;
  argv.forEach((word, at) => {
    if (word === '-o' || word === '--output') found = argv[at + 1];
    else if (word.startsWith('--output=')) found = word.slice('--output='.length);
    else if (/^-o\w/.test(word)) found = word.slice(2);
  });
  return found;
}
