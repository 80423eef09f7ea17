import { flag, pairs, required, text } from '../params.ts';
import { launchOptions } from '../shared/launch.ts';
import { type ArgsOf, declare, type NounManifest, verb } from '../types.ts';

const template = required(
  text({
    help: 'launch template, by name or id',
    placeholder: 'TEMPLATE',
    names: 'template',
    example: 'web',
    prompt: { message: 'Which launch template?', help: 'lm template list shows them.' },
  }),
);
const { ami, type, tenancy, host, hrg, zone, config, cores, threadsPerCore } = launchOptions;

const create = declare({
  name: 'create',
  summary: 'make a launch template, or a new version of one',
  description:
    'Make a launch template, or with --new-version a new version of one. A new version takes over what it does not say ' +
    'itself from the version --from names (the latest without it); launches use the default version unless they name one.',
  arguments: {
    name: required(
      text({
        help: 'name of the launch template',
        placeholder: 'NAME',
        example: 'web',
        field: 'LaunchTemplateName',
        prompt: { message: 'What shall the launch template be called?' },
      }),
    ),
  },
  options: {
    ami,
    type,
    config: { ...config, help: 'license configurations that launches from it fall under' },
    tenancy,
    host,
    hrg,
    zone,
    cores,
    threadsPerCore,
    description: text({ help: 'what this version is for', field: 'VersionDescription' }),
    newVersion: flag({ help: 'add a version to a launch template that exists' }),
    from: text({ help: 'version that the new one starts from', placeholder: 'VERSION', aliases: ['source-version'] }),
    tag: pairs({ help: 'a tag; repeat it for more' }),
  },
  examples: [
    {
      intent: 'machines that count in win-dc',
      command: 'lm template create web --ami win2022-byol --type m5.8xlarge --tenancy host --config win-dc',
    },
    { intent: 'the same with a smaller type', command: 'lm template create web --new-version --type m5.4xlarge' },
  ],
  mutates: true,
});
export type CreateArgs = ArgsOf<typeof create>;

const list = declare({
  name: 'list',
  aliases: ['ls'],
  summary: 'list the launch templates',
  arguments: {},
  options: {},
  examples: [{ intent: 'which launch templates are there?', command: 'lm template list' }],
  mutates: false,
});
export type ListArgs = ArgsOf<typeof list>;

const show = declare({
  name: 'show',
  aliases: ['get', 'describe'],
  summary: 'show a launch template with its versions',
  arguments: { template },
  options: {},
  examples: [{ intent: 'what does each version launch?', command: 'lm template show web' }],
  mutates: false,
});
export type ShowArgs = ArgsOf<typeof show>;

const remove = declare({
  name: 'delete',
  aliases: ['rm'],
  summary: 'delete a launch template with all its versions; machines launched from it run on',
  arguments: { template },
  options: {},
  examples: [{ intent: 'throw it away', command: 'lm template delete web' }],
  mutates: true,
});
export type DeleteArgs = ArgsOf<typeof remove>;

export const manifest: NounManifest = {
  verbs: [
    verb(create, () => import('./create.ts')),
    verb(list, () => import('./list.ts')),
    verb(show, () => import('./show.ts')),
    verb(remove, () => import('./delete.ts')),
  ],
};
