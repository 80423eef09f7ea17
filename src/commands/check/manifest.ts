import { flag, integer, pairs, required, text } from '../params.ts';
import { launchOptions } from '../shared/launch.ts';
import { type ArgsOf, declare, type NounManifest, verb } from '../types.ts';
import { outcomeOptions } from './outcome.ts';

const launch = declare({
  name: 'launch',
  summary: 'would this launch be blocked, and why?',
  description:
    'Judges a launch against licences, tenancy and Dedicated Hosts without making it. Exit code 3 when it would be blocked or cannot be judged.',
  arguments: {},
  options: {
    ...launchOptions,
    ...outcomeOptions,
  },
  examples: [
    {
      intent: 'would six machines fit?',
      command: 'lm check launch --ami win2022-byol --type m5.8xlarge --count 6 --tenancy host',
    },
    {
      intent: 'how many of at most ten fit?',
      command: 'lm check launch --ami win2022-byol --type m5.8xlarge --count 1:10 --tenancy host',
    },
    {
      intent: 'into a host resource group: would it open a host, and are there licences for it?',
      command: 'lm check launch --ami win2022-byol --type m5.8xlarge --count 3 --hrg win-prod',
    },
    {
      intent: 'in a pipeline',
      command: 'lm check launch --ami win2022-byol --type m5.8xlarge --tenancy host -o json --fail-on warn',
    },
  ],
  mutates: false,
});
export type CheckLaunchArgs = ArgsOf<typeof launch>;

const plan = declare({
  name: 'plan',
  summary: 'would a Terraform plan be blocked, where first, and how many machines fit?',
  description:
    'Reads a saved plan as JSON (terraform show -json tfplan | lm check plan -) and judges every machine in order, each finding what earlier ones took. What is known only after apply is unknown, never allowed. Exit code 3 when something would be blocked or cannot be judged.',
  arguments: {
    file: required(text({ help: 'the plan as JSON, or - for standard input', placeholder: 'FILE|-' })),
  },
  options: outcomeOptions,
  examples: [
    { intent: 'would this plan be blocked?', command: 'lm check plan plan.json' },
    { intent: 'in a pipeline', command: 'lm check plan plan.json --report junit=check.xml --report github' },
  ],
  mutates: false,
});
export type CheckPlanArgs = ArgsOf<typeof plan>;

const template = declare({
  name: 'template',
  summary: 'would a CloudFormation template be blocked, where first, and how many machines fit?',
  description:
    'Reads a template in YAML or JSON as for a new stack and judges every machine in order, each finding what earlier ones took. What is known only when the stack is made is unknown, never allowed. Exit code 3 when something would be blocked or cannot be judged.',
  arguments: {
    file: required(text({ help: 'the template, or - for standard input', placeholder: 'FILE|-' })),
  },
  options: {
    param: pairs({ help: 'value of a parameter of the template. May be repeated', aliases: ['parameter'] }),
    ...outcomeOptions,
  },
  examples: [
    { intent: 'would this stack be blocked?', command: 'lm check template web.yaml --param Size=m5.4xlarge' },
    { intent: 'for code scanning', command: 'lm check template web.yaml --report sarif=check.sarif --fail-on never' },
  ],
  mutates: false,
});
export type CheckTemplateArgs = ArgsOf<typeof template>;

const config = declare({
  name: 'config',
  summary: 'what would another limit do?',
  description:
    'Compares a number of licences with what is used, names what stands beyond it, and decides one more machine of each kind that runs. Changes nothing: lm config update does. Exit code 3 when the next launch would be blocked.',
  arguments: {
    config: required(
      text({
        help: 'license configuration, by name, id or ARN',
        placeholder: 'NAME',
        names: 'config',
        example: 'win-dc',
      }),
    ),
  },
  options: {
    count: required(integer({ help: 'number of licences to try', min: 0, placeholder: 'N', example: '64' })),
    hard: flag({ help: 'try a hard limit; --soft tries a soft one. As it is without either', off: ['soft'] }),
    ...outcomeOptions,
  },
  examples: [
    { intent: 'can the agreement grow smaller?', command: 'lm check config win-dc --count 64' },
    { intent: 'what if the limit were enforced?', command: 'lm check config sql-std --count 32 --hard' },
  ],
  mutates: false,
});
export type CheckConfigArgs = ArgsOf<typeof config>;

export const manifest: NounManifest = {
  verbs: [
    verb(launch, () => import('./launch.ts')),
    verb(plan, () => import('./plan.ts')),
    verb(template, () => import('./template.ts')),
    verb(config, () => import('./config.ts')),
  ],
};
