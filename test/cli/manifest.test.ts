import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { understand } from '../../src/cli/understand.ts';
import { SHELLS } from '../../src/commands/completion/scripts.ts';
import { completionTree, globalOptions } from '../../src/commands/completion/tree.ts';
import { NOUNS } from '../../src/commands/manifest.ts';
import { kebab } from '../../src/commands/names.ts';
import type { Verb } from '../../src/commands/types.ts';
import { deps } from './real-deps.ts';

const loaded = await Promise.all(
  NOUNS.map(async (noun) => {
    const { verbs, self } = await noun.load();
    const own = self ? [{ path: noun.name, verb: self }] : [];
    return [...own, ...verbs.map((verb) => ({ path: `${noun.name} ${verb.name}`, verb }))];
  }),
);
const verbs = loaded.flat();

test('nouns and their other names are all different', () => {
  const names = NOUNS.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]);
  expect(names).toEqual([...new Set(names)]);
});

test.each(verbs.map(({ path, verb }) => [path, verb] as const))('lm %s: no option hides another', (_, verb) => {
  const own = optionNames(verb);
  const global = globalOptions().map(({ word }) => word);
  expect(own).toEqual([...new Set(own)]);
  expect(own.filter((word) => global.includes(word))).toEqual([]);
});

test.each(verbs.map(({ path, verb }) => [path, verb] as const))(
  'lm %s: only its last argument is a list',
  (_, verb) => {
    const takes = Object.values(verb.arguments).map((param) => param.takes);
    expect(takes.slice(0, -1)).not.toContain('many');
  },
);

test.each(verbs.flatMap(({ path, verb }) => verb.examples.map(({ command }) => [command, path] as const)))(
  'the example "%s" is understood as lm %s',
  async (command, path) => {
    const argv = words(command).slice(words(command).indexOf('lm') + 1);
    const line = await understand(argv, { width: 120 }, deps);
    expect(line.kind === 'verb' ? line.path : line).toBe(path);
  },
);

describe('completions/ is what the manifest says; if not: npm run generate:completions', () => {
  test.each(Object.entries(SHELLS))('%s', async (_, { file, script }) => {
    const kept = await readFile(join(import.meta.dirname, '../../completions', file), 'utf8');
    expect(kept).toBe(script(await completionTree(NOUNS), globalOptions()));
  });
});

function optionNames(verb: Verb): readonly string[] {
  return Object.entries(verb.options).flatMap(([name, { aliases, off, short }]) => [
    `--${kebab(name)}`,
    ...[...aliases, ...off].map((word) => `--${word}`),
    ...(short ? [`-${short}`] : []),
  ]);
}

/** The words of a simple shell line: quotes join, a pipe, redirection or && ends it. */
function words(command: string): readonly string[] {
  const [line = ''] = command.replace(/^source <\((.*)\)$/, '$1').split(/ (?:\||>|&&) /);
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
}
