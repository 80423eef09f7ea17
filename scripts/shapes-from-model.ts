import type { Http, ListShape, MapShape, Member, NumberShape, Shape, StringShape } from '../src/contract/shape.ts';

/** The parts of a botocore `service-2.json` model that the shapes are made from. */
export interface Model {
  readonly metadata: { readonly protocol: string };
  readonly operations: Readonly<Record<string, ModelOperation>>;
  readonly shapes: Readonly<Record<string, ModelShape>>;
}

interface ModelOperation {
  readonly http?: { readonly method: string; readonly requestUri: string; readonly responseCode?: number };
  readonly input?: { readonly shape: string };
  readonly output?: { readonly shape: string };
  readonly errors?: readonly { readonly shape: string }[];
}

interface ModelRef {
  readonly shape: string;
  readonly locationName?: string;
  readonly queryName?: string;
  readonly idempotencyToken?: boolean;
  readonly location?: string;
}

interface ModelShape {
  readonly type: string;
  readonly required?: readonly string[];
  readonly members?: Readonly<Record<string, ModelRef>>;
  readonly member?: ModelRef;
  readonly key?: ModelRef;
  readonly value?: ModelRef;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly flattened?: boolean;
  readonly sensitive?: boolean;
  readonly payload?: string;
  readonly exception?: boolean;
  readonly error?: { readonly code?: string; readonly httpStatusCode?: number };
}

/** One operation's shapes; `errors` are the modelled error names. */
export interface OperationShapes {
  readonly input: Shape;
  readonly output: Shape;
  readonly errors: readonly string[];
  /** Where method and path name the operation. */
  readonly http?: Http;
}

/**
 * Longer enumerations are left out. EC2 adds values to them weekly (1,405 instance types), so a copy would refuse what
 * AWS accepts; the instance type table answers instead.
 */
const LONGEST_ENUM = 60;

const empty: Shape = { type: 'structure', members: {} };

/**
 * The shapes of one operation of a model.
 * @throws Error when the model lacks the operation, or uses a type or a place that `Shape` has no word for.
 */
export function operationShapes(model: Model, operation: string): OperationShapes {
  const found = model.operations[operation];
  if (found === undefined) throw new Error(`The model has no operation ${operation}.`);
  const side = (ref: { readonly shape: string } | undefined, direction: Direction): Shape =>
    ref === undefined ? empty : (convert({ model, direction, path: [] }, ref.shape) ?? empty);
  return {
    input: side(found.input, 'input'),
    output: side(found.output, 'output'),
    errors: (found.errors ?? []).map((error) => error.shape),
    ...(model.metadata.protocol === 'rest-json' ? { http: httpOf(found) } : {}),
  };
}

/** The HTTP status by code of every error that a model gives one other than 400, in the order of their names. */
export function errorStatuses(model: Model): Readonly<Record<string, number>> {
  const found = Object.entries(model.shapes).flatMap(([name, { exception, error }]) => {
    const status = exception ? error?.httpStatusCode : undefined;
    return status === undefined || status === 400 ? [] : [[error?.code ?? name, status] as const];
  });
  return Object.fromEntries(found);
}

function httpOf({ http }: ModelOperation): Http {
  if (http === undefined) throw new Error('A REST operation has neither method nor path.');
  const { method, requestUri: path, responseCode = 200 } = http;
  if (/[?+]/.test(path)) throw new Error(`The path ${path} has a query or a greedy label, which nothing here reads.`);
  return { method, path, ...(responseCode === 200 ? {} : { status: responseCode }) };
}

type Direction = 'input' | 'output';

interface Place {
  readonly model: Model;
  readonly direction: Direction;
  /** Names of the shapes above, to notice one that holds itself. */
  readonly path: readonly string[];
}

/**
 * A shape that holds itself is written out this often, one inside the other, and then left out: the resources of a
 * handshake hold resources, which hold none.
 */
const DEEPEST = 3;

function convert(place: Place, name: string): Shape | undefined {
  if (place.path.filter((above) => above === name).length === DEEPEST) return undefined;
  const shape = place.model.shapes[name];
  if (shape === undefined) throw new Error(`The model has no shape ${name}.`);
  const within = { ...place, path: [...place.path, name] };
  switch (shape.type) {
    case 'structure':
      return structure(within, shape);
    case 'list':
      return list(within, shape);
    case 'map':
      return map(within, shape);
    case 'string':
      return string(shape);
    case 'integer':
    case 'long':
    case 'double':
      return bounded({ type: shape.type }, shape);
    case 'boolean':
    case 'timestamp':
      return { type: shape.type };
    case 'blob':
      return { type: 'blob', ...(shape.sensitive ? { sensitive: true } : {}) };
    default:
      throw new Error(`${name} has the type ${shape.type}, which src/contract/shape.ts does not know.`);
  }
}

function structure(place: Place, shape: ModelShape): Shape {
  const members = Object.entries(shape.members ?? {}).flatMap(([name, ref]) => {
    const found = member(place, name, ref);
    return found === undefined ? [] : [[name, found] as const];
  });
  const required = shape.required ?? [];
  return {
    type: 'structure',
    ...(required.length > 0 ? { required } : {}),
    members: Object.fromEntries(members),
    ...(shape.payload === undefined ? {} : { payload: shape.payload }),
  };
}

function member(place: Place, name: string, ref: ModelRef): Member | undefined {
  const wire = wireName(place, name, ref);
  const shape = convert(place, ref.shape);
  return (
    shape && {
      ...shape,
      ...(wire !== name ? { wire } : {}),
      ...locationOf(ref),
      ...(ref.idempotencyToken ? { idempotencyToken: true } : {}),
    }
  );
}

const LOCATIONS = ['uri', 'querystring', 'header', 'statusCode'] as const;

function locationOf({ location, shape }: ModelRef): Pick<Member, 'location'> {
  if (location === undefined) return {};
  const known = LOCATIONS.find((one) => one === location);
  if (known === undefined) throw new Error(`${shape} stands in ${location}, which nothing here reads.`);
  return { location: known };
}

/** EC2's query protocol capitalises the XML name unless the model gives a query name of its own. */
function wireName(place: Place, name: string, ref: ModelRef): string {
  const located = ref.locationName ?? name;
  if (place.model.metadata.protocol !== 'ec2' || place.direction === 'output') return located;
  return ref.queryName ?? located.charAt(0).toUpperCase() + located.slice(1);
}

function list(place: Place, shape: ModelShape): ListShape | undefined {
  if (shape.member === undefined) throw new Error(`${place.path.at(-1)} is a list without a member.`);
  const member = convert(place, shape.member.shape);
  if (member === undefined) return undefined;
  const item = shape.member.locationName;
  const base: ListShape = {
    type: 'list',
    ...(item !== undefined ? { item } : {}),
    ...(shape.flattened ? { flattened: true } : {}),
    member,
  };
  return bounded(base, shape);
}

function map(place: Place, shape: ModelShape): MapShape | undefined {
  if (shape.key === undefined || shape.value === undefined) throw new Error(`${place.path.at(-1)} is half a map.`);
  const key = convert(place, shape.key.shape);
  const value = convert(place, shape.value.shape);
  const halves = [shape.key.locationName ?? 'key', shape.value.locationName ?? 'value'] as const;
  const named = halves[0] === 'key' && halves[1] === 'value' ? {} : { halves };
  return key && value && bounded({ type: 'map', ...named, key, value }, shape);
}

function string(shape: ModelShape): StringShape {
  const listed = shape.enum !== undefined && shape.enum.length <= LONGEST_ENUM ? { enum: shape.enum } : {};
  const base: StringShape = {
    type: 'string',
    ...(shape.pattern !== undefined ? { pattern: readable(shape.pattern) } : {}),
    ...listed,
    ...(shape.sensitive ? { sensitive: true } : {}),
  };
  return bounded(base, shape);
}

/** Some models escape a hyphen where it needs no escape, which a Unicode expression of JavaScript refuses. */
function readable(pattern: string): string {
  try {
    new RegExp(pattern, 'u');
    return pattern;
  } catch {
    return pattern.replaceAll('\\-', '-');
  }
}

function bounded<S extends ListShape | MapShape | StringShape | NumberShape>(base: S, shape: ModelShape): S {
  const { min, max } = shape;
  const isNumber = base.type === 'integer' || base.type === 'long' || base.type === 'double';
  return {
    ...base,
    // A length is never below 0, so that bound says nothing.
    ...(min !== undefined && (isNumber || min > 0) ? { min } : {}),
    ...(max !== undefined ? { max } : {}),
  };
}
