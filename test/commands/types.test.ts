import { expect, expectTypeOf, test } from 'vitest';
import { choice, flag, integer, listOf, pairs, required, text } from '../../src/commands/params.ts';
import { type ArgsOf, declare, verb } from '../../src/commands/types.ts';
import { context } from './context-stub.ts';

const create = declare({
  name: 'create',
  summary: 'Create one',
  arguments: { name: required(text({ help: 'its name' })) },
  options: {
    type: required(choice(['core', 'socket'], { help: 'what it counts' })),
    count: integer({ help: 'how many', min: 0 }),
    hard: flag({ help: 'block', off: ['soft'] }),
    tenancy: listOf(choice(['default', 'host'], { help: 'one' }), { help: 'where' }),
    tag: pairs({ help: 'tags' }),
  },
  examples: [],
  mutates: true,
});

test('run gets arguments typed by the declaration', async () => {
  type Args = ArgsOf<typeof create>;
  expectTypeOf<Args['name']>().toEqualTypeOf<string>();
  expectTypeOf<Args['type']>().toEqualTypeOf<'core' | 'socket'>();
  expectTypeOf<Args['count']>().toEqualTypeOf<number | undefined>();
  expectTypeOf<Args['hard']>().toEqualTypeOf<boolean | undefined>();
  expectTypeOf<Args['tenancy']>().toEqualTypeOf<readonly ('default' | 'host')[] | undefined>();
  const made = verb(create, async () => ({
    run: async (args) => ({ value: args, view: { kind: 'text', text: args.name.toUpperCase() } }),
  }));
  const result = await made.run({ name: 'win', type: 'core', count: 3 }, context());
  expect(result.view).toEqual({ kind: 'text', text: 'WIN' });
});

test.each([
  ['a missing required value', { name: 'win' }],
  ['a value of another type', { name: 'win', type: 'core', count: '3' }],
  ['a word that is no choice', { name: 'win', type: 'cores' }],
  ['a number out of bounds', { name: 'win', type: 'core', count: -1 }],
])('values that do not fit never reach run: %s', async (_, values) => {
  const made = verb(create, async () => ({ run: () => Promise.reject(new Error('reached')) }));
  await expect(made.run(values, context())).rejects.toThrow('do not fit');
});
