import { choice } from '../params.ts';
import { launchOptions } from '../shared/launch.ts';
import { type ArgsOf, declare, type NounManifest, verb } from '../types.ts';

const launch = declare({
  name: 'launch',
  summary: 'would this launch be blocked, and why?',
  description:
    'Judges a launch against licences, tenancy and Dedicated Hosts without making it. Exit code 3 when it would be blocked or cannot be judged.',
  arguments: {},
  options: {
    ...launchOptions,
    failOn: choice(['block', 'warn', 'never'], {
      help: 'what makes the exit code 3: block (or unknown), warn (an alert too), never',
      placeholder: 'block|warn|never',
    }),
  },
  examples: [
    {
      intent: 'would six machines fit?',
      command: 'lm check launch --ami win2022-byol --type m5.8xlarge --count 6 --tenancy host',
    },
    {
      intent: 'how many of at most ten fit?',
      command: 'lm check launch --ami win2022-byol --type m5.8xlarge --count 1:10 --tenancy host',
    },
    {
      intent: 'in a pipeline',
      command: 'lm check launch --ami win2022-byol --type m5.8xlarge --tenancy host -o json --fail-on warn',
    },
  ],
  mutates: false,
});
export type CheckLaunchArgs = ArgsOf<typeof launch>;

export const manifest: NounManifest = { verbs: [verb(launch, () => import('./launch.ts'))] };
