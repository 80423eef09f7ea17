import { choice } from '../params.ts';
import { type ArgsOf, declare, type NounManifest, verb } from '../types.ts';
import { TOPIC_NAMES } from './topic-names.ts';

const help = declare({
  name: 'help',
  summary: 'help on a topic; lm help NOUN VERB is lm NOUN VERB --help',
  arguments: {
    topic: choice(TOPIC_NAMES, { help: 'the topic', placeholder: 'TOPIC' }),
  },
  options: {},
  examples: [
    { intent: 'where do I begin?', command: 'lm help first-steps' },
    { intent: 'what does exit code 3 mean?', command: 'lm help exit-codes' },
    { intent: 'how are licences counted?', command: 'lm help counting' },
  ],
  mutates: false,
});
export type HelpArgs = ArgsOf<typeof help>;

export const manifest: NounManifest = { verbs: [], self: verb(help, () => import('./help.ts')) };
