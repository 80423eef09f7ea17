import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrap } from '../../src/render/wrap.ts';

const length = (text: string): number => text.length;

describe('wrap', () => {
  it('keeps a text that just fits on one line, with the spaces inside', () => {
    expect(wrap('ab   cd', '> ', 2, 9, length)).toEqual(['> ab   cd']);
  });

  it('continues below the first word where one more column would be needed', () => {
    expect(wrap('ab   cd', '> ', 2, 8, length)).toEqual(['> ab', '  cd']);
  });

  it('leaves a word whole that is wider than the room', () => {
    expect(wrap('a abcdefgh b', '', 1, 4, length)).toEqual(['a', ' abcdefgh', ' b']);
  });

  it('draws the lead alone for an empty text', () => {
    expect(wrap('', 'lm: ', 4, 80, length)).toEqual(['lm:']);
  });

  it('loses no word and exceeds the width only for a single word', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 40 }), (all, width) => {
        const lines = wrap(all.join(' '), '', 2, width, length);
        expect(lines.flatMap((line) => line.trim().split(' '))).toEqual(all);
        for (const line of lines) expect(line.length <= width || !line.trim().includes(' ')).toBe(true);
      }),
    );
  });
});
