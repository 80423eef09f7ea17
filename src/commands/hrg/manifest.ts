import { flag, integer, listOf, pairs, required, text } from '../params.ts';
import { withParam } from '../shared/declare-sharing.ts';
import { type ArgsOf, declare, type NounManifest, verb } from '../types.ts';

const group = required(
  text({
    help: 'host resource group, by name or ARN',
    placeholder: 'GROUP',
    names: 'hrg',
    example: 'sql-prod',
    prompt: { message: 'Which host resource group?', help: 'lm hrg list shows them.' },
  }),
);
const hosts = required(
  listOf(text({ help: 'Dedicated Host', placeholder: 'HOST' }), {
    help: "Dedicated Hosts, by name, id, 'name*' or tag:key=value; ten at most",
    placeholder: 'HOST',
    names: 'host',
    prompt: { message: 'Which Dedicated Hosts?', help: 'Names or ids, parted by commas; lm host list shows them.' },
  }),
);

/** What both making and changing a group say. */
const SETTINGS = {
  license: listOf(text({ help: 'license configuration', placeholder: 'NAME' }), {
    help: 'license configuration that may be used in it, counting cores or sockets; may be repeated',
    placeholder: 'NAME',
    names: 'config',
    aliases: ['licenses', 'config'],
    example: 'sql-ent',
  }),
  family: listOf(text({ help: 'instance family', placeholder: 'FAMILY' }), {
    help: 'instance family that may run in it; may be repeated',
    placeholder: 'FAMILY',
    aliases: ['families', 'instance-family'],
    example: 'r5',
  }),
  autoAllocate: flag({
    help: 'a launch that finds no room allocates a host',
    aliases: ['auto-allocate-host'],
    off: ['no-auto-allocate'],
  }),
  autoRelease: flag({
    help: 'a host on which nothing runs any more is released',
    aliases: ['auto-release-host'],
    off: ['no-auto-release'],
  }),
  recover: flag({
    help: 'machines of a failed host move to a new one',
    aliases: ['auto-recover', 'auto-host-recovery'],
    off: ['no-recover', 'no-auto-recover'],
  }),
  hostLimit: integer({ help: 'the most hosts it may hold (in a sandbox only: AWS has no such setting)', min: 1 }),
  description: text({
    help: 'what it is for: letters, digits, blanks, dots, hyphens, underscores',
    field: 'Description',
  }),
};

const create = declare({
  name: 'create',
  aliases: ['new'],
  summary: 'make a host resource group: Dedicated Hosts that launches fill and open by themselves',
  description:
    'Make a host resource group: Dedicated Hosts that launches fill and open by themselves, so that costly core and socket licences stay on few hosts. Without --license any configuration that counts cores or sockets may be used in it; without --family every family that Dedicated Hosts support. What is automatic is off unless switched on.',
  arguments: {
    name: required(
      text({
        help: 'its name, which cannot be changed later',
        placeholder: 'NAME',
        example: 'sql-prod',
        field: 'Name',
        prompt: { message: 'Name of the host resource group?' },
      }),
    ),
  },
  options: { ...SETTINGS, tag: pairs({ help: 'a tag; repeat it for more' }) },
  examples: [
    {
      intent: 'keep costly core licences on few hosts, which come and go by themselves',
      command: 'lm hrg create sql-prod --license sql-ent --family r5 --auto-allocate --auto-release --recover',
    },
    { intent: 'any licence on any host', command: 'lm hrg create dev --auto-allocate --description "Development"' },
  ],
  mutates: true,
});
export type CreateArgs = ArgsOf<typeof create>;

const list = declare({
  name: 'list',
  aliases: ['ls'],
  summary: 'list the host resource groups: their hosts, what may run in them, what is automatic',
  arguments: {},
  options: {},
  examples: [{ intent: 'which groups are there?', command: 'lm hrg list' }],
  mutates: false,
});

const show = declare({
  name: 'show',
  aliases: ['get', 'describe'],
  summary: 'show a group with each host as a bar of its cores: used by which machine, free, held by affinity',
  arguments: { group },
  options: {
    type: text({ help: 'only hosts of this family or type', placeholder: 'TYPE', aliases: ['family'] }),
    state: text({ help: 'only hosts in this state (available, joining, ...)', placeholder: 'STATE' }),
    zone: text({ help: 'only hosts of this Availability Zone', placeholder: 'ZONE', aliases: ['availability-zone'] }),
  },
  examples: [
    { intent: 'where is room, and what holds the licences?', command: 'lm hrg show web' },
    {
      intent: 'which of its hosts could be taken out?',
      command: 'lm hrg show web --type m5.8xlarge --state available',
    },
  ],
  mutates: false,
});
export type ShowArgs = ArgsOf<typeof show>;

const update = declare({
  name: 'update',
  aliases: ['set'],
  summary: 'change what may run in a group, and what is automatic',
  description:
    'Change a host resource group; what is not mentioned stays. --license and --family name the whole new list. AWS applies new settings in the background: lm hrg show tells when they are in force, and --wait stays until then, or until --timeout (exit 7). In a sandbox that is half a minute of its clock.',
  arguments: { group },
  options: {
    ...SETTINGS,
    anyLicense: flag({ help: 'any license configuration that counts cores or sockets' }),
    anyFamily: flag({ help: 'every family that Dedicated Hosts support' }),
    unlimited: flag({ help: 'any number of hosts' }),
  },
  examples: [
    { intent: 'let launches open hosts', command: 'lm hrg update web --auto-allocate' },
    { intent: 'what would be refused, and why?', command: 'lm hrg update web --family m5 --family r5 --dry-run' },
  ],
  mutates: true,
});
export type UpdateArgs = ArgsOf<typeof update>;

const remove = declare({
  name: 'delete',
  aliases: ['rm', 'remove'],
  summary: 'delete a group that holds no host',
  arguments: { group },
  options: {},
  examples: [{ intent: 'it is no longer needed', command: 'lm hrg delete spare --yes' }],
  mutates: true,
});
export type DeleteArgs = ArgsOf<typeof remove>;

const addHost = declare({
  name: 'add-host',
  aliases: ['add'],
  summary: 'put Dedicated Hosts into a group; they are members one to two minutes later',
  description:
    'Put Dedicated Hosts into a group. They are members one to two minutes later, in a sandbox by its clock: --wait stays until then, or until --timeout (exit 7).',
  arguments: { group, hosts },
  options: {},
  examples: [{ intent: 'from now on it is filled through the group', command: 'lm hrg add-host spare win-host' }],
  mutates: true,
});
export type AddHostArgs = ArgsOf<typeof addHost>;

const removeHost = declare({
  name: 'remove-host',
  summary: 'take Dedicated Hosts out of a group; their machines run on',
  arguments: { group, hosts },
  options: {},
  examples: [{ intent: 'take it out; its machines run on', command: 'lm hrg remove-host spare win-host' }],
  mutates: true,
});
export type RemoveHostArgs = ArgsOf<typeof removeHost>;

const share = declare({
  name: 'share',
  summary: 'let accounts of your organization launch into a group, or no longer',
  description:
    'Let accounts of your organization launch into a group, or no longer. They need its license configurations too: ' +
    '--licenses shares those with them as well, and at a terminal you are asked. Hosts stay yours, machines are theirs, licences come from your pool.',
  arguments: { group },
  options: {
    with: withParam,
    licenses: flag({
      help: 'its license configurations too; asked at a terminal where they are needed',
      aliases: ['with-licenses', 'license', 'configs'],
      off: ['no-licenses'],
    }),
    remove: flag({ help: 'end it again; what runs goes on' }),
  },
  examples: [
    { intent: 'for all accounts of the organization', command: 'lm hrg share sql-prod --with organization --licenses' },
    { intent: 'no longer', command: 'lm hrg share sql-prod --with organization --remove' },
  ],
  mutates: true,
});
export type ShareArgs = ArgsOf<typeof share>;

export const manifest: NounManifest = {
  verbs: [
    verb(create, () => import('./create.ts')),
    verb(list, () => import('./list.ts')),
    verb(show, () => import('./show.ts')),
    verb(update, () => import('./update.ts')),
    verb(remove, () => import('./delete.ts')),
    verb(addHost, () => import('./add-host.ts')),
    verb(removeHost, () => import('./remove-host.ts')),
    verb(share, () => import('./share.ts')),
  ],
};
