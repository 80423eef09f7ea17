import { describe, expect, it } from 'vitest';
import { applyQuery, checkQuery } from '../../src/render/query.ts';

const VALUE = { Name: 'win-dc', Rules: ['a'], Count: undefined };

describe('checkQuery', () => {
  it('passes an expression that can be parsed, whatever it asks for', async () => {
    await expect(checkQuery('Nothing[].Like.this')).resolves.toBeUndefined();
  });

  it.each(['Name[', 'Name.', 'Name..x', '{a', 'a ^ b', ''])('refuses %s and names the language', async (expression) => {
    await expect(checkQuery(expression)).rejects.toMatchObject({
      name: 'UsageError',
      hint: expect.stringContaining('JMESPath'),
    });
  });
});

describe('applyQuery', () => {
  it('refuses a top-level key that is not there and lists those that are', async () => {
    await expect(applyQuery(VALUE, 'Nmae')).rejects.toMatchObject({
      message: '--query Nmae: the answer has no key Nmae',
      hint: 'keys: Name, Rules, Count',
    });
  });

  it('notices letter case', async () => {
    await expect(applyQuery(VALUE, 'rules[0]')).rejects.toMatchObject({
      hint: 'did you mean Rules? letter case counts',
    });
  });

  it.each(['{a: Nmae}', '[Name, Nmae]', 'length(Nmae)', 'Nmae[?x]', 'Nmae | [0]', 'Nmae.*', '!Nmae', "Nmae == 'x'"])(
    'finds the unknown key in %s',
    async (expression) => {
      await expect(applyQuery(VALUE, expression)).rejects.toThrow('no key Nmae');
    },
  );

  it.each([
    ['Count', null],
    ['Rules[0].deep', null],
    ['Nmae || Name', 'win-dc'],
    ["Rules[?other=='x']", []],
    ['@.Name', 'win-dc'],
    ['*', ['win-dc', ['a']]],
  ])('answers %s, which asks for no unknown key', async (expression, found) => {
    expect(await applyQuery(VALUE, expression)).toEqual(found);
  });

  it.each(['length(@.Name.x)', 'unknown_function(Name)', 'abs(Name)'])(
    'tells a mistake that only shows in use: %s',
    async (expression) => {
      await expect(applyQuery(VALUE, expression)).rejects.toMatchObject({ name: 'UsageError' });
    },
  );

  it('asks lists and plain values without keys', async () => {
    expect(await applyQuery([{ a: 1 }], '[].a')).toEqual([1]);
    expect(await applyQuery([{ a: 1 }], 'a')).toBeNull();
  });
});
