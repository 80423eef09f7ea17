import { choice, custom, duration, integer, no, ok, required, text } from '../params.ts';
import { type ArgsOf, declare, type NounManifest, verb } from '../types.ts';

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
      choice(SETTINGS, { help: 'charging (per-host, per-machine), or a quota', placeholder: 'SETTING' }),
    ),
    value: required(
      text({ help: 'per-host or per-machine; a number for a quota', placeholder: 'VALUE', example: 'per-host' }),
    ),
  },
  options: {},
  examples: [
    { intent: 'charge cores for each machine, not for the whole host', command: 'lm local set charging per-machine' },
    { intent: 'two Dedicated Hosts a family, as AWS starts with', command: 'lm local set hosts-per-family 2' },
  ],
  mutates: false,
});
export type SetArgs = ArgsOf<typeof set>;

const HIGHEST_PORT = 65_535;

const serve = declare({
  name: 'serve',
  summary: 'let the aws command, boto3, Terraform and the SDKs use the sandbox as if it were AWS',
  description: [
    'Serves AWS License Manager, EC2 and STS over HTTP until it is stopped (Ctrl-C). Give the endpoint that it prints to any AWS client: --endpoint-url, AWS_ENDPOINT_URL.',
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
    verb(set, () => import('./set.ts')),
    verb(serve, () => import('./serve.ts')),
  ],
};
