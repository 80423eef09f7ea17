import { flag, required, text } from '../params.ts';
import { type ArgsOf, declare, type NounManifest, verb } from '../types.ts';

const NAMES_FLAGS =
  'A context holds what --backend, --sandbox, --account, --region, --profile, --endpoint-url and --output say.';

const name = required(text({ help: 'name of the context', placeholder: 'NAME', names: 'context', example: 'prod' }));

const create = declare({
  name: 'create',
  summary: 'keep the given global options under a name',
  description: `Keep the given global options under a name. ${NAMES_FLAGS}`,
  arguments: { name },
  options: { use: flag({ help: 'use it from now on' }) },
  examples: [
    {
      intent: 'a test bench of its own, used from now on',
      command: 'lm context create lab --sandbox lab --region eu-west-1 --use',
    },
  ],
  mutates: false,
});
export type CreateArgs = ArgsOf<typeof create>;

const set = declare({
  name: 'set',
  aliases: ['update'],
  summary: 'change what a context holds',
  description: `Change what a context holds; what is not mentioned stays. ${NAMES_FLAGS}`,
  arguments: { name },
  options: {},
  examples: [{ intent: 'move it to another Region', command: 'lm context set lab --region us-east-1' }],
  mutates: false,
});
export type SetArgs = ArgsOf<typeof set>;

const list = declare({
  name: 'list',
  aliases: ['ls'],
  summary: 'list the contexts; the one in use is marked',
  arguments: {},
  options: {},
  examples: [{ intent: 'which contexts are there?', command: 'lm context list' }],
  mutates: false,
});
export type ListArgs = ArgsOf<typeof list>;

const use = declare({
  name: 'use',
  summary: 'use a context from now on',
  arguments: { name: text({ help: 'name of the context', placeholder: 'NAME', names: 'context' }) },
  options: { none: flag({ help: 'use no context from now on' }) },
  examples: [
    { intent: 'work in the lab from now on', command: 'lm context use lab' },
    { intent: 'use no context any more', command: 'lm context use --none' },
  ],
  mutates: false,
});
export type UseArgs = ArgsOf<typeof use>;

const show = declare({
  name: 'show',
  summary: 'show a context; without a name the one in use',
  arguments: { name: text({ help: 'name of the context', placeholder: 'NAME', names: 'context' }) },
  options: {},
  examples: [{ intent: 'what does the context in use hold?', command: 'lm context show' }],
  mutates: false,
});
export type ShowArgs = ArgsOf<typeof show>;

const remove = declare({
  name: 'delete',
  aliases: ['rm'],
  summary: 'delete a context; nothing it points to is touched',
  arguments: { name },
  options: {},
  examples: [{ intent: 'forget the lab', command: 'lm context delete lab' }],
  mutates: false,
});
export type DeleteArgs = ArgsOf<typeof remove>;

export const manifest: NounManifest = {
  verbs: [
    verb(create, () => import('./create.ts')),
    verb(list, () => import('./list.ts')),
    verb(show, () => import('./show.ts')),
    verb(use, () => import('./use.ts')),
    verb(set, () => import('./set.ts')),
    verb(remove, () => import('./delete.ts')),
  ],
};
