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
  /** Whether names follow it that lm is asked for. */
  readonly asks: boolean;
}

/** One place of a command line: after `lm`, after a noun, after a verb. */
export interface Place {
  /** The words up to here, `config create`; empty after `lm` itself. */
  readonly path: string;
  /** What can stand here that is no option: nouns, verbs, or fixed values of the first argument. */
  readonly words: readonly Word[];
  readonly options: readonly Word[];
  /** Whether lm is asked for the names that can stand here. */
  readonly asks: boolean;
}

export function hasValues(option: Word): boolean {
  return option.values.length > 0;
}

/** The options that any text may follow, each once; those that names follow somewhere are told apart before. */
export function freeOptions(places: readonly Place[], globals: readonly Word[]): readonly string[] {
  const all = [...globals, ...places.flatMap(({ options }) => options)];
  const free = all.filter((option) => option.takesValue && option.values.length === 0 && !option.asks);
  return [...new Set(free.map(({ word }) => word))];
}

/** Every option that names follow, as `path:--option`. */
export const askingOptions = (places: readonly Place[]): readonly string[] =>
  places.flatMap(({ path, options }) => options.filter(({ asks }) => asks).map(({ word }) => `${path}:${word}`));

/** The global options that say which sandbox is meant: the question for names takes them along. */
export const PASSED = ['--backend', '--sandbox', '--account', '--region', '--profile', '--endpoint-url'] as const;

/** Everything that can be completed, read from the manifest: words, and where lm is to be asked for names. */
export async function completionTree(nouns: readonly Noun[]): Promise<readonly Place[]> {
  const root: Place = {
    path: '',
    words: nouns.map(({ name, summary }) => plain(name, summary)),
    options: [],
    asks: false,
  };
  const places = await Promise.all(nouns.map(nounPlaces));
  return [root, ...places.flat()];
}

/** The options that every command has. */
export function globalOptions(): readonly Word[] {
  const values: Readonly<Record<string, readonly string[]>> = { output: OUTPUT_FORMATS, backend: BACKENDS };
  return GLOBAL_NAMES.flatMap((name) => {
    const { words, takesValue } = spelling(name);
    return words.map((word) => ({
      word,
      help: GLOBALS[name].help,
      values: values[name] ?? [],
      takesValue,
      asks: false,
    }));
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
    asks: false,
  };
  const inGroups = [...groups].filter(([word, [verb]]) => verb?.name !== word);
  const groupPlaces = inGroups.map(([word, members]) => ({
    path: `${name} ${word}`,
    words: members.map((verb) => plain(verb.name.slice(word.length + 1), verb.summary)),
    options: [],
    asks: false,
  }));
  return [noun, ...groupPlaces, ...verbs.map((verb) => verbPlace(`${name} ${verb.name}`, verb))];
}

function verbPlace(path: string, verb: Verb): Place {
  const [argument] = Object.values(verb.arguments);
  const options = Object.entries(verb.options).flatMap(([name, param]) => {
    const takesValue = param.takes !== 'flag';
    const own = {
      word: `--${kebab(name)}`,
      help: param.help,
      values: param.choices,
      takesValue,
      asks: param.names !== undefined,
    };
    const off = param.off.map((word) => plain(`--${word}`, `the opposite of --${kebab(name)}`));
    return [own, ...off];
  });
  const asks = Object.values(verb.arguments).some(({ names }) => names !== undefined);
  return { path, words: (argument?.choices ?? []).map((word) => plain(word, '')), options, asks };
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
  return { word, help, values: [], takesValue: false, asks: false };
}
