import { harmless } from '../safe-text.ts';

/** One name a line, to be handed to the next command. */
export function drawNames(names: readonly string[]): string {
  return names.map(harmless).join('\n');
}
