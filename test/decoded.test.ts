import { expect, it } from 'vitest';
import { decoded } from '../src/decoded.ts';

const TEXT = '{"name": "größer"}';
const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();

it.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`)],
  ['UTF-16, as PowerShell writes it', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
  ['UTF-16 the other way round', swapped(Buffer.from(`\uFEFF${TEXT}`, 'utf16le'))],
])('a text in %s is read without its mark', (_, bytes) => {
  expect(decoded(bytes)).toBe(TEXT);
});

it('nothing is nothing', () => {
  expect(decoded(new Uint8Array())).toBe('');
});
