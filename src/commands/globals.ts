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
  timeout: {
    flags: '--timeout <TIME>',
    help: 'longest wait for an answer of AWS, and with --wait for the end: 30s, 10m',
  },
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

function isGlobal(name: string): name is GlobalName {
  return Object.hasOwn(GLOBALS, name);
}
