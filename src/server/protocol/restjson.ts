import type { Member, Shape, StructureShape } from '../../contract/shape.ts';
import type { WireRequest } from '../message.ts';
import type { WireFaults } from '../problem.ts';
import { fromJson, malformed, parsed, toJson } from './json.ts';
import { jsonFaults } from './json11.ts';
import type { Answer, Labels, Protocol, Statuses } from './protocol.ts';
import { fromText } from './text.ts';

/** Where REST JSON has a number of its own for what is wrong at the door. */
const faultsOf = (internal: string): WireFaults => {
  const faults = jsonFaults(internal);
  const forbidden = (kind: keyof WireFaults) => ({ [kind]: { ...faults[kind], status: 403 } });
  return {
    ...faults,
    'unknown-operation': { ...faults['unknown-operation'], status: 404 },
    ...forbidden('no-credentials'),
    ...forbidden('malformed-credentials'),
    ...forbidden('unknown-account'),
    ...forbidden('foreign-credentials'),
  };
};

/**
 * AWS REST JSON (smithy.io, "AWS restJson1 protocol"): method and path name the operation; members stand in the path, the
 * query, the headers or the body, each where its shape says.
 * @param internal the code of the service's own failure
 * @param statuses the HTTP status of each error that has one of its own
 */
export function restJson(internal: string, statuses: Statuses): Protocol {
  return {
    read: (request, shape, labels) => {
      if (shape.type !== 'structure') throw malformed('the input of an operation is a structure');
      return { ...inBody(request, shape), ...elsewhere(request, shape, labels) };
    },
    answer: ({ output, shape, requestId, status = 200 }) => ({
      ...answered({ output, shape, status }),
      headers: { ...JSON_BODY, 'x-amzn-RequestId': requestId, ...headersOf(shape, output) },
    }),
    refuse: ({ code, message, status, requestId }) => ({
      status,
      headers: { ...JSON_BODY, 'x-amzn-RequestId': requestId, 'x-amzn-ErrorType': code },
      body: JSON.stringify({ message }),
    }),
    faults: faultsOf(internal),
    statusOf: (code) => (code === internal ? 500 : (statuses[code] ?? 400)),
  };
}

const JSON_BODY = { 'content-type': 'application/json' };

type Members = readonly (readonly [name: string, member: Member])[];

const membersAt = ({ members }: StructureShape, ...places: readonly Member['location'][]): Members =>
  Object.entries(members).filter(([, { location }]) => places.includes(location));

/** The members of the body; all of it is one member where the shape says so. */
function inBody({ body }: WireRequest, shape: StructureShape): object {
  const { payload } = shape;
  const whole = payload === undefined ? undefined : shape.members[payload];
  if (payload === undefined || whole === undefined) return fromJson(bodyOf(shape), parsed(body), '') ?? malformedBody();
  if (body === '') return {};
  return { [payload]: isText(whole) ? body : fromJson(whole, parsed(body), payload) };
}

function malformedBody(): never {
  throw malformed('the body must be a JSON object');
}

/** A payload of text stands as it is, any other as JSON. */
const isText = ({ type }: Shape): boolean => type === 'string';

/** The shape of what a body holds: a member that belongs elsewhere is an unknown one there. */
const bodyOf = (shape: StructureShape): StructureShape => ({
  type: 'structure',
  members: Object.fromEntries(membersAt(shape, undefined)),
});

/** Members of the path, the query and the headers; parameters of the query that the shape does not know go on under their own names. */
function elsewhere({ query, header }: WireRequest, shape: StructureShape, labels: Labels): object {
  const parameters = new URLSearchParams(query);
  const found: Record<string, unknown> = {};
  for (const [name, member] of membersAt(shape, 'uri')) found[name] = fromText(member, labels[member.wire ?? name]);
  for (const [name, member] of membersAt(shape, 'header'))
    found[name] = fromText(member, header((member.wire ?? name).toLowerCase()));
  for (const [name, member] of membersAt(shape, 'querystring')) {
    const given = parameters.getAll(member.wire ?? name);
    parameters.delete(member.wire ?? name);
    found[name] = member.type === 'list' ? listOf(member.member, given) : fromText(member, given[0]);
  }
  const unknown = [...parameters].filter(([name]) => !name.startsWith('X-Amz-'));
  return { ...Object.fromEntries(unknown), ...present(found) };
}

const listOf = (shape: Shape, given: readonly string[]): unknown =>
  given.length === 0 ? undefined : given.map((one) => fromText(shape, one));

const present = (members: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));

function answered({ output, shape, status }: Pick<Answer, 'output' | 'shape'> & { readonly status: number }) {
  if (shape.type !== 'structure' || typeof output !== 'object' || output === null) return { status, body: '{}' };
  const [code] = membersAt(shape, 'statusCode').map(([name]) => Reflect.get(output, name));
  return { status: typeof code === 'number' ? code : status, body: bodyText(shape, output) };
}

function bodyText(shape: StructureShape, output: object): string {
  const { payload } = shape;
  const whole = payload === undefined ? undefined : shape.members[payload];
  if (payload === undefined || whole === undefined) return JSON.stringify(toJson(bodyOf(shape), output));
  const value: unknown = Reflect.get(output, payload);
  if (value === undefined) return '';
  return isText(whole) ? String(value) : JSON.stringify(toJson(whole, value));
}

function headersOf(shape: Shape, output: unknown): Readonly<Record<string, string>> {
  if (shape.type !== 'structure' || typeof output !== 'object' || output === null) return {};
  const headers = membersAt(shape, 'header').map(
    ([name, { wire = name }]) => [wire, headerText(Reflect.get(output, name))] as const,
  );
  return Object.fromEntries(headers.filter(([, text]) => text !== ''));
}

function headerText(value: unknown): string {
  if (value instanceof Date) return value.toUTCString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  return value === undefined ? '' : String(value);
}
