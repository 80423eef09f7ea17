import { type ArgsOf, declare, type NounManifest, verb } from '../types.ts';

const whoami = declare({
  name: 'whoami',
  summary: 'which backend, account and Region a command would act on, and why',
  arguments: {},
  options: {},
  examples: [
    { intent: 'what am I about to change?', command: 'lm whoami' },
    { intent: 'the account id alone', command: 'lm whoami --query Account -o text' },
  ],
  mutates: false,
});
export type WhoamiArgs = ArgsOf<typeof whoami>;

export const manifest: NounManifest = { verbs: [], self: verb(whoami, () => import('./whoami.ts')) };
