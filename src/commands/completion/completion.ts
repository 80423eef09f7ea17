import type { Result } from '../../contract/result.ts';
import { UsageError } from '../../contract/usage.ts';
import { NOUNS } from '../manifest.ts';
import type { CommandContext } from '../types.ts';
import type { CompletionArgs } from './manifest.ts';
import { SHELLS, type Shell } from './scripts.ts';
import { completionTree, globalOptions } from './tree.ts';

/**
 * The script as it also stands in `completions/`; or what that script asks for, the names that may end a line.
 * @throws UsageError without either
 */
export async function run({ shell, names }: CompletionArgs, ctx: CommandContext): Promise<Result> {
  if (names !== undefined) return named(names, ctx);
  const wanted = shell ?? (await asked(ctx));
  const script = SHELLS[wanted].script(await completionTree(NOUNS), globalOptions());
  return { value: { shell: wanted, script }, view: { kind: 'text', text: script } };
}

async function asked({ prompts }: CommandContext): Promise<Shell> {
  const all = ['bash', 'zsh', 'fish', 'powershell'] as const;
  if (!prompts.available)
    throw new UsageError('lm completion needs SHELL (the shell)', `for example: lm completion ${all[0]}`);
  return prompts.choose({ message: 'For which shell?', choices: all.map((value) => ({ value, name: value })) });
}

/** @param line words, `lm` first, each on a line of its own; the last one is being written */
async function named(line: string, ctx: CommandContext): Promise<Result> {
  const [{ kindAt }, { offers }] = await Promise.all([import('./kind-at.ts'), import('./offers.ts')]);
  const words = line.split('\n').slice(1);
  const kind = await kindAt(words, NOUNS);
  const found = kind === undefined ? [] : await offers(kind, words.at(-1) ?? '', ctx);
  // A name of several lines cannot be completed, and would look like several names.
  const lines = found
    .filter(({ name }) => !/[\n\t]/.test(name))
    .map(({ name, about }) => `${name}\t${about.replaceAll(/\s+/g, ' ')}\n`);
  return {
    value: { names: found },
    view: { kind: 'text', text: lines.join('') },
    names: found.map(({ name }) => name),
  };
}
