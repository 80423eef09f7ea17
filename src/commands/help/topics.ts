import { EXIT } from '../../contract/exit.ts';
import type { TOPIC_NAMES } from './topic-names.ts';

const MEANINGS: Readonly<Record<keyof typeof EXIT, string>> = {
  done: 'done, allowed, or nothing had to change',
  error: 'the service failed, or lm did',
  usage: 'the command line: unknown option, missing input, a value that cannot be parsed',
  refused: 'refused by a constraint, or the verdict is blocked or unknown',
  denied: 'credentials are missing or expired, or access is denied',
  notFound: 'not found, or a name means more than one thing',
  conflict: 'a conflict or a failed precondition: in use, not stopped, not empty',
  timedOut: 'waiting took too long; the operation may still go on',
  cancelled: 'cancelled: Ctrl-C, or the answer was no',
};

function exitCodes(): string {
  const meanings = new Map<string, string>(Object.entries(MEANINGS));
  const lines = Object.entries(EXIT).map(([name, code]) => `  ${String(code).padStart(3)}  ${meanings.get(name)}`);
  return [
    'Exit codes',
    '',
    ...lines,
    '',
    'Every constraint states its own: lm explain ID. A verdict of lm check is not an error of lm;',
    'with --fail-on never it exits 0 whatever it finds.',
  ].join('\n');
}

const ENVIRONMENT = `Environment variables

  LM_BACKEND, LM_SANDBOX, LM_ACCOUNT, LM_REGION, LM_PROFILE, LM_ENDPOINT_URL, LM_OUTPUT
                    the same as --backend, --sandbox, --account, --region, --profile, --endpoint-url, --output
  LM_CONTEXT        the context to use; empty means none
  LM_HOME           keeps settings and sandboxes in this folder
  LM_NO_HINTS       no "hint:" lines
  XDG_CONFIG_HOME, XDG_DATA_HOME
                    where settings and sandboxes stand without LM_HOME
  NO_COLOR, FORCE_COLOR, CLICOLOR, CLICOLOR_FORCE, TERM=dumb
                    colours off or on
  CI                never ask questions

A setting is taken from the first of these that has it: option, LM_* variable, .lm.json in this folder or above it,
the context in use, the user's config.json, default. lm whoami says where each came from.`;

const OUTPUT = `Output

  -o table      for people (default); columns are fitted to the terminal
  -o json|yaml  AWS's field names; lists are never null
  -o csv        with a header; text that a spreadsheet would run as a formula is quoted with '
  -o text       tab-separated, no header
  -o name       one name or id a line
  -o markdown   a table for a pull request
  --query EXPR  a JMESPath expression, the dialect of the aws command; means -o json unless another format is given

Data goes to stdout, everything else to stderr. With -o json errors are JSON too, on stderr. A pipe never gets colours.`;

const COUNTING = `How licences are counted

  vCPU       each running machine's vCPUs
  Instance   one for each running machine
  Core       the physical cores of the Dedicated Host, charged once for the whole host
  Socket     the sockets of the Dedicated Host, charged once for the whole host

A hard limit blocks what would go over it; a soft limit lets it through and raises an alert. The same switch decides
whether rules (--min-cores, --tenancy, ...) block or only alert. A launch takes licences from every configuration of its
AMI, and all of them must have room. What needs nothing is never blocked.

Ask before a launch: lm check launch. Read the rule behind a refusal: lm explain ID.`;

const REPORTS = `Reports

  summary   a line for each license configuration: its terms, and what it consumes in all and by type of resource
  usage     a line for each charged host and tracked machine, and what it takes

lm report create NAME --every day|week|month has them written as CSV files into License Manager's S3 bucket, the first
within 60 minutes, as Reports/NAME/YEAR/MONTH/DAY/ID.csv. lm report usage is the usage report now, of no bucket.

A changed generator runs within the hour, which lm report run makes use of. A run that cannot write fails with a reason,
which lm report show tells, and the next period tries again.

In a sandbox lm local clock advance 1h brings the first reports, and lm report files and fetch show them. On AWS they
are in Amazon S3, which lm does not read: these two exit 2 there. While a generator reports on a configuration, that
cannot be deleted: lm report list --config NAME.`;

const WORDS = `Words

  license configuration   what an agreement counts, its limit and its rules; lm config. AWS has also called it customer
                          managed license, and now calls it self-managed license.
  attach, detach          AWS: associate, disassociate
  hard, soft              whether the limit is enforced ("Enforce license limit")
  shared, dedicated, host tenancy: EC2-Default, EC2-DedicatedInstance, EC2-DedicatedHost; every spelling is taken
  BYOL                    a licence that you bring; "included" is one that AWS sells with the machine

What lm captures is your own reading of an agreement. Neither AWS nor lm audits, and nothing here says that you comply.
Names, descriptions and tags can show up in bills and logs: no e-mail addresses, no secrets.`;

const FIRST_STEPS = `First steps

  1  lm config create                     what the agreement counts (asks and explains)
  2  lm ami attach AMI --config NAME      or lm config attach NAME INSTANCE
  3  lm check launch --ami AMI --type T   would it be blocked, and why?
  4  lm instance run --ami AMI --type T   launch
  5  lm config usage NAME                 watch what it takes

A prepared sandbox: lm local scenario load operating-system. Software from the marketplace still needs its seller's
licence key: tracking does not activate it.`;

/** The texts of lm help TOPIC. */
export const TOPICS = {
  'exit-codes': exitCodes(),
  environment: ENVIRONMENT,
  output: OUTPUT,
  counting: COUNTING,
  reports: REPORTS,
  words: WORDS,
  'first-steps': FIRST_STEPS,
} as const satisfies Readonly<Record<(typeof TOPIC_NAMES)[number], string>>;
