import { describe, expect, it } from 'vitest';
import type { Shape } from '../../../src/contract/shape.ts';
import { escaped, membersToXml } from '../../../src/server/protocol/xml.ts';

const text: Shape = { type: 'string' };

describe('members as XML', () => {
  it.each<[string, Shape, unknown, string]>([
    ['their own name without a wire name', text, 'x', '<M>x</M>'],
    ['an empty text', text, '', '<M/>'],
    ['moments to the millisecond', { type: 'timestamp' }, new Date(1_500), '<M>1970-01-01T00:00:01.500Z</M>'],
    ['bytes in base64', { type: 'blob' }, new Uint8Array([0, 255]), '<M>AP8=</M>'],
    ['truth', { type: 'boolean' }, false, '<M>false</M>'],
    ['zero', { type: 'integer' }, 0, '<M>0</M>'],
    [
      'lists with named entries',
      { type: 'list', item: 'item', member: text },
      ['a', 'b'],
      '<M><item>a</item><item>b</item></M>',
    ],
    ['lists whose entries have no name', { type: 'list', member: text }, ['a'], '<M><member>a</member></M>'],
    ['an empty list', { type: 'list', member: text }, [], '<M/>'],
    ['flat lists', { type: 'list', flattened: true, member: text }, ['a', 'b'], '<M>a</M><M>b</M>'],
    [
      'lists of lists',
      { type: 'list', member: { type: 'list', member: text } },
      [['a']],
      '<M><member><member>a</member></member></M>',
    ],
    [
      'maps',
      { type: 'map', key: text, value: { type: 'integer' } },
      { 'a&b': 1 },
      '<M><entry><key>a&amp;b</key><value>1</value></entry></M>',
    ],
    [
      'maps whose halves have names of their own',
      { type: 'map', halves: ['Name', 'Value'], key: text, value: text },
      { a: 'b' },
      '<M><entry><Name>a</Name><Value>b</Value></entry></M>',
    ],
    ['nothing for an absent member', text, undefined, ''],
  ])('%s', (_, member, value, expected) => {
    expect(membersToXml({ type: 'structure', members: { M: member } }, { M: value, Other: 1 })).toBe(expected);
  });

  it('takes the wire name', () => {
    const shape: Shape = { type: 'structure', members: { HostIds: { type: 'string', wire: 'hostIdSet' } } };
    expect(membersToXml(shape, { HostIds: 'h' })).toBe('<hostIdSet>h</hostIdSet>');
  });
});

describe('text', () => {
  it.each([
    ['markup', `<a b="c">&`, '&lt;a b=&quot;c&quot;&gt;&amp;'],
    ['a carriage return, which XML would turn into a line end', 'a\r\nb', 'a&#xD;\nb'],
    ['what XML cannot hold', 'a\u0000b\u001bc\ufffed\ud800e', 'abcde'],
    ['all else as it is', "\t\n é 𝄞 \u0085 '", "\t\n é 𝄞 \u0085 '"],
  ])('%s', (_, given, expected) => {
    expect(escaped(given)).toBe(expected);
  });
});
