import { describe, expect, it } from 'vitest';
import { idShortener } from '../../src/render/short-ids.ts';

const HOST = 'h-0193a5f00001a2b3c';

describe('idShortener', () => {
  it('keeps five digits of the tail, since heads of ids are alike', () => {
    expect(idShortener([HOST], false)(`on ${HOST}.`)).toBe('on h-…a2b3c.');
  });

  it('writes two dots in ASCII', () => {
    expect(idShortener([HOST], true)(HOST)).toBe('h-..a2b3c');
  });

  it('keeps as many digits as tell all ids of a kind apart', () => {
    const short = idShortener([HOST, 'h-0193a5f00002a2b3c', 'i-0193a5f00003a2b3c'], false);
    expect(short(`${HOST} h-0193a5f00002a2b3c i-0193a5f00003a2b3c`)).toBe('h-…1a2b3c h-…2a2b3c i-…a2b3c');
  });

  it('leaves an id whole of which it would hide fewer than three digits', () => {
    expect(idShortener(['h-1234567'], false)('h-1234567')).toBe('h-1234567');
    expect(idShortener(['h-12345678'], false)('h-12345678')).toBe('h-…45678');
  });

  it('tells ids apart that differ in the head only', () => {
    expect(idShortener(['h-1bcdef012', 'h-2bcdef012'], false)('h-1bcdef012')).toBe('h-1bcdef012');
  });

  it('touches nothing that only looks like an id', () => {
    expect(idShortener([HOST], false)('launch-hard-block, lic-0123456789, ami-0123456789')).toBe(
      'launch-hard-block, lic-0123456789, ami-0123456789',
    );
  });
});
