import type { Example } from '../commands/types.ts';

/** The examples of a verb as one reads them in a shell session. */
export function examplesText(examples: readonly Example[]): string {
  if (examples.length === 0) return '';
  return `\nExamples:\n${examples.map(({ intent, command }) => `  # ${intent}\n  $ ${command}\n`).join('\n')}`;
}

export const VERB_FOOTER = '\nOptions that every command has: lm --help';

export const ROOT_FOOTER = `
Start here:
  # what would this launch cost in licences, and would it be blocked?
  $ lm check launch --ami win2022-byol --type m5.8xlarge --count 6 --tenancy host

  # what does a constraint say, and where does it come from?
  $ lm explain launch-hard-block

Help: lm NOUN --help, lm NOUN VERB --help, lm help exit-codes|environment|output|counting`;
