import { choice, flag, listOf, required, text } from '../params.ts';
import { type ArgsOf, declare, type Verb, verb } from '../types.ts';

const instance = text({ help: 'instance, by name or id', placeholder: 'INSTANCE' });
const PLACES = ['byol', 'included'] as const;
const INCLUDED = {
  'license-included': 'included',
  'licence-included': 'included',
  li: 'included',
  bring: 'byol',
} as const;

const plan = declare({
  name: 'plan',
  summary: 'what would happen to each instance if its licence type were converted, or what is in its way',
  description: [
    'Lists every instance with what will happen to it, or with every reason why not; nothing is changed. With -o json it is a plan that lm convert apply carries out.',
    'byol: you bring the licence; included: AWS includes it. --to byol means Windows and SQL Server, --to included means Windows.',
    'Exits 3 when an instance is blocked, or when something about it cannot be known.',
  ].join('\n'),
  arguments: {
    instances: required(
      listOf(instance, {
        help: "instances, by name, id, ARN, 'name*' or tag:key=value",
        placeholder: 'INSTANCE',
        names: 'instance',
        example: 'tag:app=erp',
      }),
    ),
  },
  options: {
    to: choice(PLACES, { help: 'byol for Windows and SQL Server, or included for Windows', spellings: INCLUDED }),
    windows: choice(PLACES, { help: 'who licenses Windows', spellings: INCLUDED }),
    sql: choice(['byol', 'included', 'none'], { help: 'who licenses SQL Server', spellings: INCLUDED }),
    edition: text({ help: 'edition of an included SQL Server: standard, enterprise or web', placeholder: 'EDITION' }),
  },
  examples: [
    { intent: 'bring the licences of all with a tag', command: 'lm convert plan --to byol tag:app=erp -o json' },
    {
      intent: 'let AWS include both',
      command: 'lm convert plan --windows included --sql included --edition standard erp-1',
    },
  ],
  mutates: false,
});
export type PlanArgs = ArgsOf<typeof plan>;

const apply = declare({
  name: 'apply',
  summary: 'convert licence types as a plan says; a plan that is stale is refused',
  description: [
    'Begins a conversion for each instance that the plan converts, and goes on when one is refused; it says which.',
    'A plan is stale when an instance is not as it was: exit 6, and nothing is begun. What is converted or under way already is left alone, so the same plan can be applied again.',
    '--wait stays until all have ended, or until --timeout (exit 7). Ctrl-C leaves the conversions running and says how to come back. In a sandbox a conversion takes two minutes of its clock, which follows the wall clock: lm local clock advance 2m, in another terminal, ends it at once.',
    'Exits 6 when a conversion failed, else as the first refusal says (3, 4 or 6).',
  ].join('\n'),
  arguments: {
    file: required(
      text({
        help: 'the plan, as lm convert plan -o json writes it; - for standard input',
        placeholder: 'FILE|-',
        example: 'conversion.json',
      }),
    ),
  },
  options: {},
  examples: [{ intent: 'carry a plan out', command: 'lm convert apply conversion.json' }],
  mutates: true,
});
export type ApplyArgs = ArgsOf<typeof apply>;

const list = declare({
  name: 'list',
  aliases: ['ls'],
  summary: 'the conversions of licence types, under way and ended',
  arguments: {
    instances: listOf(instance, { help: 'only those of these instances', placeholder: 'INSTANCE', names: 'instance' }),
  },
  options: {
    status: choice(['in-progress', 'succeeded', 'failed'], { help: 'in this state' }),
  },
  examples: [{ intent: 'what is under way?', command: 'lm convert list --status in-progress' }],
  mutates: false,
});
export type ListArgs = ArgsOf<typeof list>;

const show = declare({
  name: 'show',
  aliases: ['get'],
  summary: 'a conversion: where it stands, why it failed, what is left to do',
  arguments: {
    task: text({
      help: 'conversion task, by its id or the beginning of one; without it the latest',
      placeholder: 'TASK',
    }),
  },
  options: { exitCode: flag({ help: 'exit 6 when it has failed' }) },
  examples: [{ intent: 'how did the last one go?', command: 'lm convert show' }],
  mutates: false,
});
export type ShowArgs = ArgsOf<typeof show>;

/** Licence type conversion: a plan, its execution, and the tasks that came of it. */
export const licenceVerbs: readonly Verb[] = [
  verb(plan, () => import('./plan.ts')),
  verb(apply, () => import('./apply.ts')),
  verb(list, () => import('./list.ts')),
  verb(show, () => import('./show.ts')),
];
