import { describe, expect, it } from 'vitest';
import { nearest, typingSlips } from '../../src/validation/nearest.ts';

describe('typing slips', () => {
  it.each([
    ['', '', 0],
    ['core', 'core', 0],
    ['core', 'cores', 1],
    ['core', 'coe', 1],
    ['core', 'cure', 1],
    ['core', 'croe', 1],
    ['', 'abc', 3],
    ['ab', 'cd', 2],
    ['ca', 'abc', 3],
    ['instance', 'isntnace', 2],
  ])('%s to %s: %i', (a, b, slips) => {
    expect(typingSlips(a, b)).toBe(slips);
    expect(typingSlips(b, a)).toBe(slips);
  });
});

describe('the nearest words', () => {
  const counting = ['vCPU', 'Instance', 'Core', 'Socket'];

  it('finds what was meant, whatever its letter case', () => {
    expect(nearest('VCPU', counting)).toEqual(['vCPU']);
    expect(nearest('Instnace', counting)).toEqual(['Instance']);
    expect(nearest('sockets', counting)).toEqual(['Socket']);
    expect(nearest(' core ', counting)).toEqual(['Core']);
  });

  it('finds a word by its beginning, and by a part of three letters', () => {
    expect(nearest('sock', counting)).toEqual(['Socket']);
    expect(nearest('stance', counting)).toEqual(['Instance']);
    expect(nearest('ta', counting)).toEqual([]);
  });

  it('stays silent when nothing is near', () => {
    expect(nearest('gigabyte', counting)).toEqual([]);
    expect(nearest('', counting)).toEqual([]);
    expect(nearest('core', [])).toEqual([]);
  });

  it('allows one slip for three letters, three at most', () => {
    expect(nearest('abc', ['abd'])).toEqual(['abd']);
    expect(nearest('abcde', ['abxye'])).toEqual([]);
    expect(nearest('abcdef', ['abxyef'])).toEqual(['abxyef']);
    expect(nearest('abcdefghijkl', ['abcdefghiXYZ'])).toEqual(['abcdefghiXYZ']);
    expect(nearest('abcdefghijkl', ['abcdefghWXYZ'])).toEqual([]);
  });

  it('puts the exact word first, then fewer slips, then the longer common beginning', () => {
    expect(nearest('web', ['wab', 'web-1', 'WEB', 'web'])).toEqual(['WEB', 'web', 'web-1']);
    expect(nearest('m5.xlarg', ['m6.xlarge', 'm5.xlarge', 'm5.large'])).toEqual(['m5.xlarge', 'm5.large', 'm6.xlarge']);
  });

  it('returns each word once and no more than asked', () => {
    expect(nearest('web', ['web1', 'web1', 'web2'])).toEqual(['web1', 'web2']);
    expect(nearest('web', ['web1', 'web2', 'web3', 'web4'])).toHaveLength(3);
    expect(nearest('web', ['web1', 'web2'], 1)).toEqual(['web1']);
  });
});
