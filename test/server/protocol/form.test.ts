import { describe, expect, it } from 'vitest';
import type { Shape } from '../../../src/contract/shape.ts';
import { readForm } from '../../../src/server/protocol/form.ts';

const shape: Shape = {
  type: 'structure',
  members: {
    Ids: { type: 'list', wire: 'Id', member: { type: 'string' } },
    Tags: { type: 'list', wire: 'Tag', member: { type: 'structure', members: { Key: { type: 'string' } } } },
    named: { type: 'string' },
    Count: { type: 'integer' },
    Share: { type: 'double' },
    On: { type: 'boolean' },
    When: { type: 'timestamp' },
    Bytes: { type: 'blob' },
    Pairs: { type: 'map', key: { type: 'string' }, value: { type: 'integer' } },
    Titled: { type: 'map', halves: ['Name', 'Value'], key: { type: 'string' }, value: { type: 'string' } },
    Inner: { type: 'structure', members: { Text: { type: 'string' } } },
  },
};
const EC2 = { nameOf: (name: string) => name.charAt(0).toUpperCase() + name.slice(1), entryOf: () => [] };
const QUERY = { nameOf: (name: string) => name, entryOf: () => ['member'] };

const read = (body: string, rules: Parameters<typeof readForm>[2] = EC2) =>
  readForm({ method: 'POST', path: '/', query: '', header: () => undefined, body }, shape, rules);

describe('a form', () => {
  it.each([
    ['entries by the order of their numbers', 'Id.10=b&Id.9=a', { Ids: ['a', 'b'] }],
    ['structures in lists', 'Tag.1.Key=a&Tag.2.Key=b', { Tags: [{ Key: 'a' }, { Key: 'b' }] }],
    ['an empty list', 'Id=', { Ids: [] }],
    ['an empty text', 'Named=', { named: '' }],
    ['whole numbers', 'Count=-3', { Count: -3 }],
    ['fractions', 'Share=2.5e-1', { Share: 0.25 }],
    ['truth in any letter case', 'On=True', { On: true }],
    ['moments', 'When=2026-11-21T03%3A00%3A00.5Z', { When: new Date(Date.UTC(2026, 10, 21, 3, 0, 0, 500)) }],
    ['bytes', 'Bytes=AH%2BA', { Bytes: Buffer.from([0, 127, 128]) }],
    [
      'maps',
      'Pairs.entry.1.key=a.b&Pairs.entry.1.value=1&Pairs.entry.2.key=c&Pairs.entry.2.value=2',
      { Pairs: { 'a.b': 1, c: 2 } },
    ],
    [
      'maps whose halves have names of their own',
      'Titled.entry.1.Name=a&Titled.entry.1.Value=b',
      { Titled: { a: 'b' } },
    ],
    [
      'half an entry as it is, for the engine to refuse',
      'Pairs.entry.1.key=a',
      { Pairs: { entry: { 1: { key: 'a' } } } },
    ],
    ['signs of every kind', 'Inner.Text=%F0%9D%84%9E%26+%2B', { Inner: { Text: '𝄞& +' } }],
    ['nothing of what belongs to the call', 'Action=A&Version=1&X-Amz-Date=2&SignatureMethod=3', {}],
  ])('gives %s', (_, body, expected) => {
    expect(read(body)).toEqual(expected);
  });

  it.each([
    ['a text where a number belongs', 'Count=ten', { Count: 'ten' }],
    ['a text where a list belongs', 'Id=a', { Ids: 'a' }],
    ['a text where a moment belongs', 'When=soon', { When: 'soon' }],
    ['words where numbers belong', 'Id.first=a', { Ids: { first: 'a' } }],
    ['members where a text belongs', 'Named.1=a', { named: { '1': 'a' } }],
    ['a name that no shape has', 'Colour=red&__proto__.1=x', { Colour: 'red', ['__proto__']: { '1': 'x' } }],
  ])('passes on %s, for the engine to name', (_, body, expected) => {
    expect(read(body)).toEqual(expected);
  });

  it('writes lists of a Query service one word deeper', () => {
    expect(read('Id.member.1=a', QUERY)).toEqual({ Ids: ['a'] });
    expect(read('Id.1=a', QUERY)).toEqual({ Ids: { '1': 'a' } });
  });

  it.each(['Id..1=a', '.Id=a', 'Id.1=a&Id.1=b', 'Id.1=%', `${'A.'.repeat(40)}B=c`])('refuses %s', (body) => {
    expect(() => read(body)).toThrow(expect.objectContaining({ kind: 'malformed-body' }));
  });
});
