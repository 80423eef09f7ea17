import { flag, listOf, required, text } from '../params.ts';
import { shareOrganizationParam } from '../shared/declare-sharing.ts';
import { type ArgsOf, declare } from '../types.ts';
import { billingParam } from './billing.ts';
import { config, image, images } from './declare-params.ts';

export const list = declare({
  name: 'list',
  aliases: ['ls'],
  summary: 'list the AMIs of the account and those shared with it, with their billing and license configurations',
  arguments: {},
  options: {
    owner: text({
      help: 'self, amazon, all, or an account id (your own and those shared with you)',
      placeholder: 'OWNER',
      aliases: ['owners'],
    }),
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

export const show = declare({
  name: 'show',
  aliases: ['get', 'describe'],
  summary: 'show an AMI: who bills what, where it may run, what it falls under',
  arguments: { image: required(image) },
  options: {},
  examples: [{ intent: 'where may it run?', command: 'lm ami show win2022-byol' }],
  mutates: false,
});
export type ShowArgs = ArgsOf<typeof show>;

export const attach = declare({
  name: 'attach',
  aliases: ['associate'],
  summary: 'associate AMIs with license configurations: launches from them are counted from then on',
  description:
    'Associate AMIs with license configurations: launches from them are counted from then on. All or none. ' +
    'Machines that run already are not counted by it; attach those with lm config attach.',
  arguments: { images },
  options: {
    config: required(config),
    allAccounts: flag({
      help: "count launches by other accounts too (AWS's scope cross-account), also of AMIs that are associated for yours alone",
    }),
    shareOrganization: shareOrganizationParam,
  },
  examples: [
    { intent: 'count its launches', command: 'lm ami attach win2022-byol --config win-dc' },
    { intent: 'several at once', command: "lm ami attach 'win2022-*' --config win-dc" },
  ],
  mutates: true,
});
export type AttachArgs = ArgsOf<typeof attach>;

export const detach = declare({
  name: 'detach',
  aliases: ['disassociate'],
  summary: 'end the association of AMIs with license configurations; machines that run stay counted',
  arguments: { images },
  options: { config, all: flag({ help: 'from every configuration' }) },
  examples: [{ intent: 'stop counting new launches', command: 'lm ami detach win2022-byol --config win-dc' }],
  mutates: true,
});
export type DetachArgs = ArgsOf<typeof detach>;

export const share = declare({
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

export const deregister = declare({
  name: 'deregister',
  aliases: ['delete', 'rm'],
  summary: 'deregister AMIs; machines launched from them run on',
  arguments: { images },
  options: {},
  examples: [{ intent: 'retire an image', command: 'lm ami deregister win2022-byol' }],
  mutates: true,
});
export type DeregisterArgs = ArgsOf<typeof deregister>;
