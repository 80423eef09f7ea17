import fc from 'fast-check';

const SAMPLES = 40;

/**
 * A text of a length that a pattern takes as a whole; undefined where none was found. Plain ones are tried first, then
 * samples of the pattern, stretched in one place.
 */
export function matching(pattern: string | undefined, length: number): string | undefined {
  const plain = ['x', '1'].map((sign) => sign.repeat(length));
  if (pattern === undefined) return plain[0];
  const whole = new RegExp(`^(?:${pattern})$`, 'u');
  return plain.find((text) => whole.test(text)) ?? stretched(samplesOf(pattern), whole, length);
}

/** A text that a pattern takes as a whole, as short as the samples go, within bounds. */
export function anyMatching(pattern: string, min: number, max: number): string | undefined {
  const whole = new RegExp(`^(?:${pattern})$`, 'u');
  const fits = (text: string) => whole.test(text) && text.length >= min && text.length <= max;
  return ['xxx', '111122223333', ...samplesOf(pattern)].find(fits) ?? matching(pattern, Math.max(min, 1));
}

function stretched(samples: readonly string[], whole: RegExp, length: number): string | undefined {
  for (const sample of samples) {
    const missing = length - sample.length;
    if (missing < 0) continue;
    for (let at = 0; at < sample.length; at += 1) {
      const text = `${sample.slice(0, at)}${(sample[at] ?? '').repeat(missing + 1)}${sample.slice(at + 1)}`;
      if (text.length === length && whole.test(text)) return text;
    }
  }
  return undefined;
}

const known = new Map<string, readonly string[]>();

/** The same texts every time, shortest first; none for a pattern that has words the generator does not know. */
function samplesOf(pattern: string): readonly string[] {
  const before = known.get(pattern);
  if (before !== undefined) return before;
  const found = generated(pattern).toSorted((a, b) => a.length - b.length);
  known.set(pattern, found);
  return found;
}

function generated(pattern: string): readonly string[] {
  try {
    return fc.sample(fc.stringMatching(new RegExp(`^(?:${pattern})$`)), { numRuns: SAMPLES, seed: 1 });
  } catch {
    return [];
  }
}
