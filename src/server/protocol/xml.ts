import type { ListShape, MapShape, Member, Shape } from '../../contract/shape.ts';

/** What an entry of a list is called where the model does not say. */
const ENTRY = 'member';

/** The members of a value as XML, by its shape: wire names, times as ISO 8601 with milliseconds, bytes as base64. */
export function membersToXml(shape: Shape, value: unknown): string {
  if (shape.type !== 'structure' || typeof value !== 'object' || value === null) return '';
  return Object.entries(shape.members)
    .map(([name, member]) => memberToXml(member, member.wire ?? name, Reflect.get(value, name)))
    .join('');
}

/** An element with text or elements inside; an empty one is written `<name/>`. */
export function element(name: string, content: string): string {
  return content === '' ? `<${name}/>` : `<${name}>${content}</${name}>`;
}

/** Text as XML 1.0 allows it; characters that XML cannot hold at all are left out. */
export function escaped(text: string): string {
  return text.replace(UNSAFE, (sign) => ENTITIES[sign] ?? '');
}

// biome-ignore format: one entity a pair reads best on one line
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#xD;' };
/** Also the control characters and lone halves of surrogate pairs that XML 1.0 has no way to write. */
const UNSAFE = /[&<>"]|(?![\t\n\x7f-\x9f])\p{Cc}|[\ufffe\uffff]|\p{Surrogate}/gu;

function memberToXml(shape: Member, name: string, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (shape.type === 'list') return listToXml(shape, name, value);
  return element(name, contentOf(shape, value));
}

function listToXml(shape: ListShape, name: string, value: unknown): string {
  if (!Array.isArray(value)) return '';
  const entry = shape.flattened ? name : (shape.item ?? ENTRY);
  const entries = value.map((one: unknown) => element(entry, contentOf(shape.member, one))).join('');
  return shape.flattened ? entries : element(name, entries);
}

function contentOf(shape: Shape, value: unknown): string {
  if (shape.type === 'structure') return membersToXml(shape, value);
  if (shape.type === 'list') return Array.isArray(value) ? entriesOf(shape, value) : '';
  if (shape.type === 'map') return typeof value === 'object' && value !== null ? pairsOf(shape, value) : '';
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  return escaped(String(value));
}

function entriesOf(shape: ListShape, value: readonly unknown[]): string {
  return value.map((one) => element(shape.item ?? ENTRY, contentOf(shape.member, one))).join('');
}

function pairsOf({ halves: [key, value] = ['key', 'value'], value: shape }: MapShape, map: object): string {
  return Object.entries(map)
    .map(([name, one]) => element('entry', `${element(key, escaped(name))}${element(value, contentOf(shape, one))}`))
    .join('');
}
