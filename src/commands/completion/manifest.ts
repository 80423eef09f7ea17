import { choice, text } from '../params.ts';
import { type ArgsOf, declare, type NounManifest, verb } from '../types.ts';

const completion = declare({
  name: 'completion',
  summary: 'print the completion script of a shell',
  description:
    'Print the completion script of a shell. It completes nouns, verbs, options and fixed values by itself, and asks lm for the names of license configurations, AMIs, instances, hosts, groups, templates, snapshots, contexts and constraints. Names come from the sandbox; AWS is never asked.',
  arguments: {
    shell: choice(['bash', 'zsh', 'fish', 'powershell'], { help: 'the shell', placeholder: 'SHELL' }),
  },
  options: {
    names: text({
      help: 'what the scripts ask: the names in the sandbox that may end this line, its words each on a line of its own',
      placeholder: 'LINE',
    }),
  },
  examples: [
    { intent: 'for this bash session', command: 'source <(lm completion bash)' },
    { intent: 'for every fish session', command: 'lm completion fish > ~/.config/fish/completions/lm.fish' },
  ],
  mutates: false,
});
export type CompletionArgs = ArgsOf<typeof completion>;

export const manifest: NounManifest = { verbs: [], self: verb(completion, () => import('./completion.ts')) };
