import type { Noun, NounManifest } from '../commands/types.ts';
import { UsageError } from '../contract/usage.ts';
import type { Io } from '../io.ts';
import { nearest } from '../validation/nearest.ts';
import type { Deps } from './deps.ts';
import { plainWords } from './globals.ts';
import type { Line } from './line.ts';
import { plainLine } from './plain-line.ts';

/**
 * Finds the noun of a line, loads its manifest and no other, and parses the line.
 * @throws UsageError for an unknown noun, verb or option, with the nearest known one
 */
export async function understand(argv: readonly string[], io: Pick<Io, 'width'>, deps: Deps): Promise<Line> {
  const words = withoutHelpWord(argv, deps.nouns);
  const about = { version: deps.version, width: io.width };
  const first = plainWords(words)[0]?.word;
  if (first === undefined) return (await import('./program.ts')).parseLine(words, deps.nouns, undefined, about);
  const noun = deps.nouns.find(answersTo(first));
  if (noun === undefined) throw unknownNoun(first, deps.nouns);
  const often = noun.everyday && plainLine(words, noun, await noun.everyday());
  if (often !== undefined) return often;
  const manifest = await noun.load();
  const plain = plainLine(words, noun, manifest);
  if (plain !== undefined) return plain;
  const word = plainWords(words)[1]?.word;
  guardVerb(word, noun, manifest);
  const loaded = { noun, manifest, verb: manifest.self === undefined ? word : undefined };
  const { parseLine } = await import('./program.ts');
  return parseLine(words, deps.nouns, loaded, about);
}

/** `lm help config create` is `lm config create --help`; `lm help TOPIC` stays: it is a noun of its own. */
function withoutHelpWord(argv: readonly string[], nouns: readonly Noun[]): readonly string[] {
  const [help, next] = plainWords(argv);
  if (help?.word !== 'help') return argv;
  const rest = argv.filter((_, at) => at !== help.at);
  if (next === undefined) return [...rest, '--help'];
  return next.word !== 'help' && nouns.some(answersTo(next.word)) ? [...rest, '--help'] : argv;
}

function answersTo(word: string): (noun: Noun) => boolean {
  return ({ name, aliases }) => name === word || aliases?.includes(word) === true;
}

function unknownNoun(word: string, nouns: readonly Noun[]): UsageError {
  const known = nouns.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]);
  const near = nearest(word, known, 1)[0];
  return new UsageError(`lm has no command "${word}"`, near ? `did you mean lm ${near}?` : 'see lm --help');
}

/** Names an unknown verb before Commander stumbles over options that only the right verb has. */
function guardVerb(word: string | undefined, noun: Noun, manifest: NounManifest): void {
  if (word === undefined || manifest.self !== undefined) return;
  const known = verbWords(manifest);
  if (known.includes(word)) return;
  const near = nearest(word, known, 1)[0];
  const hint = near ? `did you mean lm ${noun.name} ${near}?` : `see lm ${noun.name} --help`;
  throw new UsageError(`lm ${noun.name} has no verb "${word}"`, hint);
}

function verbWords(manifest: NounManifest): readonly string[] {
  return manifest.verbs.flatMap(({ name, aliases }) => [name.split(' ')[0] ?? name, ...(aliases ?? [])]);
}
