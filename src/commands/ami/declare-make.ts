import { choice, flag, required, text } from '../params.ts';
import { type ArgsOf, declare } from '../types.ts';
import { billingParam } from './billing.ts';
import { architecture, config, description, image, newName, tag } from './declare-params.ts';

export const register = declare({
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

export const importImage = declare({
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

export const copy = declare({
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

export const capture = declare({
  name: 'capture',
  aliases: ['create'],
  summary: 'make an AMI from an instance (CreateImage); it falls under no license configuration',
  arguments: {
    instance: required(text({ help: 'instance, by name or id', placeholder: 'INSTANCE', names: 'instance' })),
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
