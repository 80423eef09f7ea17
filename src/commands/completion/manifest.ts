import { choice, required } from '../params.ts';
import { type ArgsOf, declare, type NounManifest, verb } from '../types.ts';

const completion = declare({
  name: 'completion',
  summary: 'print the completion script of a shell',
  arguments: {
    shell: required(
      choice(['bash', 'zsh', 'fish', 'powershell'], {
        help: 'the shell',
        placeholder: 'SHELL',
        prompt: { message: 'For which shell?' },
      }),
    ),
  },
  options: {},
  examples: [
    { intent: 'for this bash session', command: 'source <(lm completion bash)' },
    { intent: 'for every fish session', command: 'lm completion fish > ~/.config/fish/completions/lm.fish' },
  ],
  mutates: false,
});
export type CompletionArgs = ArgsOf<typeof completion>;

export const manifest: NounManifest = { verbs: [], self: verb(completion, () => import('./completion.ts')) };
