/** How many columns a text takes. */
export type Measure = (text: string) => number;

/** Letters and signs that every terminal draws one column wide. */
const NARROW = /^[\x20-\x7e\s×✗–—…’→≥≤]*$/u;

/**
 * A measure that is right for the given texts. The table of wide characters costs tens of milliseconds to load, so it
 * loads only when a text has a letter beyond ASCII.
 */
export async function measureFor(texts: readonly string[]): Promise<Measure> {
  if (texts.every((text) => NARROW.test(text))) return (text) => text.length;
  const { default: stringWidth } = await import('string-width');
  return (text) => stringWidth(text);
}

export function padEnd(text: string, width: number, measure: Measure): string {
  return text + ' '.repeat(Math.max(0, width - measure(text)));
}

export function padStart(text: string, width: number, measure: Measure): string {
  return ' '.repeat(Math.max(0, width - measure(text))) + text;
}

/** The longest beginning of the text that fits with the mark after it; the text itself where it fits. */
export function truncate(text: string, width: number, measure: Measure, mark: string): string {
  if (measure(text) <= width) return text;
  const room = width - measure(mark);
  let kept = '';
  for (const letter of text) {
    if (measure(kept + letter) > room) break;
    kept += letter;
  }
  return kept + mark;
}
