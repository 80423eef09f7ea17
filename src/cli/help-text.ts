import { type Command, Help } from 'commander';
import { TOPIC_NAMES } from '../commands/help/topic-names.ts';
import type { Example } from '../commands/types.ts';

/** The examples of a verb as one reads them in a shell session. */
export function examplesText(examples: readonly Example[]): string {
  if (examples.length === 0) return '';
  return `\nExamples:\n${examples.map(({ intent, command }) => `  # ${intent}\n  $ ${command}\n`).join('\n')}`;
}

export const VERB_FOOTER = '\nOptions that every command has: lm --help';

export const START_HERE = `Start here:
  # what would this launch cost in licences, and would it be blocked?
  $ lm check launch --ami win2022-byol --type m5.8xlarge --count 6 --tenancy host

  # what does a constraint say, and where does it come from?
  $ lm explain launch-hard-block
`;

export const MORE_HELP = `
Help: lm NOUN --help, lm NOUN VERB --help, lm help ${TOPIC_NAMES.join('|')}`;

/** The overview of `lm` starts with its nouns, the options that every command has come last; below it Commander's own form. */
function formatHelp(command: Command, helper: Help): string {
  if (command.parent !== null) return new Help().formatHelp(command, helper);
  const width = helper.padWidth(command, helper);
  const item = (term: string, text: string): string => helper.formatItem(term, width, text, helper);
  const nouns = helper.visibleCommands(command).map((noun) => item(noun.name(), helper.subcommandDescription(noun)));
  const options = helper
    .visibleOptions(command)
    .map((option) => item(helper.optionTerm(option), helper.optionDescription(option)));
  return [
    `Usage: ${helper.commandUsage(command)}`,
    '',
    helper.commandDescription(command),
    '',
    START_HERE,
    'Nouns:',
    ...nouns,
    '',
    'Options that every command has:',
    ...options,
    MORE_HELP,
    '',
  ].join('\n');
}

/** How help is written: full paths without other names, verbs with what follows them. */
export const HELP_FORM: Partial<Help> = {
  formatHelp,
  commandUsage: (command) => `${pathOf(command)} ${command.usage()}`,
  subcommandTerm: (command) => `${command.name()} ${command.usage()}`.replace(/ ?\[options\]$/, ''),
  styleTitle: (title) => (title === 'Commands:' ? 'Verbs:' : title),
};

function pathOf(command: Command): string {
  return command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;
}
