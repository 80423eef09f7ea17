import { describe, expect, it } from 'vitest';
import { harmless, harmlessLines } from '../../src/render/safe-text.ts';

const STEERS = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u;

describe('text from users', () => {
  it('keeps every sign but those that steer a terminal', () => {
    const signs = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));
    const changed = signs.filter((sign) => harmless(sign) !== sign);
    expect(changed).toEqual(signs.filter((sign) => STEERS.test(sign)));
    expect(changed.length).toBeGreaterThan(70);
  });

  it('keeps signs that take two units', () => {
    expect(harmless('licence 🔑 für 日本')).toBe('licence 🔑 für 日本');
  });

  it('shows what steers as one would type it', () => {
    expect(harmless('a\x1b[2Jb\u202ec\n')).toBe('a\\x1b[2Jb\\u202ec\\n');
    expect(harmlessLines('a\tb\nc\r')).toBe('a\tb\nc\\r');
  });
});
