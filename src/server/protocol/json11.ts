import type { Shape, StructureShape } from '../../contract/shape.ts';
import type { WireAnswer } from '../message.ts';
import { Problem, type WireFaults } from '../problem.ts';
import type { Protocol } from './protocol.ts';

const CONTENT_TYPE = 'application/x-amz-json-1.1';
const MILLISECONDS = 1000;

const faults: WireFaults = {
  'unknown-operation': { code: 'UnknownOperationException', status: 400 },
  'malformed-body': { code: 'SerializationException', status: 400 },
  'too-large': { code: 'RequestEntityTooLargeException', status: 413 },
  'no-credentials': { code: 'MissingAuthenticationTokenException', status: 400 },
  'malformed-credentials': { code: 'IncompleteSignatureException', status: 400 },
  'unknown-account': { code: 'UnrecognizedClientException', status: 400 },
  'foreign-credentials': { code: 'InvalidSignatureException', status: 400 },
  forbidden: { code: 'AccessDeniedException', status: 403 },
  internal: { code: 'ServerInternalException', status: 500 },
};

/** AWS JSON 1.1 (smithy.io, "AWS JSON 1.1 protocol"): one POST to `/`, members by name, times in seconds since 1970. */
export const json11: Protocol = {
  read: ({ body }, shape) => {
    const value = fromJson(shape, parsed(body), '');
    if (typeof value === 'object' && value !== null) return value;
    throw malformed('the body must be a JSON object');
  },
  answer: ({ output, shape, requestId }) => message(200, requestId, toJson(shape, output)),
  refuse: ({ code, message: text, status, requestId }) => {
    const { headers, ...rest } = message(status, requestId, { __type: code, message: text });
    return { ...rest, headers: { ...headers, 'x-amzn-ErrorType': code } };
  },
  faults,
  // The API reference gives 400 for every error of License Manager but the service's own.
  statusOf: (code) => (code === faults.internal.code ? 500 : 400),
};

function message(status: number, requestId: string, body: unknown): WireAnswer {
  return {
    status,
    headers: { 'content-type': CONTENT_TYPE, 'x-amzn-RequestId': requestId },
    body: JSON.stringify(body ?? {}),
  };
}

function parsed(body: string): unknown {
  if (body.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(body);
    return value;
  } catch {
    throw malformed('the body is not valid JSON');
  }
}

const malformed = (text: string): Problem => new Problem('malformed-body', text);

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A JSON value as the engine wants it. `null` counts as absent, as AWS's services take it. */
function fromJson(shape: Shape, value: unknown, path: string): unknown {
  if (value === null || value === undefined) return undefined;
  switch (shape.type) {
    case 'structure':
      return isMembers(value) ? structureFromJson(shape, value, path) : wrongType(value, 'a structure', path);
    case 'list':
      if (!Array.isArray(value)) return wrongType(value, 'a list', path);
      return value.map((entry: unknown, index) => fromJson(shape.member, entry, `${path}[${index}]`));
    case 'map':
      if (!isMembers(value)) return wrongType(value, 'a map', path);
      return mapMembers(value, (name, entry) => fromJson(shape.value, entry, `${path}.${name}`));
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
  return mapMembers(value, (name, given) => {
    const member = memberOf(shape, name);
    return member === undefined ? given : fromJson(member, given, path === '' ? name : `${path}.${name}`);
  });
}

function memberOf({ members }: StructureShape, name: string): Shape | undefined {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}

function wrongType(value: unknown, wanted: string, path: string): never {
  const found = Array.isArray(value) ? 'LIST' : typeof value === 'object' ? 'STRUCTURE' : (typeof value).toUpperCase();
  throw malformed(`${path === '' ? 'the body' : path}: ${found}_VALUE can not be converted to ${wanted}`);
}

/** What the engine answered, by the output's shape: members that it does not name are not sent. */
function toJson(shape: Shape, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return shape.type === 'string' ? value.toISOString() : value.getTime() / MILLISECONDS;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (shape.type === 'list' && Array.isArray(value)) return value.map((entry: unknown) => toJson(shape.member, entry));
  if (!isMembers(value)) return value;
  if (shape.type === 'map') return mapMembers(value, (_, entry) => toJson(shape.value, entry));
  return shape.type === 'structure' ? structureToJson(shape, value) : value;
}

/** A loop, since this is most of the work of an answer. */
function structureToJson({ members }: StructureShape, value: Members): object {
  const written: Record<string, unknown> = {};
  for (const name in members) {
    const member = members[name];
    const given = value[name];
    if (member !== undefined && given !== undefined) written[name] = toJson(member, given);
  }
  return written;
}

/** Own members only, so that a member called `__proto__` is one like any other. */
function mapMembers(value: Members, change: (name: string, value: unknown) => unknown): object {
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, given]) => [name, change(name, given)] as const)
      .filter(([, changed]) => changed !== undefined),
  );
}
