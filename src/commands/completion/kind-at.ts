import { GLOBAL_NAMES, spelling } from '../globals.ts';
import { kebab } from '../names.ts';
import type { Named, Param } from '../params.ts';
import type { Noun, NounManifest, Verb } from '../types.ts';

/**
 * What is named where a half-written line ends; undefined where that is a noun, a verb, an option or any text.
 * @param line its words after `lm`; the last one is being written and may be empty
 */
export async function kindAt(line: readonly string[], nouns: readonly Noun[]): Promise<Named | undefined> {
  const cursor = line.at(-1) ?? '';
  if (cursor.startsWith('-')) return undefined;
  const words = withoutGlobals(line.slice(0, -1));
  if (words === undefined) return undefined;
  const [first = '', ...rest] = words;
  const noun = nouns.find(({ name, aliases }) => name === first || aliases?.includes(first) === true);
  if (noun === undefined) return undefined;
  const found = verbOf(await noun.load(), rest);
  return found === undefined ? undefined : wantedBy(found.verb, found.rest);
}

/** The words without the options that every command has; undefined where one of these waits for its value. */
function withoutGlobals(words: readonly string[]): readonly string[] | undefined {
  const valued = new Set(GLOBAL_NAMES.map(spelling).flatMap((one) => (one.takesValue ? one.words : [])));
  const kept: string[] = [];
  let skip = false;
  for (const word of words) {
    if (skip) skip = false;
    else if (valued.has(word)) skip = true;
    else kept.push(word);
  }
  return skip ? undefined : kept;
}

function verbOf({ verbs, self }: NounManifest, words: readonly string[]) {
  if (self !== undefined) return { verb: self, rest: words };
  const [first = '', second = ''] = words;
  const single = verbs.find(({ name, aliases }) => name === first || aliases?.includes(first) === true);
  if (single !== undefined) return { verb: single, rest: words.slice(1) };
  const double = verbs.find(({ name }) => name === `${first} ${second}`);
  return double === undefined ? undefined : { verb: double, rest: words.slice(2) };
}

/** What the word after these means to the verb: the value of the option before it, or its next argument. */
function wantedBy(verb: Verb, words: readonly string[]): Named | undefined {
  let place = 0;
  let waiting: Param<unknown> | undefined;
  for (const word of words) {
    if (waiting !== undefined) waiting = undefined;
    else if (word.startsWith('-')) waiting = optionOf(verb, word);
    else place += 1;
  }
  if (waiting !== undefined) return waiting.names;
  const declared = Object.values(verb.arguments);
  const last = declared.at(-1);
  return (declared[place] ?? (last?.takes === 'many' ? last : undefined))?.names;
}

/** The option that a word begins, where its value is the word that follows. */
function optionOf(verb: Verb, word: string): Param<unknown> | undefined {
  const [, param] =
    Object.entries(verb.options).find(
      ([name, { aliases, short }]) =>
        word === `--${kebab(name)}` || word === `-${short}` || aliases.some((alias) => word === `--${alias}`),
    ) ?? [];
  return param?.takes === 'flag' ? undefined : param;
}
