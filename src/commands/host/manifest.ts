import { flag, integer, listOf, pairs, required, text } from '../params.ts';
import { type ArgsOf, declare, type NounManifest, verb } from '../types.ts';

const host = text({
  help: 'Dedicated Host, by name or id',
  placeholder: 'HOST',
  names: 'host',
  prompt: {
    message: 'Which Dedicated Host?',
    help: 'A name, an id, or the beginning of one; lm host list shows them.',
  },
});
const hosts = required(
  listOf(host, {
    help: "Dedicated Hosts, by name, id, 'name*' or tag:key=value",
    placeholder: 'HOST',
    names: 'host',
    prompt: { message: 'Which Dedicated Hosts?', help: 'Names or ids, parted by commas; lm host list shows them.' },
  }),
);
const family = text({
  help: 'instance family: the host takes several of its types',
  placeholder: 'FAMILY',
  aliases: ['instance-family'],
  example: 'm5',
  field: 'InstanceFamily',
});
const type = text({
  help: 'instance type: the host takes this one only',
  placeholder: 'TYPE',
  aliases: ['instance-type'],
  example: 'm5.8xlarge',
  field: 'InstanceType',
});
const recovery = flag({ help: 'host recovery', aliases: ['host-recovery'], off: ['no-recovery', 'no-host-recovery'] });
const maintenance = flag({
  help: 'host maintenance',
  aliases: ['host-maintenance'],
  off: ['no-maintenance', 'no-host-maintenance'],
});

const allocate = declare({
  name: 'allocate',
  aliases: ['create'],
  summary: 'allocate Dedicated Hosts, for a family or for one instance type',
  description:
    'Allocate Dedicated Hosts, for a family or for one instance type. Auto-placement is on, so that launches that name ' +
    "no host find them; AWS's own default is off: --no-auto-placement. On AWS --wait stays until they are ready.",
  arguments: {},
  options: {
    family,
    type,
    zone: required(
      text({
        help: 'Availability Zone',
        placeholder: 'ZONE',
        aliases: ['availability-zone'],
        example: 'us-east-1a',
        field: 'AvailabilityZone',
        prompt: { message: 'In which Availability Zone?', help: 'The Region and a letter, such as us-east-1a.' },
      }),
    ),
    count: integer({
      help: 'how many (1 if not given)',
      min: 1,
      aliases: ['quantity'],
      example: '3',
      field: 'Quantity',
    }),
    autoPlacement: flag({ help: 'launches that name no host may use it (on)', off: ['no-auto-placement'] }),
    recovery,
    maintenance,
    name: text({ help: 'its name (the tag Name)', placeholder: 'NAME' }),
    tag: pairs({ help: 'a tag; repeat it for more' }),
  },
  examples: [
    { intent: 'three hosts for m5', command: 'lm host allocate --family m5 --zone us-east-1a --count 3' },
    {
      intent: 'one for a single type',
      command: 'lm host allocate --type m5.8xlarge --zone us-east-1a --name win-host',
    },
  ],
  mutates: true,
});
export type AllocateArgs = ArgsOf<typeof allocate>;

const list = declare({
  name: 'list',
  aliases: ['ls'],
  summary: 'list the Dedicated Hosts: how full they are, and which licences are charged for them',
  arguments: {},
  options: {
    family,
    zone: text({ help: 'Availability Zone', placeholder: 'ZONE', aliases: ['availability-zone'] }),
    config: text({
      help: 'charged to this license configuration',
      placeholder: 'NAME',
      names: 'config',
      aliases: ['license'],
    }),
    tag: pairs({ help: 'with this tag' }),
    all: flag({ help: 'released ones too' }),
  },
  examples: [
    { intent: 'where are cores free?', command: 'lm host list' },
    { intent: 'which hosts does win-dc pay for?', command: 'lm host list --config win-dc' },
  ],
  mutates: false,
});
export type ListArgs = ArgsOf<typeof list>;

const show = declare({
  name: 'show',
  aliases: ['get', 'describe'],
  summary: 'show a Dedicated Host: what runs on it, what still fits, which licences are charged',
  arguments: { host: required(host) },
  options: {},
  examples: [{ intent: 'what runs on it, and what still fits?', command: 'lm host show win-host' }],
  mutates: false,
});
export type ShowArgs = ArgsOf<typeof show>;

const modify = declare({
  name: 'modify',
  aliases: ['update'],
  summary: 'change Dedicated Hosts: auto-placement, recovery, maintenance, what they take',
  arguments: { hosts },
  options: {
    autoPlacement: flag({ help: 'launches that name no host may use it', off: ['no-auto-placement'] }),
    recovery,
    maintenance,
    family,
    type,
  },
  examples: [{ intent: 'keep it for launches that name it', command: 'lm host modify win-host --no-auto-placement' }],
  mutates: true,
});
export type ModifyArgs = ArgsOf<typeof modify>;

const release = declare({
  name: 'release',
  aliases: ['delete', 'rm'],
  summary: 'release Dedicated Hosts on which nothing runs',
  arguments: { hosts },
  options: {},
  examples: [{ intent: 'give an empty host back', command: 'lm host release win-host' }],
  mutates: true,
});
export type ReleaseArgs = ArgsOf<typeof release>;

const fail = declare({
  name: 'fail',
  summary: 'let a Dedicated Host fail (sandbox only): is it recovered, and do the licences suffice?',
  description:
    'Let a Dedicated Host fail, in a sandbox only. EC2 assesses it for five minutes; then, with host recovery on (the ' +
    "host's own or that of its group), its machines go on on a replacement, which needs licences of its own. Without " +
    'recovery, or where a hard limit is in the way, the host is lost and goes with its last machine. The clock drives it: ' +
    'lm local clock advance 10m.',
  arguments: { host: required(host) },
  options: {},
  examples: [
    { intent: 'would its machines be recovered?', command: 'lm host fail win-host --dry-run' },
    { intent: 'let it fail', command: 'lm host fail win-host' },
  ],
  mutates: true,
});
export type FailArgs = ArgsOf<typeof fail>;

export const manifest: NounManifest = {
  verbs: [
    verb(allocate, () => import('./allocate.ts')),
    verb(list, () => import('./list.ts')),
    verb(show, () => import('./show.ts')),
    verb(modify, () => import('./modify.ts')),
    verb(release, () => import('./release.ts')),
    verb(fail, () => import('./fail.ts')),
  ],
};
