import type { Measure } from './measure.ts';

/**
 * Breaks a text at its spaces into lines of at most `width` columns. Runs of spaces inside a line stay.
 *
 * @param first what stands before the first line; later lines are indented by `indent` spaces
 * @returns at least one line; a single word wider than the room stands on its own line, whole
 */
export function wrap(text: string, first: string, indent: number, width: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const [, gap = '', word = ''] of text.matchAll(/( *)([^ ]+)/g)) {
    const longer = empty ? line + word : line + gap + word;
    if (!empty && measure(longer) > width) {
      lines.push(line);
      line = ' '.repeat(indent) + word;
    } else {
      line = longer;
    }
    empty = false;
  }
  return [...lines, line.trimEnd()];
}
