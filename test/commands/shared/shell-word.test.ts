import { expect, test } from 'vitest';
import { shellWord } from '../../../src/commands/shared/shell-word.ts';

test.each([
  ['win-dc', 'win-dc'],
  ['my config', "'my config'"],
  ["o'brien", "'o'\\''brien'"],
])('%s as a shell word', (word, written) => {
  expect(shellWord(word)).toBe(written);
});
