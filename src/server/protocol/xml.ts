import type { ListShape, Member, Shape } from '../../contract/shape.ts';

/** How lists stand in the XML of a protocol: what one entry is called where the model does not say. */
export interface XmlForm {
  readonly entry: string;
}

/** The members of a value as XML, by its shape: wire names, times as ISO 8601 with milliseconds, bytes as base64. */
export function membersToXml(shape: Shape, value: unknown, form: XmlForm): string {
  if (shape.type !== 'structure' || typeof value !== 'object' || value === null) return '';
  return Object.entries(shape.members)
    .map(([name, member]) => memberToXml(member, member.wire ?? name, Reflect.get(value, name), form))
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

function memberToXml(shape: Member, name: string, value: unknown, form: XmlForm): string {
  if (value === undefined || value === null) return '';
  if (shape.type === 'list') return listToXml(shape, name, value, form);
  return element(name, contentOf(shape, value, form));
}

function listToXml(shape: ListShape, name: string, value: unknown, form: XmlForm): string {
  if (!Array.isArray(value)) return '';
  const entry = shape.flattened ? name : (shape.item ?? form.entry);
  const entries = value.map((one: unknown) => element(entry, contentOf(shape.member, one, form))).join('');
  return shape.flattened ? entries : element(name, entries);
}

function contentOf(shape: Shape, value: unknown, form: XmlForm): string {
  if (shape.type === 'structure') return membersToXml(shape, value, form);
  if (shape.type === 'list') return Array.isArray(value) ? entriesOf(shape, value, form) : '';
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  return escaped(String(value));
}

function entriesOf(shape: ListShape, value: readonly unknown[], form: XmlForm): string {
  return value.map((one) => element(shape.item ?? form.entry, contentOf(shape.member, one, form))).join('');
}
