import { required, text } from '../params.ts';
import { type ArgsOf, declare, type NounManifest, verb } from '../types.ts';

const explain = declare({
  name: 'explain',
  summary: 'what a constraint says, where it comes from and how to satisfy it',
  arguments: {
    id: required(
      text({
        help: 'id of a constraint',
        placeholder: 'ID',
        names: 'constraint',
        prompt: { message: 'Which constraint?', help: 'Every refusal names its id; lm constraints lists all of them.' },
      }),
    ),
  },
  options: {},
  examples: [
    { intent: 'why was the launch blocked?', command: 'lm explain launch-hard-block' },
    { intent: 'the same as data', command: 'lm explain rule-minimum-cores-check -o json' },
  ],
  mutates: false,
});
export type ExplainArgs = ArgsOf<typeof explain>;

export const manifest: NounManifest = { verbs: [], self: verb(explain, () => import('./explain.ts')) };
