import { flag } from '../params.ts';
import { withParam } from '../shared/declare-sharing.ts';
import { type ArgsOf, declare } from '../types.ts';
import { configArgument } from './params.ts';

export const share = declare({
  name: 'share',
  summary: 'let other accounts use it, or no longer; what they run takes from its licences',
  description:
    'Let other accounts use a license configuration, or no longer. Accounts of your organization have it at once where ' +
    'sharing is switched on (lm share enable-organization); all others accept an invitation first (lm share accept). ' +
    'What they launch takes from the same licences and is seen in its usage.',
  arguments: { config: configArgument },
  options: {
    with: withParam,
    remove: flag({ help: 'end it again; what runs goes on and still counts' }),
  },
  examples: [
    { intent: 'for one more account', command: 'lm config share win-dc --with 444455556666' },
    { intent: 'no longer', command: 'lm config share win-dc --with 444455556666 --remove' },
  ],
  mutates: true,
});
export type ShareArgs = ArgsOf<typeof share>;
