import { choice, flag, listOf, required, text } from '../params.ts';
import { shareOrganizationParam } from '../shared/declare-sharing.ts';
import { type ArgsOf, declare } from '../types.ts';
import { configArgument } from './params.ts';

const resources = required(
  listOf(text({ help: '' }), {
    help: 'AMIs, instances or Dedicated Hosts, by name or id',
    placeholder: 'RESOURCE',
    names: 'resource',
    commas: false,
    prompt: { message: 'Which AMI, instance or Dedicated Host?' },
    example: 'win2022-byol',
  }),
);

export const attach = declare({
  name: 'attach',
  aliases: ['associate'],
  summary: 'put it on AMIs, instances or Dedicated Hosts; on all that are named or on none',
  arguments: { config: configArgument, resources },
  options: {
    allAccounts: flag({
      help: 'for AMIs of your own: launches by every account count too, also where it is attached for yours alone',
    }),
    shareOrganization: shareOrganizationParam,
  },
  examples: [
    { intent: 'count what is launched from two AMIs', command: 'lm config attach win-dc win2022-byol win2019-byol' },
    {
      intent: 'and let all accounts of the organization use it',
      command: 'lm config attach win-dc win2019-byol --share-organization',
    },
  ],
  mutates: true,
});
export type AttachArgs = ArgsOf<typeof attach>;

export const detach = declare({
  name: 'detach',
  aliases: ['disassociate'],
  summary: 'take it off AMIs, instances or Dedicated Hosts; off all that are named or off none',
  arguments: { config: configArgument, resources },
  options: {},
  examples: [{ intent: 'no longer count what is launched from it', command: 'lm config detach win-dc win2019-byol' }],
  mutates: true,
});
export type DetachArgs = ArgsOf<typeof detach>;

export const usage = declare({
  name: 'usage',
  summary: 'what uses its licences: one line for each machine and each charged host',
  description:
    'What uses its licences: one line for each machine and each charged host. A machine that is stopped, or runs on a host that is charged, takes 0 itself. AMIs take no licences and are not listed here: lm config associations shows them.',
  arguments: { config: configArgument },
  options: {
    type: choice(['EC2_HOST', 'EC2_INSTANCE'], {
      help: 'only hosts or only instances',
      placeholder: 'host|instance',
      spellings: { host: 'EC2_HOST', instance: 'EC2_INSTANCE' },
    }),
  },
  examples: [{ intent: 'a list for the auditor', command: 'lm config usage win-dc -o csv' }],
  mutates: false,
});
export type UsageArgs = ArgsOf<typeof usage>;

export const associations = declare({
  name: 'associations',
  summary: 'what it is attached to',
  arguments: { config: configArgument },
  options: {},
  examples: [{ intent: 'which AMIs, machines and hosts fall under it?', command: 'lm config associations win-dc' }],
  mutates: false,
});
export type AssociationsArgs = ArgsOf<typeof associations>;

export const failures = declare({
  name: 'failures',
  summary: 'what License Manager tried with it and could not do',
  arguments: { config: configArgument },
  options: {},
  examples: [{ intent: 'which launches were refused?', command: 'lm config failures win-dc' }],
  mutates: false,
});
export type FailuresArgs = ArgsOf<typeof failures>;
