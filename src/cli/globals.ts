import { milliseconds } from '../commands/params.ts';
import { UsageError } from '../contract/usage.ts';

interface Global {
  readonly flags: string;
  readonly help: string;
}

/** The options that every command has, written before or after its words. */
export const GLOBALS = {
  backend: { flags: '--backend <local|aws>', help: 'the embedded engine, or AWS itself' },
  sandbox: { flags: '--sandbox <NAME>', help: 'which sandbox of the embedded engine' },
  account: { flags: '--account <ID>', help: 'act as this account of the sandbox (12 digits)' },
  region: { flags: '--region <REGION>', help: 'AWS Region, for example us-east-1' },
  profile: { flags: '--profile <NAME>', help: 'profile of the AWS configuration (aws backend)' },
  endpointUrl: { flags: '--endpoint-url <URL>', help: 'send AWS requests here (aws backend)' },
  output: { flags: '-o, --output <FORMAT>', help: 'table, json, yaml, csv, text, name or markdown' },
  query: { flags: '--query <JMESPATH>', help: 'pick from the result, as the aws command does' },
  dryRun: { flags: '--dry-run', help: 'say what would change or be refused, and change nothing' },
  yes: { flags: '--yes', help: 'agree to what is asked (not where a name must be typed)' },
  confirm: { flags: '--confirm <NAME>', help: 'agree to a severe change by naming what it destroys' },
  noInput: { flags: '--no-input', help: 'never ask; say what is missing and exit 2' },
  quiet: { flags: '--quiet', help: 'no hints, notes or spinners' },
  debug: { flags: '--debug', help: 'show calls, timings and stack traces on stderr' },
  noColor: { flags: '--no-color', help: 'no colours, whatever the terminal can do' },
  input: { flags: '--input <FILE|->', help: 'JSON or YAML with AWS field names; options written out are stronger' },
  wait: { flags: '--wait', help: 'wait until the operation has ended' },
  timeout: { flags: '--timeout <TIME>', help: 'how long --wait waits, for example 10m' },
} as const satisfies Readonly<Record<string, Global>>;

export type GlobalName = keyof typeof GLOBALS;
export const GLOBAL_NAMES: readonly GlobalName[] = Object.keys(GLOBALS).filter(isGlobal);

/** What was written of the global options. */
export type GivenGlobals = Readonly<Partial<Record<GlobalName, string>>>;

/** The long name (`--dry-run`), the short one if there is one, and whether a value follows. */
export function spelling(name: GlobalName): { readonly words: readonly string[]; readonly takesValue: boolean } {
  const { flags } = GLOBALS[name];
  return { words: flags.split(/[ ,]+/).filter((word) => word.startsWith('-')), takesValue: flags.includes('<') };
}

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

function isGlobal(name: string): name is GlobalName {
  return Object.hasOwn(GLOBALS, name);
}
