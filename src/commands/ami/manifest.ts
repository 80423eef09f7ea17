import { choice, flag, listOf, pairs, required, text } from '../params.ts';
import { type ArgsOf, declare, type NounManifest, verb } from '../types.ts';
import { billingParam } from './billing.ts';

const image = text({
  help: 'AMI, by name or id',
  placeholder: 'AMI',
  example: 'win2022-byol',
  prompt: { message: 'Which AMI?', help: 'A name, an id, or the beginning of one; lm ami list shows them.' },
});
const images = required(
  listOf(image, {
    help: "AMIs, by name, id, 'name*' or tag:key=value",
    placeholder: 'AMI',
    example: 'win2022-byol',
    prompt: { message: 'Which AMIs?', help: 'Names, ids or name*; several are parted by commas.' },
  }),
);
const newName = text({
  help: 'name of the new AMI',
  placeholder: 'NAME',
  example: 'win2022-byol',
  field: 'Name',
  prompt: { message: 'What shall the AMI be called?', help: 'An AMI name is unique in its account and Region.' },
});
const config = listOf(
  text({
    help: 'license configuration',
    placeholder: 'NAME',
    prompt: { message: 'Which license configurations?', help: 'Names or ids; lm config list shows them.' },
  }),
  {
    help: 'license configurations, by name or id',
    placeholder: 'NAME',
    aliases: ['license'],
    example: 'win-dc',
    prompt: {
      message: 'Which license configurations?',
      help: 'Names or ids, parted by commas; lm config list shows them.',
    },
  },
);
const description = text({ help: 'what it is for', field: 'Description' });
const tag = pairs({ help: 'a tag; repeat it for more' });
const architecture = choice(['x86_64', 'arm64'], { help: 'processor architecture', field: 'Architecture' });

const register = declare({
  name: 'register',
  summary: 'register an AMI; in a sandbox also one with a billing code of its own',
  description:
    'Register an AMI. AWS makes a Linux/UNIX image from a snapshot and takes no billing code. ' +
    'With --imported the sandbox makes the image that an import would have made: this is a convenience beyond AWS.',
  arguments: { name: required(newName) },
  options: {
    usageOperation: billingParam({
      help: 'billing code, or its words: windows-byol, linux, rhel, windows-sql-standard',
      aliases: ['billing'],
      example: 'windows-byol',
      field: 'UsageOperation',
    }),
    imported: flag({ help: 'as if it had been imported (sandbox only)' }),
    snapshot: text({ help: 'snapshot of its root volume', placeholder: 'SNAPSHOT', aliases: ['snapshot-id'] }),
    architecture,
    description,
    tag,
  },
  examples: [
    {
      intent: 'Windows Server that you bring your licences for',
      command: 'lm ami register win2022-byol --usage-operation RunInstances:0800 --imported',
    },
    { intent: 'the same in words', command: 'lm ami register win2022-byol --usage-operation windows-byol --imported' },
    { intent: 'a Linux image from a snapshot', command: 'lm ami register web --snapshot snap-0123456789abcdef0' },
  ],
  mutates: true,
});
export type RegisterArgs = ArgsOf<typeof register>;

const importImage = declare({
  name: 'import',
  summary: 'import a machine image from a file or a snapshot',
  description:
    'Import a machine image. Who licenses the system is said once: by --license-type (AWS or BYOL) or by --usage-operation. ' +
    'Without either, AWS licenses Windows. AWS names the image import-ami-...; a sandbox gives it the --name.',
  arguments: {
    source: required(
      text({
        help: 's3://BUCKET/KEY, https://... or snap-...',
        placeholder: 'SOURCE',
        example: 's3://images/win2022.vmdk',
      }),
    ),
  },
  options: {
    platform: choice(['Windows', 'Linux'], { help: 'its operating system', field: 'Platform' }),
    licenseType: choice(['AWS', 'BYOL'], { help: 'who licenses the operating system', field: 'LicenseType' }),
    usageOperation: billingParam({
      help: 'billing code, or its words: windows-byol, linux, windows-sql-standard',
      aliases: ['billing'],
      field: 'UsageOperation',
    }),
    config,
    name: text({ help: 'its name', placeholder: 'NAME' }),
    architecture,
    description,
    tag,
  },
  examples: [
    {
      intent: 'Windows Server under your own licences, counted in win-dc',
      command:
        'lm ami import s3://images/win2022.vmdk --platform windows --license-type byol --config win-dc --name win2022',
    },
  ],
  mutates: true,
});
export type ImportArgs = ArgsOf<typeof importImage>;

const copy = declare({
  name: 'copy',
  summary: 'copy an AMI; the copy falls under no license configuration',
  arguments: { image: required(image), name: required(newName) },
  options: {
    fromRegion: text({
      help: 'Region of the original, which is then named by its id',
      placeholder: 'REGION',
      aliases: ['source-region'],
      field: 'SourceRegion',
    }),
    description,
    copyTags: flag({ help: 'copy the tags too', field: 'CopyImageTags' }),
    tag,
  },
  examples: [{ intent: 'a copy to change', command: 'lm ami copy win2022-byol win2022-test' }],
  mutates: true,
});
export type CopyArgs = ArgsOf<typeof copy>;

const capture = declare({
  name: 'capture',
  aliases: ['create'],
  summary: 'make an AMI from an instance (CreateImage); it falls under no license configuration',
  arguments: {
    instance: required(text({ help: 'instance, by name or id', placeholder: 'INSTANCE' })),
    name: required(newName),
  },
  options: {
    reboot: flag({ help: 'reboot the instance for a clean image (as AWS does)', off: ['no-reboot'] }),
    description,
    tag,
  },
  examples: [{ intent: 'keep a configured machine as an image', command: 'lm ami capture web-1 web-golden' }],
  mutates: true,
});
export type CaptureArgs = ArgsOf<typeof capture>;

const list = declare({
  name: 'list',
  aliases: ['ls'],
  summary: 'list the AMIs that the account can use, with their billing and license configurations',
  arguments: {},
  options: {
    owner: text({ help: 'self, amazon, all, or an account id', placeholder: 'OWNER', aliases: ['owners'] }),
    config,
    billing: billingParam({ help: 'billing code, or its words', aliases: ['usage-operation'] }),
  },
  examples: [
    { intent: 'which images are there, and what do they fall under?', command: 'lm ami list' },
    { intent: 'what falls under win-dc?', command: 'lm ami list --config win-dc' },
  ],
  mutates: false,
});
export type ListArgs = ArgsOf<typeof list>;

const show = declare({
  name: 'show',
  aliases: ['get', 'describe'],
  summary: 'show an AMI: who bills what, where it may run, what it falls under',
  arguments: { image: required(image) },
  options: {},
  examples: [{ intent: 'where may it run?', command: 'lm ami show win2022-byol' }],
  mutates: false,
});
export type ShowArgs = ArgsOf<typeof show>;

const attach = declare({
  name: 'attach',
  aliases: ['associate'],
  summary: 'associate AMIs with license configurations: launches from them are counted from then on',
  description:
    'Associate AMIs with license configurations: launches from them are counted from then on. All or none. ' +
    'Machines that run already are not counted by it; attach those with lm config attach.',
  arguments: { images },
  options: {
    config: required(config),
    allAccounts: flag({ help: "count launches by other accounts too (AWS's scope cross-account)" }),
  },
  examples: [
    { intent: 'count its launches', command: 'lm ami attach win2022-byol --config win-dc' },
    { intent: 'several at once', command: "lm ami attach 'win2022-*' --config win-dc" },
  ],
  mutates: true,
});
export type AttachArgs = ArgsOf<typeof attach>;

const detach = declare({
  name: 'detach',
  aliases: ['disassociate'],
  summary: 'end the association of AMIs with license configurations; machines that run stay counted',
  arguments: { images },
  options: { config, all: flag({ help: 'from every configuration' }) },
  examples: [{ intent: 'stop counting new launches', command: 'lm ami detach win2022-byol --config win-dc' }],
  mutates: true,
});
export type DetachArgs = ArgsOf<typeof detach>;

const share = declare({
  name: 'share',
  summary: 'let other accounts launch an AMI, or no longer',
  arguments: { image: required(image) },
  options: {
    with: listOf(text({ help: 'account id', placeholder: 'ACCOUNT' }), {
      help: 'account ids',
      placeholder: 'ACCOUNT',
      example: '444455556666',
    }),
    public: flag({ help: 'every AWS account' }),
    remove: flag({ help: 'take the permission away again' }),
  },
  examples: [
    { intent: 'for one more account', command: 'lm ami share win2022-byol --with 444455556666' },
    { intent: 'no longer', command: 'lm ami share win2022-byol --with 444455556666 --remove' },
  ],
  mutates: true,
});
export type ShareArgs = ArgsOf<typeof share>;

const deregister = declare({
  name: 'deregister',
  aliases: ['delete', 'rm'],
  summary: 'deregister AMIs; machines launched from them run on',
  arguments: { images },
  options: {},
  examples: [{ intent: 'retire an image', command: 'lm ami deregister win2022-byol' }],
  mutates: true,
});
export type DeregisterArgs = ArgsOf<typeof deregister>;

export const manifest: NounManifest = {
  verbs: [
    verb(register, () => import('./register.ts')),
    verb(importImage, () => import('./import.ts')),
    verb(copy, () => import('./copy.ts')),
    verb(capture, () => import('./capture.ts')),
    verb(list, () => import('./list.ts')),
    verb(show, () => import('./show.ts')),
    verb(attach, () => import('./attach.ts')),
    verb(detach, () => import('./detach.ts')),
    verb(share, () => import('./share.ts')),
    verb(deregister, () => import('./deregister.ts')),
  ],
};
