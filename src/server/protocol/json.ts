import type { Member, Shape, StructureShape } from '../../contract/shape.ts';
import { Problem } from '../problem.ts';

/**
 * JSON bodies, as AWS JSON 1.1 and REST JSON have them alike: members by their wire names, times in seconds since 1970,
 * bytes as base64.
 */

const MILLISECONDS = 1000;

/** A body as JSON; an empty one says nothing. @throws Problem (malformed-body) */
export function parsed(body: string): unknown {
  if (body.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(body);
    return value;
  } catch {
    throw malformed('the body is not valid JSON');
  }
}

export const malformed = (text: string): Problem => new Problem('malformed-body', text);

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A JSON value as the engine wants it. `null` counts as absent, as AWS's services take it.
 * @throws Problem (malformed-body) that names the member whose type is wrong
 */
export function fromJson(shape: Shape, value: unknown, path: string): unknown {
  if (value === null || value === undefined) return undefined;
  switch (shape.type) {
    case 'structure':
      return isMembers(value) ? structureFromJson(shape, value, path) : wrongType(value, 'a structure', path);
    case 'list':
      if (!Array.isArray(value)) return wrongType(value, 'a list', path);
      return value.map((entry: unknown, index) => fromJson(shape.member, entry, `${path}[${index}]`));
    case 'map':
      if (!isMembers(value)) return wrongType(value, 'a map', path);
      return mapMembers(value, (name, entry) => [name, fromJson(shape.value, entry, `${path}.${name}`)]);
    case 'timestamp':
      return typeof value === 'number'
        ? new Date(Math.round(value * MILLISECONDS))
        : wrongType(value, 'a Timestamp', path);
    case 'blob':
      return typeof value === 'string' ? Buffer.from(value, 'base64') : wrongType(value, 'a Blob', path);
    case 'boolean':
      return typeof value === 'boolean' ? value : wrongType(value, 'a Boolean', path);
    case 'string':
      return typeof value === 'string' ? value : wrongType(value, 'a String', path);
    case 'double':
      return typeof value === 'number' ? value : wrongType(value, 'a Double', path);
    case 'integer':
    case 'long':
      return Number.isInteger(value) ? value : wrongType(value, `a whole number (${shape.type})`, path);
  }
}

/** Unknown members go on to the engine, which names them: a misspelt limit must not pass for no limit. */
function structureFromJson(shape: StructureShape, value: Members, path: string): object {
  return mapMembers(value, (wire, given) => {
    const [name, member] = memberOf(shape, wire);
    return [name, member === undefined ? given : fromJson(member, given, path === '' ? name : `${path}.${name}`)];
  });
}

/** A member by its wire name. Most have none of their own, so that is looked for last. */
function memberOf({ members }: StructureShape, wire: string): readonly [name: string, member: Member | undefined] {
  const member = Object.hasOwn(members, wire) ? members[wire] : undefined;
  if (member !== undefined && (member.wire ?? wire) === wire) return [wire, member];
  return Object.entries(members).find(([, one]) => one.wire === wire) ?? [wire, undefined];
}

function wrongType(value: unknown, wanted: string, path: string): never {
  const found = Array.isArray(value) ? 'LIST' : typeof value === 'object' ? 'STRUCTURE' : (typeof value).toUpperCase();
  throw malformed(`${path === '' ? 'the body' : path}: ${found}_VALUE can not be converted to ${wanted}`);
}

/** What the engine answered, by the output's shape: members that it does not name are not sent. */
export function toJson(shape: Shape, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return shape.type === 'string' ? value.toISOString() : value.getTime() / MILLISECONDS;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (shape.type === 'list' && Array.isArray(value)) return value.map((entry: unknown) => toJson(shape.member, entry));
  if (!isMembers(value)) return value;
  if (shape.type === 'map') return mapMembers(value, (name, entry) => [name, toJson(shape.value, entry)]);
  return shape.type === 'structure' ? structureToJson(shape, value) : value;
}

/** A loop, since this is most of the work of an answer. */
function structureToJson({ members }: StructureShape, value: Members): object {
  const written: Record<string, unknown> = {};
  for (const name in members) {
    const member = members[name];
    const given = value[name];
    if (member !== undefined && given !== undefined) written[member.wire ?? name] = toJson(member, given);
  }
  return written;
}

/** Own members only, so that a member called `__proto__` is one like any other. */
function mapMembers(value: Members, change: (name: string, value: unknown) => readonly [string, unknown]): object {
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, given]) => change(name, given))
      .filter(([, changed]) => changed !== undefined),
  );
}
