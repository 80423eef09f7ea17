import { choice, custom, duration, flag, integer, no, ok, required, text } from '../params.ts';
import { shellWord } from '../shared/shell-word.ts';
import { type ArgsOf, declare, type NounManifest, verb } from '../types.ts';
import { bucketVerbs } from './declare-bucket.ts';
import { permissionVerbs } from './declare-permission.ts';

const isAccount = (value: unknown): value is string => typeof value === 'string' && /^\d{12}$/.test(value);

const accountParam = custom<string>(
  { help: 'account id, 12 digits', placeholder: 'ACCOUNT', example: '222233334444' },
  {
    placeholder: 'ACCOUNT',
    holds: isAccount,
    parse: (given) => (isAccount(given) ? ok(given) : no('must be 12 digits')),
  },
);

const plain = (name: string, summary: string, command: string, mutates = false) =>
  declare({ name, summary, arguments: {}, options: {}, examples: [{ intent: summary, command }], mutates });

const status = plain('status', 'the sandbox: its file, clock, accounts and what is in it', 'lm local status');
const init = plain('init', 'make the sandbox if there is none yet', 'lm --sandbox trial local init');
const clock = plain('clock show', "the sandbox's clock", 'lm local clock show');
const accounts = plain('account list', 'the accounts of the sandbox', 'lm local account list');
const scenarios = plain('scenario list', 'the scenarios that can be loaded', 'lm local scenario list');

const reset = declare({
  name: 'reset',
  summary: 'empty the sandbox: everything in it is lost',
  arguments: {},
  options: {},
  examples: [{ intent: 'begin anew, without being asked', command: 'lm local reset --yes' }],
  mutates: false,
});

const advance = declare({
  name: 'clock advance',
  summary: "move the sandbox's clock forward and apply what comes due on the way",
  arguments: { time: required(duration({ help: 'how far: 90s, 10m, 8h, 3d', placeholder: 'TIME', example: '8h' })) },
  options: {},
  examples: [
    { intent: 'let the next sweep of deregistered AMIs run', command: 'lm local clock advance 8h' },
    { intent: 'let a 90-day affinity end', command: 'lm local clock advance 91d' },
  ],
  mutates: false,
});
export type AdvanceArgs = ArgsOf<typeof advance>;

const add = declare({
  name: 'account add',
  summary: 'add an account to the sandbox',
  arguments: { account: required(accountParam) },
  options: { name: text({ help: 'what to call it', placeholder: 'NAME' }) },
  examples: [{ intent: 'a second account', command: 'lm local account add 222233334444 --name payroll' }],
  mutates: false,
});
export type AddAccountArgs = ArgsOf<typeof add>;

const use = declare({
  name: 'account use',
  summary: 'make an account the one that commands act for',
  arguments: { account: required(accountParam) },
  options: {},
  examples: [{ intent: 'act for another account from now on', command: 'lm local account use 222233334444' }],
  mutates: false,
});
export type UseAccountArgs = ArgsOf<typeof use>;

const load = declare({
  name: 'scenario load',
  summary: 'fill the sandbox with a prepared fleet (it is emptied first)',
  arguments: {
    name: required(
      text({ help: 'a scenario; lm local scenario list names them', placeholder: 'NAME', example: 'operating-system' }),
    ),
  },
  options: {},
  examples: [
    {
      intent: "the guide's operating-system licence of 96 cores",
      command: 'lm local scenario load operating-system --yes',
    },
  ],
  mutates: false,
});
export type LoadArgs = ArgsOf<typeof load>;

const SETTINGS = [
  'charging',
  'kms',
  'configurations',
  'configurations-per-resource',
  'configurations-per-day',
  'hosts-per-family',
] as const;

const set = declare({
  name: 'set',
  summary: 'how the sandbox counts, and its quotas',
  arguments: {
    setting: required(
      choice(SETTINGS, {
        help: 'charging (per-host, per-machine), kms (reachable, unreachable), or a quota',
        placeholder: 'SETTING',
      }),
    ),
    value: required(
      text({ help: 'one of its words; a number for a quota', placeholder: 'VALUE', example: 'per-host' }),
    ),
  },
  options: {},
  examples: [
    { intent: 'charge cores for each machine, not for the whole host', command: 'lm local set charging per-machine' },
    { intent: 'let conversions fail to activate Windows', command: 'lm local set kms unreachable' },
    { intent: 'two Dedicated Hosts a family, as AWS starts with', command: 'lm local set hosts-per-family 2' },
  ],
  mutates: false,
});
export type SetArgs = ArgsOf<typeof set>;

/** A name as a sandbox has one; with a slash, or ending in `.db`, it is a file. */
const isPlace = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$|[\\/][^\\/]+$|.\.db$/.test(value);

const placeParam = (help: string) =>
  required(
    custom<string>(
      { help, placeholder: 'NAME|FILE', names: 'snapshot', example: 'before-upgrade' },
      {
        placeholder: 'NAME|FILE',
        holds: isPlace,
        parse: (given) =>
          isPlace(given)
            ? ok(given)
            : no('must be a name of letters, digits, dots, dashes or underscores, or a file such as ./sandbox.db'),
      },
    ),
  );

const snapshots = plain('snapshot list', 'the snapshots that were saved by name', 'lm local snapshot list');

const save = declare({
  name: 'snapshot save',
  summary: 'keep the sandbox as it is now, under a name or in a file',
  arguments: { place: placeParam('a name, or a file: with a slash, or ending in .db') },
  options: { overwrite: flag({ help: 'replace the snapshot of that name; a file is never replaced' }) },
  examples: [
    { intent: 'keep it before an experiment', command: 'lm local snapshot save before-upgrade' },
    { intent: 'keep it in a file, for a colleague', command: 'lm local snapshot save ./licences.db' },
  ],
  mutates: false,
});
export type SaveArgs = ArgsOf<typeof save>;

const restore = declare({
  name: 'snapshot load',
  summary: 'bring a saved sandbox back: all that the sandbox holds now is lost',
  description: [
    'The sandbox becomes what it was when the snapshot was saved, as one transaction: servers and other commands that have it open see the one or the other. The snapshot stays.',
    'Time goes on: what came due since it was saved is applied, as if the sandbox had lain untouched.',
  ].join('\n'),
  arguments: { place: placeParam('a name that lm local snapshot list shows, or a file') },
  options: {},
  examples: [{ intent: 'go back, without being asked', command: 'lm local snapshot load before-upgrade --yes' }],
  mutates: false,
});
export type RestoreArgs = ArgsOf<typeof restore>;

const copy = declare({
  name: 'import',
  summary: 'fill the sandbox with a copy of an AWS account and Region, to try changes without touching them',
  description: [
    'Reads license configurations with what is under them, AMIs, instances, Dedicated Hosts, host resource groups and launch templates of the account that the credentials belong to. Ids and ARNs stay the same. On AWS nothing is changed.',
    'What AWS does not tell is assumed, and said: in the answer, and in lm local status. What may not be read is named with its permission, and nothing is imported unless --partial says that the rest is enough.',
    'A sandbox in which something was done before loses it: --yes agrees to that.',
  ].join('\n'),
  arguments: {},
  options: { partial: flag({ help: 'import what may be read, though not everything may' }) },
  examples: [
    {
      intent: 'a copy of the account that a profile signs in to, in a sandbox of its own',
      command: 'lm local import --sandbox prod-copy --profile prod --region us-east-1',
    },
    {
      intent: 'see what would be copied and assumed',
      command: 'lm local import --sandbox prod-copy --profile prod --region us-east-1 --dry-run',
    },
  ],
  mutates: false,
});
export type ImportArgs = ArgsOf<typeof copy>;

const HIGHEST_PORT = 65_535;

const serve = declare({
  name: 'serve',
  summary: 'let the aws command, boto3, Terraform and the SDKs use the sandbox as if it were AWS',
  description: [
    'Serves AWS License Manager, EC2 and the services around them (IAM, Organizations, RAM, Resource Groups, SNS, SSM, STS) over HTTP until it is stopped (Ctrl-C). Give the endpoint that it prints to any AWS client: --endpoint-url, AWS_ENDPOINT_URL.',
    'An access key id of 12 digits names the account, any other means the default one; the secret is not looked at. The Region is the one the client is set to.',
    'Port 4586 unless --port says otherwise. Other lm commands may use the same sandbox at the same time.',
  ].join('\n'),
  arguments: {},
  options: {
    port: integer({
      help: 'port to listen on (4586); 0 takes a free one',
      min: 0,
      max: HIGHEST_PORT,
      placeholder: 'PORT',
    }),
    listen: text({
      help: 'address to listen on (127.0.0.1); any other lets other machines in, without a password',
      placeholder: 'ADDRESS',
    }),
  },
  examples: [
    { intent: 'serve on a free port, and say which', command: 'lm local serve --port 0' },
    { intent: 'for a script: one line of JSON once it answers', command: 'lm local serve --port 0 -o json' },
  ],
  mutates: false,
});
export type ServeArgs = ArgsOf<typeof serve>;

export const manifest: NounManifest = {
  // Verbs without an argument act on a whole sandbox: a word after them is taken for its name.
  spareWord: (path, verb, word) =>
    Object.keys(verb.arguments).length === 0
      ? `the sandbox is chosen by an option: lm ${path} --sandbox ${shellWord(word)}`
      : undefined,
  verbs: [
    verb(status, () => import('./status.ts')),
    verb(init, () => import('./init.ts')),
    verb(reset, () => import('./reset.ts')),
    verb(clock, () => import('./clock-show.ts')),
    verb(advance, () => import('./clock-advance.ts')),
    verb(accounts, () => import('./account-list.ts')),
    verb(add, () => import('./account-add.ts')),
    verb(use, () => import('./account-use.ts')),
    verb(scenarios, () => import('./scenario-list.ts')),
    verb(load, () => import('./scenario-load.ts')),
    verb(save, () => import('./snapshot-save.ts')),
    verb(restore, () => import('./snapshot-load.ts')),
    verb(snapshots, () => import('./snapshot-list.ts')),
    verb(copy, () => import('./import.ts')),
    verb(set, () => import('./set.ts')),
    ...permissionVerbs,
    ...bucketVerbs,
    verb(serve, () => import('./serve.ts')),
  ],
};
