import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bindValues } from '../../../../src/cli/bind.ts';
import { parseLine } from '../../../../src/cli/program.ts';
import { type CreateArgs, create } from '../../../../src/commands/config/declare-terms.ts';
import { manifest } from '../../../../src/commands/config/manifest.ts';
import { INCLUDED_LICENCES, LICENSE_PACKS, PRODUCTS } from '../../../../src/commands/config/products.ts';
import { createInput } from '../../../../src/commands/config/terms.ts';
import { argsOf } from '../../../../src/commands/config/wizard/answers.ts';
import { commandLine, commandWords } from '../../../../src/commands/config/wizard/command-line.ts';
import { NOUNS } from '../../../../src/commands/manifest.ts';
import { verb } from '../../../../src/commands/types.ts';
import { COUNTING_TYPES, RULE_TENANCIES } from '../../../../src/validation/words.ts';

/** What `lm` makes of the words: the arguments of create as `run` gets them. */
async function parsed(words: readonly string[]): Promise<CreateArgs> {
  const noun = NOUNS.find(({ name }) => name === 'config');
  if (noun === undefined) throw new Error('there is no noun config');
  const line = parseLine(words, NOUNS, { noun, manifest }, { version: 'test', width: 80 });
  if (line.kind !== 'verb') throw new Error('no verb was found');
  const values = bindValues(create, line.given, {});
  let args: CreateArgs | undefined;
  const catcher = verb(create, async () => ({
    run: async (got) => {
      args = got;
      return { value: null, view: { kind: 'text', text: '' } };
    },
  }));
  await catcher.run(values, Object.create(null));
  if (args === undefined) throw new Error('run was not reached');
  return args;
}

/** The words of a line as a POSIX shell parts them, single quotes and escapes included. */
function shellWords(line: string): readonly string[] {
  return [...line.matchAll(/(?:'[^']*'|\\'|[^\s'\\])+/g)].map(([word]) =>
    word.replace(
      /'([^']*)'|\\(')/g,
      (_, quoted: string | undefined, escaped: string | undefined) => quoted ?? escaped ?? '',
    ),
  );
}

const text = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.constantFrom('--dry-run', '-o', '--', "it's", 'two words', '#x', '$HOME', 'a,b', '-1'),
);
const number = fc.integer({ min: 1, max: 100_000 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const key = text.filter((word) => !word.includes('='));

const args: fc.Arbitrary<CreateArgs> = fc.record({
  name: text,
  type: fc.constantFrom(...COUNTING_TYPES),
  count: maybe(number),
  hard: maybe(fc.boolean()),
  minCores: maybe(number),
  maxCores: maybe(number),
  minSockets: maybe(number),
  maxSockets: maybe(number),
  minVcpus: maybe(number),
  maxVcpus: maybe(number),
  tenancy: maybe(fc.uniqueArray(fc.constantFrom(...RULE_TENANCIES))),
  affinity: maybe(fc.integer({ min: 1, max: 180 })),
  honorVcpuOptimization: maybe(fc.constant(true)),
  rule: maybe(fc.array(fc.constantFrom('#minimumCores=8', '#allowedTenancy=EC2-Default,EC2-DedicatedHost'))),
  product: maybe(fc.uniqueArray(fc.constantFrom(...PRODUCTS))),
  licensePack: maybe(fc.uniqueArray(fc.constantFrom(...LICENSE_PACKS))),
  exceptIncluded: maybe(fc.uniqueArray(fc.constantFrom(...INCLUDED_LICENCES))),
  stopTrackingWhenUninstalled: maybe(fc.boolean()),
  expires: maybe(fc.integer({ min: 0, max: 4_000_000_000 })),
  description: maybe(text),
  tag: maybe(fc.dictionary(key, fc.oneof(text, fc.constant('')))),
});

it('the line makes the same request as the answers, once lm has parsed it', async () => {
  await fc.assert(
    fc.asyncProperty(args, async (given) => {
      expect(createInput(await parsed(commandWords(given)))).toEqual(createInput(given));
    }),
    { numRuns: 300 },
  );
});

it('a shell parts the line into the same words', () => {
  fc.assert(
    fc.property(args, (given) => {
      expect(shellWords(commandLine(given))).toEqual(['lm', ...commandWords(given)]);
    }),
    { numRuns: 300 },
  );
});

it('reads as a person would write it', () => {
  const line = commandLine(
    argsOf({
      name: 'win-dc',
      type: 'Core',
      count: 96,
      hard: true,
      minCores: 8,
      maxCores: 16,
      tenancy: ['EC2-DedicatedHost'],
    }),
  );
  expect(line).toBe(
    'lm config create win-dc --type core --count 96 --hard --min-cores 8 --max-cores 16 --tenancy dedicated-host',
  );
});
