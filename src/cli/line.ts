import type { GivenGlobals } from '../commands/globals.ts';
import type { Verb } from '../commands/types.ts';
import type { Given } from './bind.ts';

/** What a command line turned out to be. */
export type Line =
  | { readonly kind: 'help'; readonly text: string }
  | {
      readonly kind: 'verb';
      /** The words that name it, `config create`. */
      readonly path: string;
      readonly verb: Verb;
      readonly given: Given;
      readonly globals: GivenGlobals;
    };
