import { flag, required, text } from '../params.ts';
import { type ArgsOf, declare, type NounManifest, verb } from '../types.ts';

const list = declare({
  name: 'list',
  aliases: ['ls'],
  summary: 'what you share with whom, what others share with you, and invitations that wait',
  arguments: {},
  options: { all: flag({ help: 'invitations that were answered or have expired too' }) },
  examples: [{ intent: 'what do we share, and is somebody waiting for us?', command: 'lm share list' }],
  mutates: false,
});
export type ListArgs = ArgsOf<typeof list>;

const invitation = required(
  text({
    help: 'invitation, by the name of its share, its id or the account that sent it',
    placeholder: 'INVITATION',
    prompt: { message: 'Which invitation?', help: 'The name of its share; lm share list shows those that wait.' },
    example: 'win-dc',
  }),
);

const accept = declare({
  name: 'accept',
  summary: 'accept an invitation: what it offers can be used from then on',
  arguments: { invitation },
  options: {},
  examples: [
    {
      intent: 'use what a partner shares with us',
      command: 'lm share accept win-dc --account 444455556666',
    },
  ],
  mutates: true,
});
export type AnswerArgs = ArgsOf<typeof accept>;

const reject = declare({
  name: 'reject',
  aliases: ['decline'],
  summary: 'reject an invitation for good; another one can be sent',
  arguments: { invitation },
  options: {},
  examples: [{ intent: 'not for us', command: 'lm share reject win-dc --account 444455556666' }],
  mutates: true,
});

const remove = declare({
  name: 'delete',
  aliases: ['rm'],
  summary: 'delete a share: those it is for no longer have what it holds; what they run goes on',
  arguments: {
    share: required(
      text({
        help: 'share of yours, by name, id or ARN',
        placeholder: 'SHARE',
        prompt: { message: 'Which share?', help: 'A name or an id; lm share list shows them.' },
        example: 'win-dc',
      }),
    ),
  },
  options: {},
  examples: [{ intent: 'share it with nobody any more', command: 'lm share delete win-dc --yes' }],
  mutates: true,
});
export type DeleteArgs = ArgsOf<typeof remove>;

const enable = declare({
  name: 'enable-organization',
  aliases: ['enable-org', 'enable'],
  summary: 'let the accounts of your organization share without invitations; once, by its management account',
  arguments: {},
  options: {},
  examples: [{ intent: 'share with all accounts of the organization', command: 'lm share enable-organization' }],
  mutates: true,
});
export type EnableArgs = ArgsOf<typeof enable>;

/** The noun `share`: invitations, and what is shared in both directions. What is given is given by `lm config share`. */
export const manifest: NounManifest = {
  verbs: [
    verb(list, () => import('./list.ts')),
    verb(accept, () => import('./accept.ts')),
    verb(reject, () => import('./reject.ts')),
    verb(remove, () => import('./delete.ts')),
    verb(enable, () => import('./enable-organization.ts')),
  ],
};
