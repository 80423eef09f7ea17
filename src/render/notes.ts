import type { Note } from '../contract/result.ts';
import { asciiSigns, harmless } from './safe-text.ts';
import { paintFor, type Terminal } from './terminal.ts';

export interface NoteOptions {
  readonly terminal: Pick<Terminal, 'colour' | 'ascii'>;
  /** Leaves out what was done and the hints; alerts always show. */
  readonly quiet?: boolean;
  /** Leaves out hints only: LM_NO_HINTS, or an output for programs. */
  readonly hints?: boolean;
}

/**
 * The lines for stderr after the data: alerts first, then what was done, then the next step.
 *
 * @returns text that ends in a line end, or nothing
 */
export async function renderNotes(notes: readonly Note[], options: NoteOptions): Promise<string> {
  const { terminal, quiet = false, hints = true } = options;
  const paint = await paintFor(terminal.colour);
  const drawn = (kind: Note['kind'], lead: string): string[] =>
    notes.filter((note) => note.kind === kind).map((note) => `${lead}${harmless(note.text)}\n`);
  const text = [
    ...drawn('alert', `${paint.warn('!')} `),
    ...(quiet ? [] : drawn('done', '')),
    ...(quiet || !hints ? [] : drawn('hint', 'hint: ')),
  ].join('');
  return terminal.ascii ? asciiSigns(text) : text;
}
