import { listOf, required, text } from '../params.ts';
import { moveOptions } from '../shared/move-options.ts';
import { type ArgsOf, declare, type NounManifest, verb } from '../types.ts';
import { licenceVerbs } from './declare-licence.ts';

const instances = required(
  listOf(text({ help: 'instance' }), {
    help: "instances, by name, id, 'name*' or tag:key=value",
    placeholder: 'INSTANCE',
    names: 'instance',
    example: 'web-1',
    prompt: { message: 'Which instances?', help: 'Names or ids, parted by commas; lm instance list shows them.' },
  }),
);

const tenancy = declare({
  name: 'tenancy',
  summary: 'move stopped instances among shared tenancy, Dedicated Instance, Dedicated Host and host resource group',
  description:
    'Move stopped instances among shared tenancy, Dedicated Instance, Dedicated Host and host resource group. Each is ' +
    'moved or refused by itself. The billing code stays; licences are judged at the next start, and the move tells what ' +
    'that start would be refused for.',
  arguments: { instances },
  options: moveOptions,
  examples: [
    { intent: 'onto Dedicated Hosts, wherever there is room', command: 'lm convert tenancy db-1 --to host' },
    {
      intent: 'what would be in the way of all with a tag?',
      command: 'lm convert tenancy tag:env=test --to dedicated --dry-run',
    },
  ],
  mutates: true,
});
export type TenancyArgs = ArgsOf<typeof tenancy>;

export const manifest: NounManifest = {
  verbs: [...licenceVerbs, verb(tenancy, () => import('./tenancy.ts'))],
};
