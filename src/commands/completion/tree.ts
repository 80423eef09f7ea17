import { BACKENDS, OUTPUT_FORMATS } from '../../contract/settings.ts';
import { GLOBAL_NAMES, GLOBALS, spelling } from '../globals.ts';
import { kebab } from '../names.ts';
import type { Noun, Verb } from '../types.ts';

export interface Word {
  readonly word: string;
  readonly help: string;
  /** What may follow an option, where that is a fixed list. */
  readonly values: readonly string[];
  readonly takesValue: boolean;
}

/** One place of a command line: after `lm`, after a noun, after a verb. */
export interface Place {
  /** The words up to here, `config create`; empty after `lm` itself. */
  readonly path: string;
  /** What can stand here that is no option: nouns, verbs, or fixed values of the first argument. */
  readonly words: readonly Word[];
  readonly options: readonly Word[];
}

export function hasValues(option: Word): boolean {
  return option.values.length > 0;
}

/** Everything that can be completed without asking a backend, read from the manifest. */
export async function completionTree(nouns: readonly Noun[]): Promise<readonly Place[]> {
  const root: Place = { path: '', words: nouns.map(({ name, summary }) => plain(name, summary)), options: [] };
  const places = await Promise.all(nouns.map(nounPlaces));
  return [root, ...places.flat()];
}

/** The options that every command has. */
export function globalOptions(): readonly Word[] {
  const values: Readonly<Record<string, readonly string[]>> = { output: OUTPUT_FORMATS, backend: BACKENDS };
  return GLOBAL_NAMES.flatMap((name) => {
    const { words, takesValue } = spelling(name);
    return words.map((word) => ({ word, help: GLOBALS[name].help, values: values[name] ?? [], takesValue }));
  });
}

async function nounPlaces({ name, load }: Noun): Promise<readonly Place[]> {
  const { verbs, self } = await load();
  if (self) return [verbPlace(name, self)];
  const groups = new Map<string, Verb[]>();
  for (const verb of verbs) groups.set(first(verb), [...(groups.get(first(verb)) ?? []), verb]);
  const noun: Place = {
    path: name,
    words: [...groups].map(([word, members]) => plain(word, groupSummary(word, members))),
    options: [],
  };
  const inGroups = [...groups].filter(([word, [verb]]) => verb?.name !== word);
  const groupPlaces = inGroups.map(([word, members]) => ({
    path: `${name} ${word}`,
    words: members.map((verb) => plain(verb.name.slice(word.length + 1), verb.summary)),
    options: [],
  }));
  return [noun, ...groupPlaces, ...verbs.map((verb) => verbPlace(`${name} ${verb.name}`, verb))];
}

function verbPlace(path: string, verb: Verb): Place {
  const [argument] = Object.values(verb.arguments);
  const options = Object.entries(verb.options).flatMap(([name, param]) => {
    const takesValue = param.takes !== 'flag';
    const own = { word: `--${kebab(name)}`, help: param.help, values: param.choices, takesValue };
    const off = param.off.map((word) => plain(`--${word}`, `the opposite of --${kebab(name)}`));
    return [own, ...off];
  });
  return { path, words: (argument?.choices ?? []).map((word) => plain(word, '')), options };
}

/** A group of verbs is described by their second words. */
function groupSummary(word: string, members: readonly Verb[]): string {
  const [verb] = members;
  if (verb?.name === word) return verb.summary;
  return members.map(({ name }) => name.slice(word.length + 1)).join(', ');
}

function first(verb: Verb): string {
  return verb.name.split(' ')[0] ?? verb.name;
}

function plain(word: string, help: string): Word {
  return { word, help, values: [], takesValue: false };
}
