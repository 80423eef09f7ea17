import { Argument, Command, type CommanderError, Option } from 'commander';
import { GLOBAL_NAMES, GLOBALS } from '../commands/globals.ts';
import { kebab } from '../commands/names.ts';
import type { Param } from '../commands/params.ts';
import type { Declaration, Noun, NounManifest, Verb } from '../commands/types.ts';
import { UsageError } from '../contract/usage.ts';
import { examplesText, HELP_FORM, VERB_FOOTER } from './help-text.ts';
import type { Line } from './line.ts';

/** The noun that the line names, its manifest loaded. */
export interface LoadedNoun {
  readonly noun: Noun;
  readonly manifest: NounManifest;
  /** The verb word of the line: only verbs that begin with it are built; all of them without one. */
  readonly verb?: string | undefined;
}

interface Sink {
  text: string;
  globals: Partial<Record<string, string>>;
  found: Extract<Line, { kind: 'verb' }> | undefined;
}

/**
 * Parses a command line with Commander. Only the loaded noun has its verbs; the others stand in the overview.
 * @param width columns for help
 * @throws UsageError for whatever is not understood, with the nearest known word where there is one
 */
export function parseLine(
  argv: readonly string[],
  nouns: readonly Noun[],
  loaded: LoadedNoun | undefined,
  about: { readonly version: string; readonly width: number },
): Line {
  const sink: Sink = { text: '', globals: {}, found: undefined };
  const program = rootCommand(sink, about);
  if (loaded === undefined) for (const noun of nouns) nounCommand(program, noun);
  else fillNoun(nounCommand(program, loaded.noun), loaded, sink);
  try {
    program.parse([...argv], { from: 'user' });
  } catch (error) {
    if (!isCommanderError(error)) throw error;
    if (error.exitCode === 0 || error.code === 'commander.help') return { kind: 'help', text: sink.text };
    throw usageError(error, program, loaded);
  }
  return sink.found ?? { kind: 'help', text: sink.text };
}

function rootCommand(sink: Sink, about: { readonly version: string; readonly width: number }): Command {
  const program = new Command('lm')
    .description('The terminal of an AWS licence administrator: count licences, and see what would be blocked and why.')
    .usage('NOUN VERB [options]')
    .version(about.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        sink.text += text;
      },
      writeErr: (text) => {
        sink.text += text;
      },
      outputError: () => undefined,
      getOutHelpWidth: () => about.width,
      getErrHelpWidth: () => about.width,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .configureHelp(HELP_FORM);
  for (const name of GLOBAL_NAMES) {
    const option = new Option(GLOBALS[name].flags, GLOBALS[name].help);
    program.addOption(option).on(`option:${option.name()}`, (value: string | undefined) => {
      sink.globals[name] = value ?? 'true';
    });
  }
  return program;
}

function nounCommand(program: Command, noun: Noun): Command {
  return program
    .command(noun.name)
    .aliases([...(noun.aliases ?? [])])
    .description(noun.summary)
    .usage('VERB [options]')
    .helpCommand(false);
}

function fillNoun(command: Command, { noun, manifest, verb: word }: LoadedNoun, sink: Sink): void {
  if (manifest.self) fillVerb(command, noun.name, manifest.self, sink);
  for (const verb of manifest.verbs) {
    const [first = '', second] = verb.name.split(' ');
    // Building a verb that the line does not name costs every command its start.
    if (word !== undefined && word !== first && !verb.aliases?.includes(word)) continue;
    const parent = second === undefined ? command : groupCommand(command, first, manifest);
    const built = parent.command(second ?? first).helpCommand(false);
    fillVerb(built, `${noun.name} ${verb.name}`, verb, sink, manifest.spareWord);
  }
}

/** `local clock` holds `local clock advance` and its like. */
function groupCommand(command: Command, name: string, manifest: NounManifest): Command {
  const existing = command.commands.find((one) => one.name() === name);
  if (existing) return existing;
  const verbs = manifest.verbs
    .filter((verb) => verb.name.startsWith(`${name} `))
    .map((verb) => verb.name.split(' ')[1]);
  return command.command(name).description(verbs.join(', ')).usage('VERB [options]').helpCommand(false);
}

function fillVerb(command: Command, path: string, verb: Verb, sink: Sink, spareWord?: NounManifest['spareWord']): void {
  const options = new Map<string, string[]>();
  command
    .summary(verb.summary)
    .description(verb.description ?? verb.summary)
    .aliases([...(verb.aliases ?? [])])
    .usage(usageOf(verb))
    .allowExcessArguments(true)
    .addHelpText('after', () => `${examplesText(verb.examples)}${VERB_FOOTER}`);
  for (const param of Object.values(verb.arguments)) {
    const many = param.takes === 'many' ? '...' : '';
    command.addArgument(new Argument(`[${param.placeholder}${many}]`, param.help));
  }
  for (const [name, param] of Object.entries(verb.options)) addOption(command, name, param, options);
  command.action(() => {
    guardSpare(command.args, path, verb, spareWord);
    const given = { arguments: command.args, options };
    sink.found = { kind: 'verb', path, verb, given, globals: sink.globals };
  });
}

/** @throws UsageError for a word that no argument is there for */
function guardSpare(
  words: readonly string[],
  path: string,
  verb: Verb,
  spareWord: NounManifest['spareWord'] = () => undefined,
): void {
  const declared = Object.values(verb.arguments);
  const word = words[declared.length];
  if (word === undefined || declared.at(-1)?.takes === 'many') return;
  const takes =
    declared.length === 0 ? 'no argument' : `${declared.map(({ placeholder }) => placeholder).join(' ')} only`;
  const hint = spareWord(path, verb, word) ?? `see lm ${path} --help`;
  throw new UsageError(`lm ${path} takes ${takes}, and "${word}" is one word too many`, hint);
}

/** The option, its other names (hidden) and the names that switch it off; each appends to the same texts. */
function addOption(command: Command, name: string, param: Param<unknown>, texts: Map<string, string[]>): void {
  const value = param.takes === 'flag' ? '' : ` <${param.placeholder}>`;
  const listen = (option: Option, fixed?: string): void => {
    command.addOption(option).on(`option:${option.name()}`, (given: string | undefined) => {
      texts.set(name, [...(texts.get(name) ?? []), fixed ?? given ?? 'true']);
    });
  };
  const short = param.short === undefined ? '' : `-${param.short}, `;
  listen(new Option(`${short}--${kebab(name)}${value}`, param.required ? `${param.help} (required)` : param.help));
  for (const alias of param.aliases) listen(new Option(`--${alias}${value}`).hideHelp());
  param.off.forEach((off, at) => {
    listen(new Option(`--${off}`, `the opposite of --${kebab(name)}`).hideHelp(at > 0), 'false');
  });
}

function usageOf(verb: Declaration): string {
  const words = Object.values(verb.arguments).map((param) => {
    const word = param.takes === 'many' ? `${param.placeholder}...` : param.placeholder;
    return param.required ? word : `[${word}]`;
  });
  return [...words, '[options]'].join(' ');
}

function isCommanderError(error: unknown): error is CommanderError {
  return error instanceof Error && 'code' in error && 'exitCode' in error;
}

function usageError(error: CommanderError, program: Command, loaded: LoadedNoun | undefined): UsageError {
  const [first = '', ...more] = error.message.replace(/^error: /, '').split('\n');
  const suggestion = more
    .join(' ')
    .replace(/^\((.*)\)$/, '$1')
    .replace(/^Did/, 'did');
  const trap = error.code === 'commander.optionMissingArgument' ? missingValueHint(first, loaded) : undefined;
  const help = `see ${[program.name(), ...(loaded ? [loaded.noun.name] : [])].join(' ')} --help`;
  return new UsageError(first, trap ?? (suggestion || help));
}

/** What the declaration says about an option that came without its value, found by any of its names. */
function missingValueHint(message: string, loaded: LoadedNoun | undefined): string | undefined {
  const name = /--([\w-]+)/.exec(message)?.[1];
  const verbs = [...(loaded?.manifest.verbs ?? []), ...(loaded?.manifest.self ? [loaded.manifest.self] : [])];
  const options = verbs.flatMap((verb) => Object.entries(verb.options));
  return options.find(([key, param]) => kebab(key) === name || param.aliases.includes(name ?? ''))?.[1].ifNoValue;
}
