import { choice, text } from '../params.ts';
import { type ArgsOf, declare, type NounManifest, verb } from '../types.ts';

const constraints = declare({
  name: 'constraints',
  summary: 'every constraint that lm checks',
  arguments: {},
  options: {
    area: text({ help: 'only of this area: the first word of an id', placeholder: 'AREA' }),
    severity: choice(['block', 'warn', 'info'], { help: 'only of this severity' }),
    operation: text({ help: 'only what this AWS operation can run into', placeholder: 'OPERATION' }),
  },
  examples: [
    { intent: 'what can refuse a launch?', command: 'lm constraints --operation RunInstances --severity block' },
    { intent: 'the rules of license configurations', command: 'lm constraints --area rule' },
  ],
  mutates: false,
});
export type ConstraintsArgs = ArgsOf<typeof constraints>;

export const manifest: NounManifest = { verbs: [], self: verb(constraints, () => import('./constraints.ts')) };
