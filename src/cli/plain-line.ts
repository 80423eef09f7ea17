import { type GivenGlobals, GLOBAL_NAMES, type GlobalName, spelling } from '../commands/globals.ts';
import { kebab } from '../commands/names.ts';
import type { Noun, NounManifest, Verb } from '../commands/types.ts';
import { plainWords } from './globals.ts';
import type { Line } from './line.ts';

/**
 * Reads a command line in which every word is what the manifest says, spelled out. That is most lines, and reading them
 * without Commander saves a third of a bare start. Everything else - help, abbreviations, mistakes, `--` - is left to
 * Commander, which parses the same declarations; a test holds the two to the same answer.
 *
 * @returns undefined for a line that Commander must look at
 */
export function plainLine(argv: readonly string[], noun: Noun, manifest: NounManifest): Line | undefined {
  const named = verbOf(argv, manifest);
  if (named === undefined) return undefined;
  const { verb, at } = named;
  const words = argv.filter((_, index) => !at.includes(index));
  const read = readWords(words, spellings(verb));
  const declared = Object.values(verb.arguments);
  const most = declared.at(-1)?.takes === 'many' ? Number.POSITIVE_INFINITY : declared.length;
  if (read === undefined || read.plain.length > most) return undefined;
  const path = verb === manifest.self ? noun.name : `${noun.name} ${verb.name}`;
  return { kind: 'verb', path, verb, given: { arguments: read.plain, options: read.options }, globals: read.globals };
}

/** The verb that the line names, and where its words and the noun's stand. */
function verbOf(
  argv: readonly string[],
  manifest: NounManifest,
): { readonly verb: Verb; readonly at: readonly number[] } | undefined {
  const [noun, first, second] = plainWords(argv);
  if (noun === undefined) return undefined;
  if (manifest.self !== undefined && manifest.verbs.length === 0) return { verb: manifest.self, at: [noun.at] };
  if (first === undefined) return undefined;
  const single = manifest.verbs.find((verb) => verb.name === first.word || verb.aliases?.includes(first.word));
  if (single !== undefined) return { verb: single, at: [noun.at, first.at] };
  const double = manifest.verbs.find((verb) => second !== undefined && verb.name === `${first.word} ${second.word}`);
  return double === undefined || second === undefined
    ? undefined
    : { verb: double, at: [noun.at, first.at, second.at] };
}

/** One way to write an option: what it sets, and to what (`undefined`: to the word that follows). */
type Spelling =
  | { readonly option: string; readonly fixed: string | undefined }
  | { readonly global: GlobalName; readonly fixed: string | undefined };

function spellings(verb: Verb): ReadonlyMap<string, Spelling> {
  const found = new Map<string, Spelling>();
  for (const global of GLOBAL_NAMES) {
    const { words, takesValue } = spelling(global);
    for (const word of words) found.set(word, { global, fixed: takesValue ? undefined : 'true' });
  }
  for (const [option, param] of Object.entries(verb.options)) {
    const fixed = param.takes === 'flag' ? 'true' : undefined;
    for (const name of [kebab(option), ...param.aliases]) found.set(`--${name}`, { option, fixed });
    if (param.short !== undefined) found.set(`-${param.short}`, { option, fixed });
    for (const off of param.off) found.set(`--${off}`, { option, fixed: 'false' });
  }
  return found;
}

interface Read {
  readonly plain: readonly string[];
  readonly options: ReadonlyMap<string, readonly string[]>;
  readonly globals: GivenGlobals;
}

function readWords(words: readonly string[], known: ReadonlyMap<string, Spelling>): Read | undefined {
  const plain: string[] = [];
  const options = new Map<string, string[]>();
  const globals: Partial<Record<GlobalName, string>> = {};
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (!word.startsWith('-') || word === '-') {
      plain.push(word);
      continue;
    }
    const [name, attached] = splitOnce(word);
    const meant = known.get(name);
    if (meant === undefined || (meant.fixed !== undefined && attached !== undefined)) return undefined;
    const value = meant.fixed ?? attached ?? following(words, at + 1);
    if (value === undefined) return undefined;
    if (meant.fixed === undefined && attached === undefined) at += 1;
    if ('global' in meant) globals[meant.global] = value;
    else options.set(meant.option, [...(options.get(meant.option) ?? []), value]);
  }
  return { plain, options, globals };
}

/** `--name=value` in its two parts; short options take no value this way. */
function splitOnce(word: string): readonly [name: string, value: string | undefined] {
  const cut = word.startsWith('--') ? word.indexOf('=') : -1;
  return cut < 0 ? [word, undefined] : [word.slice(0, cut), word.slice(cut + 1)];
}

/** The word after an option; one that looks like an option itself is Commander's to judge. */
function following(words: readonly string[], at: number): string | undefined {
  const word = words[at];
  return word === undefined || (word.startsWith('-') && word !== '-') ? undefined : word;
}
