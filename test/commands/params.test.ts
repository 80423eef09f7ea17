import { expect, test } from 'vitest';
import { custom, duration, integer, milliseconds, no, ok, orList } from '../../src/commands/params.ts';

test.each([
  ['90s', 90_000],
  ['10m', 600_000],
  ['8h', 28_800_000],
  ['1d12h', 129_600_000],
  ['250ms', 250],
  ['0s', 0],
  ['8', undefined],
  ['8 h', undefined],
  ['-8h', undefined],
  ['', undefined],
])('the length of time "%s"', (written, expected) => {
  expect(milliseconds(written)).toBe(expected);
});

test('a duration says what it must be', () => {
  expect(duration({ help: '' }).parse(['soon'])).toEqual(no('must be a length of time such as 90s, 10m, 8h or 3d'));
});

test.each([
  ['2000', 2000],
  ['2,000', 2000],
  ['2_000', 2000],
  ['0', 0],
])('the whole number "%s"', (written, expected) => {
  expect(integer({ help: '', min: 0 }).parse([written])).toEqual(ok(expected));
});

test.each(['2.5', '2,00', '1e3', '0x10', '', 'two', '99999999999999999999'])('"%s" is no whole number', (written) => {
  expect(integer({ help: '' }).parse([written])).toEqual(no('must be a whole number'));
});

test.each([
  [{ min: 1, max: 180 }, 'must be a whole number from 1 to 180'],
  [{ min: 1 }, 'must be a whole number of 1 or more'],
  [{ max: 5 }, 'must be a whole number of 5 or less'],
])('bounds %j are told', (bounds, why) => {
  expect(integer({ help: '', ...bounds }).parse(['x'])).toEqual(no(why));
});

test('bounds are included', () => {
  const days = integer({ help: '', min: 1, max: 180 });
  expect(['0', '1', '180', '181'].map((written) => days.parse([written]).ok)).toEqual([false, true, true, false]);
});

test('a kind of its own', () => {
  const even = custom<number>(
    { help: 'an even number' },
    {
      placeholder: 'EVEN',
      parse: (written) => (Number(written) % 2 === 0 ? ok(Number(written)) : no('must be even')),
      holds: (value): value is number => typeof value === 'number',
    },
  );
  expect([even.parse(['4']), even.parse(['5'])]).toEqual([ok(4), no('must be even')]);
});

test.each([
  [['a'], 'a'],
  [['a', 'b'], 'a or b'],
  [['a', 'b', 'c'], 'a, b or c'],
])('%j in words', (words, expected) => {
  expect(orList(words)).toBe(expected);
});
