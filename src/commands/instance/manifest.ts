import { choice, integer, listOf, pairs, required, text } from '../params.ts';
import { instanceTypeParam, launchOptions } from '../shared/launch.ts';
import { moveOptions } from '../shared/move-options.ts';
import { type ArgsOf, declare, type NounManifest, verb } from '../types.ts';

const instance = text({
  help: 'instance, by name or id',
  placeholder: 'INSTANCE',
  names: 'instance',
  prompt: { message: 'Which instance?', help: 'A name, an id, or the beginning of one; lm instance list shows them.' },
});
const instances = required(
  listOf(instance, {
    help: "instances, by name, id, 'name*' or tag:key=value",
    placeholder: 'INSTANCE',
    names: 'instance',
    example: 'web-1',
    prompt: {
      message: 'Which instances?',
      help: 'Names or ids, parted by commas; lm instance list shows them.',
    },
  }),
);

const runInstances = declare({
  name: 'run',
  aliases: ['launch'],
  summary: 'launch instances; a refusal names every reason',
  description:
    'Launch instances. The licences are judged first, and a refusal names every reason; lm check launch asks the same ' +
    'without launching. --count 1:5 launches as many as the licences allow, at least 1.',
  arguments: {},
  options: {
    ...launchOptions,
    affinity: choice(['default', 'host'], { help: 'host: start on the same host again' }),
    name: text({ help: 'their name (the tag Name)', placeholder: 'NAME' }),
    tag: pairs({ help: 'a tag; repeat it for more' }),
  },
  examples: [
    {
      intent: 'six machines on Dedicated Hosts',
      command: 'lm instance run --ami win2022-byol --type m5.8xlarge --count 6 --tenancy host',
    },
    {
      intent: 'up to twenty, as many as the licences allow',
      command: 'lm instance run --ami win2022-byol --type m5.4xlarge --count 1:20 --tenancy host --name web',
    },
    {
      intent: 'into a host resource group, which finds or opens the hosts',
      command: 'lm instance run --ami win2022-byol --type m5.8xlarge --count 3 --hrg win-prod',
    },
    { intent: 'from a launch template', command: 'lm instance run --launch-template web:2 --count 2' },
  ],
  mutates: true,
});
export type RunArgs = ArgsOf<typeof runInstances>;

const STATES = ['pending', 'running', 'stopping', 'stopped', 'shutting-down', 'terminated'] as const;

const list = declare({
  name: 'list',
  aliases: ['ls'],
  summary: 'list the instances: where they run and what they are counted in',
  arguments: {},
  options: {
    state: listOf(choice([...STATES, 'all'], { help: 'state' }), {
      help: 'in these states, or all (without it: all but terminated)',
      placeholder: 'STATE',
      aliases: ['status'],
    }),
    type: instanceTypeParam,
    ami: text({ help: 'from this AMI', placeholder: 'AMI', names: 'ami', aliases: ['image'] }),
    config: text({
      help: 'counted in this license configuration',
      placeholder: 'NAME',
      names: 'config',
      aliases: ['license'],
    }),
    host: text({ help: 'on this Dedicated Host', placeholder: 'HOST', names: 'host', aliases: ['host-id'] }),
    tag: pairs({ help: 'with this tag; repeat it for more' }),
  },
  examples: [
    { intent: 'what runs?', command: 'lm instance list --state running' },
    { intent: 'what is counted in win-dc?', command: 'lm instance list --config win-dc' },
  ],
  mutates: false,
});
export type ListArgs = ArgsOf<typeof list>;

const show = declare({
  name: 'show',
  aliases: ['get', 'describe'],
  summary: 'show an instance: its cores, its billing, where it runs, what it is counted in',
  arguments: { instance: required(instance) },
  options: {},
  examples: [{ intent: 'what is it counted in?', command: 'lm instance show web-1' }],
  mutates: false,
});
export type ShowArgs = ArgsOf<typeof show>;

const start = declare({
  name: 'start',
  summary: 'start stopped instances; the licences are judged as at a launch',
  description:
    'Start stopped instances; the licences are judged as at a launch. On AWS --wait stays until they run, or until --timeout (exit 7).',
  arguments: { instances },
  options: {},
  examples: [
    { intent: 'one', command: 'lm instance start web-1' },
    { intent: 'all with a tag', command: 'lm instance start tag:env=test' },
  ],
  mutates: true,
});
export type StartArgs = ArgsOf<typeof start>;

const stop = declare({
  name: 'stop',
  summary: 'stop instances; they give their licences back',
  description:
    'Stop instances; they give their licences back. On AWS --wait stays until they have stopped, or until --timeout (exit 7): before that they are neither moved nor converted.',
  arguments: { instances },
  options: {},
  examples: [{ intent: 'stop two', command: 'lm instance stop web-1 web-2' }],
  mutates: true,
});
export type StopArgs = ArgsOf<typeof stop>;

const reboot = declare({
  name: 'reboot',
  summary: 'reboot instances; licences do not change',
  arguments: { instances },
  options: {},
  examples: [{ intent: 'restart the system', command: 'lm instance reboot web-1' }],
  mutates: true,
});
export type RebootArgs = ArgsOf<typeof reboot>;

const terminate = declare({
  name: 'terminate',
  aliases: ['delete', 'rm'],
  summary: 'terminate instances for good; they give their licences back',
  arguments: { instances },
  options: {},
  examples: [{ intent: 'throw a test away', command: 'lm instance terminate tag:env=test' }],
  mutates: true,
});
export type TerminateArgs = ArgsOf<typeof terminate>;

const modify = declare({
  name: 'modify',
  aliases: ['update'],
  summary: 'change the type or the CPU options of stopped instances',
  description:
    'Change the type or the CPU options of stopped instances, all or none. ' +
    'Whether licences and hosts allow the new size is judged when they start.',
  arguments: { instances },
  options: {
    type: instanceTypeParam,
    cores: integer({ help: 'CPU option: cores', min: 1, placeholder: 'N', aliases: ['core-count'] }),
    threadsPerCore: integer({ help: 'CPU option: threads per core', min: 1, max: 2, placeholder: 'N' }),
  },
  examples: [
    { intent: 'a bigger type', command: 'lm instance modify web-1 --type m5.8xlarge' },
    { intent: 'half of the cores', command: 'lm instance modify web-1 --cores 4 --threads-per-core 1' },
  ],
  mutates: true,
});
export type ModifyArgs = ArgsOf<typeof modify>;

const move = declare({
  name: 'move',
  summary: 'move stopped instances to another tenancy, host or host resource group',
  description:
    'Move stopped instances to another tenancy, host or host resource group; lm convert tenancy is the same. Each is ' +
    'moved or refused by itself. Licences are judged at the next start.',
  arguments: { instances },
  options: moveOptions,
  examples: [
    { intent: 'to one Dedicated Host, and always back to it', command: 'lm instance move db-1 --host spare' },
    { intent: 'into a host resource group', command: 'lm instance move web-1 --hrg web' },
    { intent: 'off Dedicated Hosts', command: 'lm instance move spare-1 --to shared' },
  ],
  mutates: true,
});
export type MoveArgs = ArgsOf<typeof move>;

export const manifest: NounManifest = {
  verbs: [
    verb(runInstances, () => import('./run.ts')),
    verb(list, () => import('./list.ts')),
    verb(show, () => import('./show.ts')),
    verb(start, () => import('./start.ts')),
    verb(stop, () => import('./stop.ts')),
    verb(reboot, () => import('./reboot.ts')),
    verb(terminate, () => import('./terminate.ts')),
    verb(modify, () => import('./modify.ts')),
    verb(move, () => import('./move.ts')),
  ],
};
